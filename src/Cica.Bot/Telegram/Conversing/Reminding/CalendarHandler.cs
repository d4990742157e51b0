using Cica.Bot.Reading;
using Cica.Bot.Reminders;
using Cica.Bot.Storage;
using Cica.Bot.Telegram.Rendering;
using Cica.Knowledge.Model;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Cica.Bot.Telegram.Conversing.Reminding;

/// <summary>Sends events as a file for calendar programs: one, a kind, all, or what is subscribed to.</summary>
internal sealed class CalendarHandler(ReminderPhrases phrases, Answerer answerer, IStorage storage, TimeProvider time)
{
    private const string FileName = "cica.ics";
    private const int MostNamed = 4;
    private const int MostCaption = 1000;

    /// <summary><c>/calendar</c>, with what or without: then all that is subscribed to here, or else all that is to come.</summary>
    public async ValueTask<IReadOnlyList<Reply>> AskAsync(string text, Place place, UiTexts words, CancellationToken cancel)
    {
        var say = await phrases.ForAsync(place, words, cancel);
        if (string.IsNullOrWhiteSpace(text))
            return await SendAsync(await SubscribedAsync(place, cancel) is { Count: > 0 } targets ? targets : [Target.All], place, say, cancel);
        return TargetFinder.Find(text.Length > 200 ? text[..200] : text, say.Knowledge, say.Today).Target is { } target
            ? await SendAsync([target], place, say, cancel)
            : [Outgoing.Text(place, words["calendar.unknown"])];
    }

    /// <summary>A tap on a calendar button.</summary>
    public async ValueTask<IReadOnlyList<Reply>> TapAsync(CallbackQuery query, string named, Place place, UiTexts words, CancellationToken cancel) =>
        named.Length == 0 || Target.TryRead(named, out _)
            ? [Outgoing.Tapped(query), .. await AskAsync(named, place, words, cancel)]
            : [Outgoing.Tapped(query, words["ui.old-button"])];

    private async ValueTask<IReadOnlyList<Reply>> SendAsync(IReadOnlyList<Target> targets, Place place, ReminderWords say, CancellationToken cancel)
    {
        var words = say.Words;
        // One that is named is sent also when it is over; of many only what is to come, and what was called off, so that it leaves the calendar.
        var events = say.Knowledge.Events.Where(e => targets.Any(t => t.Event == e.Id || (t.TakesIn(e.Id, e.Kind) && (e.IsAhead(say.Today) || (e.Status == EventStatus.Cancelled && e.Start.Last >= say.Today)))));
        var changes = (await storage.ToldEventsAsync(cancel)).ToDictionary(e => e.Id, e => e.Changes, StringComparer.Ordinal);
        var file = CalendarFile.Of(events, answerer.Engine, words, changes, time.GetUtcNow());
        var caption = new List<string> { words[file.Content is null ? "calendar.nothing" : "calendar.caption"] };
        if (file.WholeMonths.Count > 0)
            caption.Add(words.Fill("calendar.months", ("events", Names(file.WholeMonths, say))));
        if (file.LeftOut.Count > 0)
            caption.Add(words.Fill("calendar.left-out", ("events", Names(file.LeftOut, say))));
        var text = string.Join('\n', caption);
        if (file.Content is not { } content)
            return [Outgoing.Text(place, text)];
        return [Outgoing.Action(place, ChatAction.UploadDocument), Outgoing.File(place, FileName, content, text.Length > MostCaption ? text[..MostCaption] + "…" : text)];
    }

    private async ValueTask<IReadOnlyList<Target>> SubscribedAsync(Place place, CancellationToken cancel) =>
        [.. (await storage.SubscriptionsOfAsync(place.Chat, cancel)).Where(s => s.To.Topic == place.Topic).Select(s => s.Target)];

    private static string Names(IReadOnlyList<EventEntry> events, ReminderWords say) =>
        string.Join("; ", events.Take(MostNamed).Select(e => $"{e.Title[say.Words.Code]} ({say.Date(e)})")) + (events.Count > MostNamed ? "…" : "");
}
