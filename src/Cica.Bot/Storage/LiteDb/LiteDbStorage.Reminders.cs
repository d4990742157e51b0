using Cica.Bot.Reminders;

namespace Cica.Bot.Storage.LiteDb;

/// <content>The reminders.</content>
internal sealed partial class LiteDbStorage
{
    // What is thrown away in one go: others wait meanwhile.
    private const int SweptAtOnce = 1_000;

    /// <inheritdoc/>
    public async ValueTask<Subscription> SubscribeAsync(Subscription subscription, CancellationToken cancel)
    {
        var stands = subscription;
        await writer.WriteAsync(db => stands = SubscriptionTable.Put(db, subscription));
        return stands;
    }

    /// <inheritdoc/>
    public async ValueTask<Subscription?> GetSubscriptionAsync(string id, CancellationToken cancel) => await writer.ReadAsync(db => SubscriptionTable.Find(db, id));

    /// <inheritdoc/>
    public async ValueTask<bool> UnsubscribeAsync(string id, CancellationToken cancel)
    {
        var was = false;
        await writer.WalkAndWriteAsync(db =>
        {
            if (SubscriptionTable.Find(db, id) is not { } subscription) return;
            was = SubscriptionTable.Remove(db, id);
            NoticeTable.Unsubscribed(db, subscription.To, [id]);
        });
        return was;
    }

    /// <inheritdoc/>
    public async ValueTask<int> UnsubscribeAllAsync(Destination to, CancellationToken cancel)
    {
        var count = 0;
        await writer.WalkAndWriteAsync(db =>
        {
            var ids = SubscriptionTable.Of(db, to).Select(s => s.Id).ToHashSet();
            foreach (var id in ids) SubscriptionTable.Remove(db, id);
            NoticeTable.Unsubscribed(db, to, ids);
            count = ids.Count;
        });
        return count;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Subscription>> SubscriptionsOfAsync(long chat, CancellationToken cancel) => await writer.ReadAsync(db => SubscriptionTable.OfChat(db, chat));

    /// <inheritdoc/>
    public async ValueTask<int> CountSubscriptionsOfUserAsync(long user, CancellationToken cancel) => await writer.ReadAsync(db => SubscriptionTable.CountByUser(db, user));

    /// <inheritdoc/>
    public async ValueTask<int> CountSubscriptionsAsync(CancellationToken cancel) => await writer.ReadAsync(SubscriptionTable.Count);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Subscription>> PageOfSubscriptionsAsync(Destination? after, int about, CancellationToken cancel) => await writer.ReadAsync(db => SubscriptionTable.Page(db, after, about));

    /// <inheritdoc/>
    public ValueTask ApplyAsync(IReadOnlyList<PlanChange> changes, CancellationToken cancel) => changes.Count == 0 ? default : new(writer.WriteAsync(db => NoticeTable.Apply(db, changes)));

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Notice>> OpenNoticesAsync(IReadOnlyList<Destination> to, CancellationToken cancel) => await writer.ReadAsync(db => NoticeTable.Open(db, to));

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Notice>> ClaimDueAsync(Lease lease, DateTimeOffset now, int about, CancellationToken cancel)
    {
        List<Notice> claimed = [];
        await writer.WalkAndWriteAsync(db => claimed = NoticeTable.Claim(db, lease, now, about));
        return claimed;
    }

    /// <inheritdoc/>
    public ValueTask RenewNoticesAsync(Lease lease, IReadOnlyCollection<Guid> ids, CancellationToken cancel) => new(writer.WriteAsync(db => NoticeTable.Renew(db, lease, ids)));

    /// <inheritdoc/>
    public async ValueTask<bool> BeginSendingAsync(IReadOnlyList<Guid> ids, string holder, CancellationToken cancel)
    {
        var may = false;
        await writer.WriteAsync(db => may = NoticeTable.BeginSending(db, ids, holder));
        return may;
    }

    /// <inheritdoc/>
    public ValueTask EndAsync(IReadOnlyList<NoticeEnd> ends, CancellationToken cancel) => ends.Count == 0 ? default : new(writer.WriteAsync(db =>
    {
        foreach (var end in ends) NoticeTable.End(db, end);
    }));

    /// <inheritdoc/>
    public async ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancel) => await writer.ReadAsync<DateTimeOffset?>(db => NoticeTable.NextTurn(db));

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Notice>> NextNoticesAsync(long? chat, int most, CancellationToken cancel) => await writer.ReadAsync(db => NoticeTable.Next(db, chat, most));

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Notice>> FailuresAsync(long? chat, int most, CancellationToken cancel) => await writer.ReadAsync(db => NoticeTable.Failures(db, chat, most));

    /// <inheritdoc/>
    public async ValueTask<OutboxFigures> CountNoticesAsync(CancellationToken cancel) => await writer.ReadAsync(NoticeTable.Count);

    /// <inheritdoc/>
    public async ValueTask SweepAsync(DateTimeOffset now, CancellationToken cancel)
    {
        for (var swept = SweptAtOnce; swept == SweptAtOnce;) await writer.WalkAndWriteAsync(db => swept = NoticeTable.Sweep(db, now, SweptAtOnce));
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<ToldEvent>> ToldEventsAsync(CancellationToken cancel) =>
        await writer.ReadAsync(db => db.GetCollection("events").FindAll().ToList().Select(ReminderDocuments.ToldEvent).ToList());

    /// <inheritdoc/>
    public ValueTask TellAsync(IReadOnlyList<ToldEvent> events, CancellationToken cancel) => events.Count == 0 ? default : new(writer.WriteAsync(db =>
    {
        foreach (var one in events) db.GetCollection("events").Upsert(ReminderDocuments.Of(one));
    }));
}
