namespace Cica.Tests.Support;

/// <summary>A clock that runs as the machine's does, but on another day, and that can be put forward, or stopped so that it goes on only then. Timers run on as they are.</summary>
internal sealed class ShiftedTime(DateTimeOffset start) : TimeProvider
{
    private readonly long began = System.GetTimestamp();
    private long ahead;
    private long stoppedAt = -1;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => (Interlocked.Read(ref stoppedAt) is var at and >= 0 ? at : Run) + Interlocked.Read(ref ahead);

    public override DateTimeOffset GetUtcNow() => start + TimeSpan.FromTicks(GetTimestamp());

    public void Advance(TimeSpan by) => Interlocked.Add(ref ahead, by.Ticks);

    /// <summary>From now on it stands still: what is to happen within a time happens within it, however busy the machine is.</summary>
    public void Stop() => Interlocked.CompareExchange(ref stoppedAt, Run, -1);

    private long Run => System.GetElapsedTime(began).Ticks;
}
