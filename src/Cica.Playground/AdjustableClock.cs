using System.Collections.Concurrent;

namespace Cica.Playground;

/// <summary>
/// The machine's clock, put forward by hand. Whoever waits on it is woken when the wait would be over by the new time, as after
/// a machine slept: a delay once, a periodic timer once for all the periods that were jumped. It never goes back.
/// One instance is shared by the playground and the bot, as the <see cref="TimeProvider"/> of both. Safe from any thread.
/// </summary>
public sealed class AdjustableClock : TimeProvider
{
    private readonly TimeProvider _machine;
    private readonly long _origin;
    private readonly ConcurrentDictionary<AdjustableTimer, bool> _armed = new();
    private long _aheadTicks;

    /// <summary>Runs beside the given clock; unset, beside the system's.</summary>
    public AdjustableClock(TimeProvider? machine = null)
    {
        _machine = machine ?? System;
        _origin = _machine.GetTimestamp();
    }

    /// <summary>How far this clock has been put forward.</summary>
    public TimeSpan Ahead => TimeSpan.FromTicks(Interlocked.Read(ref _aheadTicks));

    public override TimeZoneInfo LocalTimeZone => _machine.LocalTimeZone;
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Called after each jump, once the timers that are over have been set off.</summary>
    internal event Action? Jumped;

    /// <summary>Time run and jumped since this clock was made; what timers are measured by.</summary>
    internal TimeSpan Run => _machine.GetElapsedTime(_origin) + Ahead;

    public override DateTimeOffset GetUtcNow() => _machine.GetUtcNow() + Ahead;

    public override long GetTimestamp() => Run.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new AdjustableTimer(this, callback, state);
        timer.Bind(_machine.CreateTimer(_ => timer.Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Puts the clock forward. Throws <see cref="ArgumentOutOfRangeException"/> for a step back or beyond the calendar.</summary>
    public void Forward(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(by, DateTimeOffset.MaxValue - GetUtcNow() - TimeSpan.FromDays(366));
        Interlocked.Add(ref _aheadTicks, by.Ticks);
        foreach (var timer in _armed.Keys.OrderBy(t => t.DueAt)) timer.Rearm();
        Jumped?.Invoke();
    }

    internal void Enlist(AdjustableTimer timer) => _armed[timer] = true;

    internal void Delist(AdjustableTimer timer) => _armed.TryRemove(timer, out _);
}
