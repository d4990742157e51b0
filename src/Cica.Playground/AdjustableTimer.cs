namespace Cica.Playground;

/// <summary>A timer of an <see cref="AdjustableClock"/>: a timer of the machine, set anew whenever the clock jumps.</summary>
internal sealed class AdjustableTimer(AdjustableClock clock, TimerCallback callback, object? state) : ITimer
{
    // The machine's timers count whole milliseconds and may come that much early.
    private static readonly TimeSpan Early = TimeSpan.FromMilliseconds(30);

    private readonly Lock _gate = new();
    private ITimer? _machine;
    private TimeSpan _period = Timeout.InfiniteTimeSpan;
    private bool _isArmed;
    private bool _isDisposed;

    /// <summary>When it goes off, by <see cref="AdjustableClock.Run"/>.</summary>
    public TimeSpan DueAt { get; private set; }

    public void Bind(ITimer machine) => _machine = machine;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            if (_isDisposed) return false;
            _period = period;
            return Arm(dueTime);
        }
    }

    /// <summary>After a jump: what is left of the wait, or nothing.</summary>
    public void Rearm()
    {
        lock (_gate)
        {
            if (_isDisposed || !_isArmed) return;
            var left = DueAt - clock.Run;
            _machine!.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    public void Fire()
    {
        lock (_gate)
        {
            // A jump may set off a timer that was going off by itself; it counts once.
            if (_isDisposed || !_isArmed) return;
            var left = DueAt - clock.Run;
            if (left > Early)
            {
                _machine!.Change(left, Timeout.InfiniteTimeSpan);
                return;
            }
            Arm(_period == TimeSpan.Zero ? Timeout.InfiniteTimeSpan : _period);
        }
        callback(state);
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            clock.Delist(this);
            _machine!.Dispose();
        }
    }

    public ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _isDisposed = true;
            clock.Delist(this);
            return _machine!.DisposeAsync();
        }
    }

    private bool Arm(TimeSpan wait)
    {
        _isArmed = wait != Timeout.InfiniteTimeSpan;
        if (_isArmed)
        {
            DueAt = clock.Run + wait;
            clock.Enlist(this);
            // Between the enlisting and the arming a jump may have come; what is left is measured once more.
            var left = DueAt - clock.Run;
            return _machine!.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
        clock.Delist(this);
        return _machine!.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
