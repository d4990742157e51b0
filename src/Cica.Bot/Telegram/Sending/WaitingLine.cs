namespace Cica.Bot.Telegram.Sending;

/// <summary>
/// Which call goes next: the most urgent of those whose chat takes it now, and among equals the one that has waited longest. What
/// may not go yet holds up nothing else. Arithmetic only; not safe for several threads.
/// </summary>
internal sealed class WaitingLine(Pace pace)
{
    // Messages wait for the rate of the whole bot; the others do not, and so must not stand behind them.
    private readonly PriorityQueue<OutgoingCall, (Urgency, long)> messages = new();
    private readonly PriorityQueue<OutgoingCall, (Urgency, long)> others = new();
    private readonly PriorityQueue<OutgoingCall, TimeSpan> later = new();
    private long order;

    public int Count => messages.Count + others.Count + later.Count;

    /// <summary>Stands in line; one that comes again keeps its place.</summary>
    public void Add(OutgoingCall call)
    {
        if (call.Order == 0) call.Order = ++order;
        (call.IsMessage ? messages : others).Enqueue(call, (call.Urgency, call.Order));
    }

    /// <summary>Stands aside until then.</summary>
    public void AddLater(OutgoingCall call, TimeSpan at)
    {
        if (call.Order == 0) call.Order = ++order;
        later.Enqueue(call, at);
    }

    /// <summary>Takes the next call that may go now, counted as sent; null if none may.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="withBulk">Whether it may be a bulk one.</param>
    public OutgoingCall? Take(TimeSpan now, bool withBulk = true)
    {
        while (later.TryPeek(out var call, out var at) && at <= now)
        {
            later.Dequeue();
            Add(call);
        }
        return TakeFrom(others, isMessage: false, now, withBulk) ?? TakeFrom(messages, isMessage: true, now, withBulk);
    }

    /// <summary>When <see cref="Take"/> is worth trying again; null if nothing waits but what waits for a call to end.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="withBulk">Whether it may be a bulk one.</param>
    public TimeSpan? Next(TimeSpan now, bool withBulk = true)
    {
        TimeSpan? next = later.TryPeek(out _, out var at) ? at : null;
        if (HasOne(messages, withBulk)) next = Earlier(next, pace.ReadyInAll(true, now));
        if (HasOne(others, withBulk)) next = Earlier(next, pace.ReadyInAll(false, now));
        return next;
    }

    /// <summary>Takes all there are, in whatever state.</summary>
    public IReadOnlyList<OutgoingCall> TakeAll()
    {
        var all = messages.UnorderedItems.Concat(others.UnorderedItems).Select(i => i.Element).Concat(later.UnorderedItems.Select(i => i.Element)).ToList();
        messages.Clear();
        others.Clear();
        later.Clear();
        return all;
    }

    private OutgoingCall? TakeFrom(PriorityQueue<OutgoingCall, (Urgency, long)> line, bool isMessage, TimeSpan now, bool withBulk)
    {
        while (HasOne(line, withBulk))
        {
            if (pace.ReadyInAll(isMessage, now) > now) return null;
            var call = line.Dequeue();
            var ready = pace.ReadyInChat(call.Chat, isMessage, now);
            if (ready > now)
            {
                later.Enqueue(call, ready);
                continue;
            }
            call.Departure = isMessage ? pace.Count(call.Chat, now) : null;
            return call;
        }
        return null;
    }

    // Bulk stands behind all others: with the first of it there is nothing else left.
    private static bool HasOne(PriorityQueue<OutgoingCall, (Urgency, long)> line, bool withBulk) => line.Count > 0 && (withBulk || line.Peek().Urgency != Urgency.Bulk);

    private static TimeSpan Earlier(TimeSpan? a, TimeSpan b) => a is { } x && x < b ? x : b;
}
