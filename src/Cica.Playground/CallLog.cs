using Cica.Playground.State;

namespace Cica.Playground;

/// <summary>The latest calls, within a bound.</summary>
public sealed class CallLog
{
    private readonly Lock _gate = new();
    private readonly Queue<CallRecord> _calls = new();
    private readonly int _most;
    private readonly Signal _changes;

    internal CallLog(int most, Signal changes) => (_most, _changes) = (most, changes);

    /// <summary>How many there have been in all.</summary>
    public long Total { get; private set; }

    public IReadOnlyList<CallRecord> All
    {
        get
        {
            lock (_gate) return [.. _calls];
        }
    }

    /// <summary>Calls of one method, oldest first.</summary>
    public IReadOnlyList<CallRecord> Of(string method)
    {
        lock (_gate) return [.. _calls.Where(c => c.Method.Equals(method, StringComparison.OrdinalIgnoreCase))];
    }

    internal void Add(CallRecord call)
    {
        lock (_gate)
        {
            Total++;
            _calls.Enqueue(call);
            if (_calls.Count > _most) _calls.Dequeue();
        }
        _changes.Raise();
    }

    /// <summary>The calls after so many, and how many there have been in all: no more than asked for, the latest ones.</summary>
    internal (long Total, IReadOnlyList<CallRecord> Calls) After(long total, int most)
    {
        lock (_gate) return (Total, [.. _calls.TakeLast((int)Math.Min(most, Total - total))]);
    }
}
