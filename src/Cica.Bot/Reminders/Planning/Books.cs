using Cica.Bot.Storage;
using NodaTime;

namespace Cica.Bot.Reminders.Planning;

/// <summary>What planning reads: chats' clocks, subscriptions and what is planned.</summary>
internal sealed class Books(IChatStore chats, ISubscriptionStore subscriptions, IOutbox outbox)
{
    // About so many subscriptions are planned in one go: others wait meanwhile.
    private const int AboutAtOnce = 1_000;

    /// <summary>A chat's zone and quiet hours.</summary>
    public async ValueTask<(DateTimeZone Zone, QuietHours? Quiet)> ClockOfAsync(long chat, CancellationToken cancel)
    {
        var state = await chats.GetChatAsync(chat, cancel);
        return (Zones.Of(state.Zone), state.Quiet);
    }

    /// <summary>The subscriptions of one destination.</summary>
    public async ValueTask<IReadOnlyList<Subscription>> OfAsync(Destination to, CancellationToken cancel) =>
        [.. (await subscriptions.SubscriptionsOfAsync(to.Chat, cancel)).Where(s => s.To == to)];

    /// <summary>The destinations of a chat.</summary>
    public async ValueTask<IReadOnlyList<Destination>> DestinationsOfAsync(long chat, CancellationToken cancel) =>
        [.. (await subscriptions.SubscriptionsOfAsync(chat, cancel)).Select(s => s.To).Distinct()];

    /// <summary>What is planned at these destinations.</summary>
    public async ValueTask<ILookup<Destination, Notice>> OpenAsync(IReadOnlyList<Destination> to, CancellationToken cancel) =>
        (await outbox.OpenNoticesAsync(to, cancel)).ToLookup(n => n.To);

    /// <summary>The next destinations after one, with their subscriptions; none at the end.</summary>
    public async ValueTask<IReadOnlyList<IGrouping<Destination, Subscription>>> PageAsync(Destination? after, CancellationToken cancel) =>
        [.. (await subscriptions.PageOfSubscriptionsAsync(after, AboutAtOnce, cancel)).GroupBy(s => s.To)];
}
