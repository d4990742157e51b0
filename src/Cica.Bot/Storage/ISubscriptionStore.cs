using Cica.Bot.Reminders;

namespace Cica.Bot.Storage;

/// <summary>Who wants to be reminded of what. Whoever changes something here tells <see cref="IReminderPlanner"/> afterwards.</summary>
public interface ISubscriptionStore
{
    /// <summary>
    /// Subscribes. What stands at this destination for the same target is replaced and keeps its id and its beginning; the id given is
    /// then not used. Returns what stands now.
    /// </summary>
    ValueTask<Subscription> SubscribeAsync(Subscription subscription, CancellationToken cancel);

    /// <summary>The subscription of this id, or null.</summary>
    ValueTask<Subscription?> GetSubscriptionAsync(string id, CancellationToken cancel);

    /// <summary>Takes a subscription away together with its notices not yet sent, in one transaction; false if there is none.</summary>
    ValueTask<bool> UnsubscribeAsync(string id, CancellationToken cancel);

    /// <summary>Takes all subscriptions of a destination away, with their notices not yet sent; returns how many.</summary>
    ValueTask<int> UnsubscribeAllAsync(Destination to, CancellationToken cancel);

    /// <summary>The subscriptions of a chat in all its topics, by their beginning.</summary>
    ValueTask<IReadOnlyList<Subscription>> SubscriptionsOfAsync(long chat, CancellationToken cancel);

    /// <summary>How many a user has made that still stand, in all chats.</summary>
    ValueTask<int> CountSubscriptionsOfUserAsync(long user, CancellationToken cancel);

    /// <summary>How many there are in all.</summary>
    ValueTask<int> CountSubscriptionsAsync(CancellationToken cancel);

    /// <summary>
    /// All subscriptions, page by page: those of the next destinations after one (null: from the beginning), a destination never
    /// divided over two pages. An empty page is the end.
    /// </summary>
    /// <param name="after">The last destination of the page before.</param>
    /// <param name="about">About how many subscriptions to return.</param>
    /// <param name="cancel">Gives the waiting up.</param>
    ValueTask<IReadOnlyList<Subscription>> PageOfSubscriptionsAsync(Destination? after, int about, CancellationToken cancel);
}
