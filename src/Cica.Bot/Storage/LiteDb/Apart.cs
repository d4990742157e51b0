namespace Cica.Bot.Storage.LiteDb;

/// <summary>
/// A context of its own for a thread that calls LiteDB. LiteDB 5.0.20 writes its pages in a continuation, which .NET would run at once
/// within the call that hands over the page; so each page was written and flushed to the disk alone, and a thousand notices cost two
/// thousand flushes. Where there is a context of another type, continuations go to the pool instead, and pages pile up to be flushed together.
/// </summary>
internal sealed class Apart : SynchronizationContext
{
    /// <summary>Runs a piece of work under it.</summary>
    public static void Run(Action action)
    {
        var before = Current;
        SetSynchronizationContext(new Apart());
        try
        {
            action();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    /// <inheritdoc/>
    public override SynchronizationContext CreateCopy() => new Apart();
}
