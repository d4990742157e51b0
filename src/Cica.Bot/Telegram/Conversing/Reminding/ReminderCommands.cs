using Cica.Bot.Telegram.Rendering;

namespace Cica.Bot.Telegram.Conversing.Reminding;

/// <summary>Leads the commands on reminders to what answers them.</summary>
internal sealed class ReminderCommands(SubscribeHandler subscribe, SubscriptionsHandler subscriptions, ZoneSetting zones, QuietSetting quiet, CalendarHandler calendar)
{
    /// <summary>The answer to a command, or null for one that is none of these.</summary>
    public async ValueTask<IReadOnlyList<Reply>?> AnswerAsync(Wish wish, Place place, long? senderChat, UiTexts words, CancellationToken cancel) => wish.Command switch
    {
        "subscribe" => await subscribe.AskAsync(wish.Text, place, senderChat, words, cancel),
        "subscriptions" => await subscriptions.ListAsync(place, words, cancel),
        "unsubscribe" => await subscriptions.UnsubscribeAsync(wish.Text, place, senderChat, words, cancel),
        "timezone" => await zones.AskAsync(wish.Text, place, senderChat, words, cancel),
        "quiet" => await quiet.AskAsync(wish.Text, place, senderChat, words, cancel),
        "calendar" => await calendar.AskAsync(wish.Text, place, words, cancel),
        _ => null,
    };

    /// <summary>A deep link that subscribes to what it names.</summary>
    public ValueTask<IReadOnlyList<Reply>> SubscribeAsync(string named, Place place, long? senderChat, UiTexts words, CancellationToken cancel) =>
        subscribe.FollowAsync(named, place, senderChat, words, cancel);
}
