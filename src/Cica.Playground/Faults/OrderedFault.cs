namespace Cica.Playground.Faults;

/// <summary>A fault in force; dispose it to lift it.</summary>
public sealed class OrderedFault : IDisposable
{
    private readonly FaultDesk _desk;
    private int _passed;
    private int _struck;

    internal OrderedFault(FaultDesk desk, Fault fault, DateTimeOffset? until)
    {
        _desk = desk;
        Fault = fault;
        Until = until;
    }

    public Fault Fault { get; }

    /// <summary>How many calls it has struck so far.</summary>
    public int Struck => Volatile.Read(ref _struck);
    internal DateTimeOffset? Until { get; }
    internal bool IsSpent => Fault.Times is { } times && _struck >= times;

    public void Dispose() => _desk.Lift(this);

    // Called under the desk's lock.
    internal bool Strikes()
    {
        if (IsSpent) return false;
        if (_passed < Fault.After)
        {
            _passed++;
            return false;
        }
        _struck++;
        return true;
    }
}
