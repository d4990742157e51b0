using Telegram.Bot.Types;

namespace Cica.Bot.Telegram.Receiving;

/// <summary>
/// Which updates are taken and not yet confirmable ("open"), which are kept and not yet answered, and which were handled lately:
/// Telegram brings an update again until it is confirmed, and it must be answered once.
/// </summary>
internal sealed class Ledger(TimeProvider time)
{
    private const int MostRemembered = 10_000;

    private readonly SortedDictionary<long, Taken> open = [];
    private readonly Dictionary<long, Taken> kept = [];
    private readonly HashSet<long> handled = [];
    private readonly Queue<long> handledInOrder = new();
    private TaskCompletionSource? wanted;
    private Func<bool> isReached = static () => true;

    /// <summary>Guards the state of all that is taken.</summary>
    public Lock Gate { get; } = new();

    /// <summary>Updates taken and not confirmable yet.</summary>
    public int Open
    {
        get
        {
            lock (Gate) return open.Count;
        }
    }

    /// <summary>Updates kept and not answered yet.</summary>
    public int Kept
    {
        get
        {
            lock (Gate) return kept.Count;
        }
    }

    /// <summary>The oldest update that must not be confirmed; null if all may.</summary>
    public long? Lowest
    {
        get
        {
            lock (Gate) return open.Count == 0 ? null : open.Keys.First();
        }
    }

    /// <summary>All that is open.</summary>
    public IReadOnlyList<Taken> AllOpen
    {
        get
        {
            lock (Gate) return [.. open.Values];
        }
    }

    /// <summary>All that is kept.</summary>
    public IReadOnlyList<Taken> AllKept
    {
        get
        {
            lock (Gate) return [.. kept.Values];
        }
    }

    /// <summary>Takes an update. Not new: it is in hand already (then that is given) or was handled lately (then null).</summary>
    public (Taken? Taken, bool IsNew) Take(Update update)
    {
        lock (Gate)
        {
            if (open.TryGetValue(update.Id, out var inHand) || kept.TryGetValue(update.Id, out inHand)) return (inHand, false);
            if (handled.Contains(update.Id)) return (null, false);
            var taken = new Taken(update, time.GetUtcNow());
            open.Add(taken.Id, taken);
            return (taken, true);
        }
    }

    /// <summary>Takes what an earlier run kept.</summary>
    public void Restore(Taken taken)
    {
        lock (Gate) kept[taken.Id] = taken;
    }

    /// <summary>It is kept, and may be confirmed. Called under the gate.</summary>
    public void MarkKept(Taken taken)
    {
        if (!open.Remove(taken.Id)) return;
        kept[taken.Id] = taken;
        taken.MayBeConfirmed();
        Tell();
    }

    /// <summary>It is answered. Called under the gate.</summary>
    public void MarkSettled(Taken taken)
    {
        if (taken.IsSettled) return;
        taken.IsSettled = true;
        open.Remove(taken.Id);
        kept.Remove(taken.Id);
        Remember(taken.Id);
        taken.MayBeConfirmed();
        Tell();
    }

    /// <summary>It was taken or handled already, as far as is remembered.</summary>
    public bool Knows(long update)
    {
        lock (Gate) return open.ContainsKey(update) || kept.ContainsKey(update) || handled.Contains(update);
    }

    /// <summary>It cannot be read: brought again, it is passed over.</summary>
    public void PassOver(long update)
    {
        lock (Gate) Remember(update);
    }

    /// <summary>Waits until no more than so many are open, but not longer than this.</summary>
    public Task WaitForOpenAsync(int most, TimeSpan patience, CancellationToken cancel) => WaitAsync(() => open.Count <= most, patience, cancel);

    /// <summary>Waits until this update is not the oldest that is open, but not longer than this.</summary>
    public Task WaitForMoveAsync(long lowest, TimeSpan patience, CancellationToken cancel) => WaitAsync(() => Lowest != lowest, patience, cancel);

    private void Remember(long update)
    {
        if (handled.Add(update)) handledInOrder.Enqueue(update);
        if (handledInOrder.Count > MostRemembered) handled.Remove(handledInOrder.Dequeue());
    }

    private async Task WaitAsync(Func<bool> until, TimeSpan patience, CancellationToken cancel)
    {
        Task reached;
        lock (Gate)
        {
            if (until()) return;
            isReached = until;
            wanted = new(TaskCreationOptions.RunContinuationsAsynchronously);
            reached = wanted.Task;
        }
        try
        {
            await reached.WaitAsync(patience, time, cancel);
        }
        catch (TimeoutException)
        {
            // The caller looks again.
        }
    }

    private void Tell()
    {
        if (wanted is not null && isReached())
        {
            wanted.TrySetResult();
            wanted = null;
        }
    }
}
