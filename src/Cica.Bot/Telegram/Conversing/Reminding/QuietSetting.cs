using Cica.Bot.Reading;
using Cica.Bot.Reminders;
using Cica.Bot.Storage;
using Cica.Bot.Telegram.Rendering;
using Telegram.Bot.Types;
using Telegram.Bot.Types.ReplyMarkups;

namespace Cica.Bot.Telegram.Conversing.Reminding;

/// <summary>The hours of a chat in which no reminder comes: by <c>/quiet 22:00-08:00</c>, <c>/quiet off</c>, or buttons.</summary>
internal sealed class QuietSetting(ReminderPhrases phrases, IStorage storage, IReminderPlanner planner, GroupRights rights)
{
    private const string Off = "off";

    private static readonly string[] Usual = ["21:00-07:00", "22:00-08:00", "23:00-09:00"];

    /// <summary><c>/quiet</c>, with hours or without.</summary>
    public async ValueTask<IReadOnlyList<Reply>> AskAsync(string text, Place place, long? senderChat, UiTexts words, CancellationToken cancel)
    {
        if (await rights.RefusalAsync(place, senderChat, words, cancel) is { } refusal)
            return [Outgoing.Text(place, refusal)];
        var say = await phrases.ForAsync(place, words, cancel);
        if (string.IsNullOrWhiteSpace(text))
            return [Ask(place, say)];
        if (Vocabulary.IsOff(text, say.Knowledge))
            return [Outgoing.Text(place, await SetAsync(place, null, words, cancel))];
        return QuietHoursReader.Read(text) is { } hours
            ? [Outgoing.Text(place, await SetAsync(place, hours, words, cancel))]
            : [Outgoing.Text(place, words["quiet.unknown"], Choices(words))];
    }

    /// <summary>A tap on hours, or on the button that asks for them.</summary>
    public async ValueTask<IReadOnlyList<Reply>> TapAsync(CallbackQuery query, string hours, Place place, UiTexts words, CancellationToken cancel)
    {
        if (await rights.RefusalAsync(place, null, words, cancel) is { } refusal)
            return [Outgoing.Tapped(query, refusal, alert: true)];
        if (hours.Length == 0)
            return [Outgoing.Tapped(query), Ask(place, await phrases.ForAsync(place, words, cancel))];
        var wanted = QuietHoursReader.Read(hours);
        if (wanted is null && hours != Off)
            return [Outgoing.Tapped(query, words["ui.old-button"])];
        var text = await SetAsync(place, wanted, words, cancel);
        return query.Message?.Text == text ? [Outgoing.Tapped(query)] : [Outgoing.Tapped(query), Outgoing.Edit(place.Chat, place.Message, [.. TextLine.Of(text)])];
    }

    private static Reply Ask(Place place, ReminderWords say) => Outgoing.Text(
        place,
        say.Chat.Quiet is { } now ? say.Words.Fill("quiet.ask-now", ("hours", now.ToString())) : say.Words["quiet.ask"],
        Choices(say.Words));

    private async ValueTask<string> SetAsync(Place place, QuietHours? hours, UiTexts words, CancellationToken cancel)
    {
        try
        {
            await storage.SetQuietHoursAsync(place.Chat, hours, cancel);
            await planner.PlanChatAsync(place.Chat, cancel);
        }
        catch (StorageUnavailableException)
        {
            return words["ui.storage-trouble"];
        }
        if (hours is not { } quiet)
            return words["quiet.off"];
        var say = await phrases.ForAsync(place, words, cancel);
        return words.Fill("quiet.set", ("hours", quiet.ToString()), ("zone", say.Zone));
    }

    private static InlineKeyboardMarkup Choices(UiTexts words) => new(
        [
            [.. Usual.Select(hours => SubscriptionPanel.Button(hours.Replace('-', '–'), ButtonKind.Quiet, words, hours))],
            [SubscriptionPanel.Button(words["quiet.button.off"], ButtonKind.Quiet, words, Off)],
        ]);
}
