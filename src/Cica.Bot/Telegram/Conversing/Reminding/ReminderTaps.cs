using Cica.Bot.Telegram.Rendering;
using Telegram.Bot.Types;

namespace Cica.Bot.Telegram.Conversing.Reminding;

/// <summary>Leads the taps on the buttons of reminders to what answers them.</summary>
internal sealed class ReminderTaps(SubscribeHandler subscribe, SubscriptionsHandler subscriptions, ZoneSetting zones, QuietSetting quiet, CalendarHandler calendar)
{
    /// <summary>The answer to a tap, or null for a button that is none of these.</summary>
    public async ValueTask<IReadOnlyList<Reply>?> AnswerAsync(CallbackQuery query, ButtonData data, Place place, UiTexts words, CancellationToken cancel) => data.Kind switch
    {
        ButtonKind.Remind => await subscribe.TapAsync(query, data.Rest, place, words, cancel),
        ButtonKind.Leads => await subscribe.TapLeadsAsync(query, data.Rest, place, words, cancel),
        ButtonKind.Subscriptions => await subscriptions.TapListAsync(query, data.Page, place, words, cancel),
        ButtonKind.Subscription => await subscriptions.TapOneAsync(query, data.Rest, place, words, cancel),
        ButtonKind.Unsubscribe => await subscriptions.TapEndAsync(query, data.Rest, edit: false, place, words, cancel),
        ButtonKind.Remove => await subscriptions.TapEndAsync(query, data.Rest, edit: true, place, words, cancel),
        ButtonKind.Zone => await zones.TapAsync(query, data.Rest, place, words, cancel),
        ButtonKind.Quiet => await quiet.TapAsync(query, data.Rest, place, words, cancel),
        ButtonKind.Calendar => await calendar.TapAsync(query, data.Rest, place, words, cancel),
        _ => null,
    };
}
