using Cica.Bot.Reminders;

namespace Cica.Bot.Storage.LiteDb;

internal sealed partial class LiteDbStorage
{
    public ValueTask<Subscription> SubscribeAsync(Subscription subscription, CancellationToken cancel) => throw new NotImplementedException();

    public ValueTask<Subscription?> GetSubscriptionAsync(string id, CancellationToken cancel) => throw new NotImplementedException();

    public ValueTask<bool> UnsubscribeAsync(string id, CancellationToken cancel) => throw new NotImplementedException();

    public ValueTask<int> UnsubscribeAllAsync(Destination to, CancellationToken cancel) => throw new NotImplementedException();

    public ValueTask<IReadOnlyList<Subscription>> SubscriptionsOfAsync(long chat, CancellationToken cancel) => throw new NotImplementedException();

    public ValueTask<int> CountSubscriptionsOfUserAsync(long user, CancellationToken cancel) => throw new NotImplementedException();

    public ValueTask<int> CountSubscriptionsAsync(CancellationToken cancel) => throw new NotImplementedException();

    public ValueTask<IReadOnlyList<Subscription>> PageOfSubscriptionsAsync(Destination? after, int about, CancellationToken cancel) => throw new NotImplementedException();

    public ValueTask ApplyAsync(IReadOnlyList<PlanChange> changes, CancellationToken cancel) => throw new NotImplementedException();

    public ValueTask<IReadOnlyList<Notice>> OpenNoticesAsync(IReadOnlyList<Destination> to, CancellationToken cancel) => throw new NotImplementedException();

    public ValueTask<IReadOnlyList<Notice>> ClaimDueAsync(Lease lease, DateTimeOffset now, int about, CancellationToken cancel) => throw new NotImplementedException();

    public ValueTask RenewNoticesAsync(Lease lease, CancellationToken cancel) => throw new NotImplementedException();

    public ValueTask<bool> BeginSendingAsync(IReadOnlyList<Guid> ids, string holder, CancellationToken cancel) => throw new NotImplementedException();

    public ValueTask EndAsync(IReadOnlyList<NoticeEnd> ends, CancellationToken cancel) => throw new NotImplementedException();

    public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancel) => throw new NotImplementedException();

    public ValueTask<IReadOnlyList<Notice>> NextNoticesAsync(long? chat, int most, CancellationToken cancel) => throw new NotImplementedException();

    public ValueTask<IReadOnlyList<Notice>> FailuresAsync(long? chat, int most, CancellationToken cancel) => throw new NotImplementedException();

    public ValueTask<OutboxFigures> CountNoticesAsync(CancellationToken cancel) => throw new NotImplementedException();

    public ValueTask SweepAsync(DateTimeOffset now, CancellationToken cancel) => throw new NotImplementedException();

    public ValueTask<IReadOnlyList<ToldEvent>> ToldEventsAsync(CancellationToken cancel) => throw new NotImplementedException();

    public ValueTask TellAsync(IReadOnlyList<ToldEvent> events, CancellationToken cancel) => throw new NotImplementedException();
}
