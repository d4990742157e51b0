using Cica.Bot.Reading;
using Cica.Bot.Reminders;
using Cica.Bot.Storage;
using Cica.Bot.Telegram.Rendering;
using NodaTime;
using Telegram.Bot.Types;
using Telegram.Bot.Types.ReplyMarkups;

namespace Cica.Bot.Telegram.Conversing.Reminding;

/// <summary>The time zone of a chat: by <c>/timezone</c>, by a button, or by a city written when the bot has asked for it.</summary>
internal sealed class ZoneSetting(ReminderPhrases phrases, IStorage storage, IReminderPlanner planner, GroupRights rights, ZoneFinder zones, TimeProvider time)
{
    // Where most of those live who are told of CICA; any other is typed.
    private static readonly string[] Usual = ["Asia/Almaty", "Asia/Baku", "Europe/Moscow", "Europe/Istanbul", "Asia/Tashkent", "Asia/Shanghai", "Asia/Kolkata", "UTC"];

    private const int InARow = 2;
    private const int MostWords = 4;

    // Who was asked for a zone, and may answer with nothing but a city.
    private readonly BoundedMemory<(long Chat, long User), bool> asked = new(time, TimeSpan.FromMinutes(10), 10_000);

    /// <summary><c>/timezone</c>, with a zone or without.</summary>
    public async ValueTask<IReadOnlyList<Reply>> AskAsync(string text, Place place, long? senderChat, UiTexts words, CancellationToken cancel)
    {
        if (await rights.RefusalAsync(place, senderChat, words, cancel) is { } refusal)
            return [Outgoing.Text(place, refusal)];
        var say = await phrases.ForAsync(place, words, cancel);
        if (string.IsNullOrWhiteSpace(text))
            return [Ask(place, say)];
        var reading = zones.Read(text, say.Knowledge);
        if (reading.Id is { } id)
            return [Outgoing.Text(place, await SetAsync(place, id, words, cancel))];
        Await(place);
        return [Outgoing.Text(place, words[reading.Ids.Count == 0 ? "zone.unknown" : reading.IsCertain ? "zone.which" : "zone.near"], reading.Ids.Count == 0 ? Choices(Usual, words) : Choices(reading.Ids, words))];
    }

    /// <summary>The question for a zone; a city written within ten minutes answers it.</summary>
    public Reply Ask(Place place, ReminderWords say)
    {
        Await(place);
        var now = say.Chat.Zone is null ? say.Words["zone.ask"] : say.Words.Fill("zone.ask-now", ("zone", say.Zone), ("clock", say.Clock));
        return Outgoing.Text(place, now, Choices(Usual, say.Words));
    }

    /// <summary>Whether somebody was asked for a zone there a short while ago.</summary>
    public bool IsAsked(Place place) => place.User is { } user && asked.TryGet((place.Chat, user), out _);

    /// <summary>A message of somebody who was asked, and may answer the question: the reply, or null where it is something else.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="place">Where, and by whom.</param>
    /// <param name="senderChat">The chat in whose name it was written, if any.</param>
    /// <param name="words">The bot's texts.</param>
    /// <param name="cancel">Gives the waiting up.</param>
    public async ValueTask<IReadOnlyList<Reply>?> AnswerAsync(string text, Place place, long? senderChat, UiTexts words, CancellationToken cancel)
    {
        if (place.User is not { } user || text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length > MostWords || text.Contains('?', StringComparison.Ordinal))
            return null;
        var say = await phrases.ForAsync(place, words, cancel);
        if (zones.Read(text, say.Knowledge).Ids.Count == 0)
            return null;
        asked.Forget(key => key == (place.Chat, user));
        return await AskAsync(text, place, senderChat, words, cancel);
    }

    /// <summary>A tap on a zone, or on the button that asks for one.</summary>
    public async ValueTask<IReadOnlyList<Reply>> TapAsync(CallbackQuery query, string id, Place place, UiTexts words, CancellationToken cancel)
    {
        if (await rights.RefusalAsync(place, null, words, cancel) is { } refusal)
            return [Outgoing.Tapped(query, refusal, alert: true)];
        if (id.Length == 0)
            return [Outgoing.Tapped(query), Ask(place, await phrases.ForAsync(place, words, cancel))];
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is null)
            return [Outgoing.Tapped(query, words["ui.old-button"])];
        asked.Forget(key => key == (place.Chat, query.From.Id));
        var text = await SetAsync(place, id, words, cancel);
        // Telegram refuses an edit that changes nothing.
        return query.Message?.Text == text ? [Outgoing.Tapped(query)] : [Outgoing.Tapped(query), Outgoing.Edit(place.Chat, place.Message, [.. TextLine.Of(text)])];
    }

    private void Await(Place place)
    {
        if (place.User is { } user)
            asked.Set((place.Chat, user), true);
    }

    private async ValueTask<string> SetAsync(Place place, string id, UiTexts words, CancellationToken cancel)
    {
        try
        {
            await storage.SetZoneAsync(place.Chat, id, cancel);
            await planner.PlanChatAsync(place.Chat, cancel);
        }
        catch (StorageUnavailableException)
        {
            return words["ui.storage-trouble"];
        }
        var say = await phrases.ForAsync(place, words, cancel);
        return words.Fill("zone.set", ("zone", say.Zone), ("clock", say.Clock));
    }

    private InlineKeyboardMarkup Choices(IEnumerable<string> ids, UiTexts words) =>
        new([.. ids.Select(id => SubscriptionPanel.Button(zones.Show(id, words.Code), ButtonKind.Zone, words, id)).Chunk(InARow)]);
}
