using System.Globalization;
using Cica.Bot.Reading;
using Cica.Bot.Reminders;
using Cica.Bot.Reminders.Planning;
using Cica.Bot.Storage;
using Cica.Bot.Telegram.Rendering;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;
using NodaTime;

namespace Cica.Bot.Telegram.Conversing.Reminding;

/// <summary>How reminders are spoken of in one chat: in its language and by its clock.</summary>
internal sealed class ReminderWords(UiTexts words, KnowledgeSnapshot knowledge, ChatState chat, ZoneFinder zones, TimeProvider time)
{
    private static readonly Leads[] Each = [Leads.Month, Leads.Week, Leads.Day, Leads.Hour, Leads.Start];

    private readonly DateTimeZone zone = Zones.Of(chat.Zone);

    /// <summary>The bot's texts.</summary>
    public UiTexts Words => words;

    /// <summary>The facts.</summary>
    public KnowledgeSnapshot Knowledge => knowledge;

    /// <summary>What was chosen in the chat.</summary>
    public ChatState Chat => chat;

    /// <summary>The chat's own day.</summary>
    public DateOnly Today => Local(time.GetUtcNow()).Day;

    /// <summary>All leads there are, the longest first.</summary>
    public static IReadOnlyList<Leads> AllLeads => Each;

    /// <summary>An event by its id, or null where the facts do not hold it any more.</summary>
    public EventEntry? Event(string id) => knowledge.Events.FirstOrDefault(e => e.Id == id);

    /// <summary>What is subscribed to, in words: "Seventh CICA Summit (Baku), October 2026".</summary>
    public string Of(Target target) => target.Event is { } id
        ? Event(id) is { } entry ? $"{entry.Title[words.Code]}, {Date(entry)}" : id
        : words["remind.target." + target.Text];

    /// <summary>When an event is, as exactly as it is known.</summary>
    public string Date(EventEntry entry)
    {
        var date = words.Dates.Plain(entry.NextFrom(Today));
        return entry.StartsAt is { } at ? Moment(at) : date;
    }

    /// <summary>Leads, in words.</summary>
    public string Of(Leads leads) => string.Join(", ", Each.Where(l => leads.HasFlag(l)).Select(l => words["remind.why." + Name(l)]));

    /// <summary>A moment by the chat's clock, and by which clock that is.</summary>
    public string Moment(DateTimeOffset at)
    {
        var (day, clock) = Local(at);
        return string.Create(CultureInfo.InvariantCulture, $"{words.Dates.Of(PartialDate.Of(day))}, {clock:HH\\:mm} ({ZoneName})");
    }

    /// <summary>The time of day by the chat's clock.</summary>
    public string Clock => Local(time.GetUtcNow()).Clock.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The chat's zone, with its distance from UTC.</summary>
    public string Zone => zones.Show(zone.Id, words.Code);

    /// <summary>A notice to come: "24 December 2026, 09:00 (Baku): a week before Seventh CICA Summit".</summary>
    public string Of(PlannedNotice notice) => Of(notice.Event, notice.Kind, notice.Due);

    /// <summary>A notice in the outbox.</summary>
    public string Of(Notice notice) => Of(notice.Event, notice.Kind, notice.Due);

    /// <summary>A lead's name in texts and data.</summary>
    public static string Name(Leads lead) => lead.ToString().ToLowerInvariant();

    private string ZoneName => zones.Name(zone.Id, words.Code);

    private string Of(string eventId, NoticeKind kind, DateTimeOffset due) =>
        $"{Moment(due)}: {words.Fill("remind.notice", ("why", words["remind.why." + kind.ToString().ToLowerInvariant()]), ("event", Event(eventId)?.Title[words.Code] ?? eventId))}";

    private (DateOnly Day, TimeOnly Clock) Local(DateTimeOffset at)
    {
        var local = Instant.FromDateTimeOffset(at).InZone(zone).LocalDateTime;
        return (local.Date.ToDateOnly(), local.TimeOfDay.ToTimeOnly());
    }
}

/// <summary>Finds the words for a chat.</summary>
internal sealed class ReminderPhrases(Answerer answerer, IStorage storage, ZoneFinder zones, TimeProvider time)
{
    /// <summary>The words for a chat, in a language.</summary>
    public async ValueTask<ReminderWords> ForAsync(Place place, UiTexts words, CancellationToken cancel) =>
        new(words, answerer.Engine.Knowledge, await storage.GetChatAsync(place.Chat, cancel), zones, time);
}
