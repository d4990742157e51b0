using System.Text;
using Cica.Answers;
using Cica.Bot.Telegram.Rendering;
using Cica.Knowledge.Model;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using EventStatus = Cica.Knowledge.Model.EventStatus;

namespace Cica.Bot.Telegram.Conversing.Reminding;

/// <summary>Events as a file for calendar programs (RFC 5545). An event keeps its UID, and its SEQUENCE grows when it changes, so that reading a newer file moves it.</summary>
/// <param name="Content">The file; null where no event has a date for it.</param>
/// <param name="WholeMonths">Events whose day is not known: they stand as a note over their month.</param>
/// <param name="LeftOut">Events of which only the year is known: they are left out.</param>
internal sealed record CalendarFile(byte[]? Content, IReadOnlyList<EventEntry> WholeMonths, IReadOnlyList<EventEntry> LeftOut)
{
    private const string Domain = "cica-bot";

    /// <summary>Makes the file.</summary>
    /// <param name="events">The events.</param>
    /// <param name="engine">What names their sources.</param>
    /// <param name="words">The language to write in.</param>
    /// <param name="changes">How often an event has changed, by its id.</param>
    /// <param name="now">The moment the file is made.</param>
    public static CalendarFile Of(IEnumerable<EventEntry> events, AnswerEngine engine, UiTexts words, IReadOnlyDictionary<string, int> changes, DateTimeOffset now)
    {
        var all = events.ToArray();
        var left = all.Where(e => e.Start.Precision == DatePrecision.Year).ToArray();
        var calendar = new Calendar { ProductId = "-//Cica.Bot//Events of CICA//" + words.Code.ToUpperInvariant(), Method = CalendarMethods.Publish };
        calendar.AddProperty("X-WR-CALNAME", words["calendar.name"]);
        foreach (var entry in all.Except(left))
            calendar.Events.Add(Of(entry, engine, words, changes.GetValueOrDefault(entry.Id), now));
        var content = calendar.Events.Count == 0 ? null : Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar) ?? "");
        return new(content, [.. all.Where(e => e.Start.Precision == DatePrecision.Month)], left);
    }

    private static CalendarEvent Of(EventEntry entry, AnswerEngine engine, UiTexts words, int changes, DateTimeOffset now)
    {
        var wholeMonth = entry.Start.Precision == DatePrecision.Month;
        var title = entry.Title[words.Code];
        var made = new CalendarEvent
        {
            Uid = $"{entry.Id}@{Domain}",
            Sequence = changes,
            DtStamp = new CalDateTime(now.UtcDateTime, hasTime: true),
            Summary = wholeMonth ? words.Fill("calendar.whole-month", ("event", title)) : title,
            Description = Description(entry, engine, words),
            Status = entry.Status switch
            {
                EventStatus.Cancelled => Ical.Net.EventStatus.Cancelled,
                EventStatus.Planned => Ical.Net.EventStatus.Tentative,
                _ => Ical.Net.EventStatus.Confirmed,
            },
            // Nobody is busy all that time.
            Transparency = TransparencyType.Transparent,
        };
        if (entry.Where is { } place)
            made.Location = place.NameIn(words.Code);
        if (entry.Sources.Select(s => s.Source.Url).FirstOrDefault(u => u is not null) is { } url)
            made.Url = url;
        if (entry.StartsAt is { } at)
        {
            made.Start = new CalDateTime(at.UtcDateTime, hasTime: true);
            return made;
        }
        made.Start = new CalDateTime(entry.Start.First);
        made.End = new CalDateTime(entry.Until is { Precision: DatePrecision.Day, First: var end } && !wholeMonth ? end : entry.Start.Last.AddDays(1));
        if (entry.Yearly)
            made.RecurrenceRule = Yearly(entry.Start.First);
        return made;
    }

    // 29 February is kept on the last of February.
    private static RecurrenceRule Yearly(DateOnly day) => day is { Month: 2, Day: 29 }
        ? new RecurrenceRule(FrequencyType.Yearly) { ByMonth = [2], ByMonthDay = [-1] }
        : new RecurrenceRule(FrequencyType.Yearly);

    private static string Description(EventEntry entry, AnswerEngine engine, UiTexts words)
    {
        var sources = words.Fill("source.line", ("sources", string.Join("; ", entry.Sources.Take(2).Select(s => engine.Describe(s, words.Code)))));
        return entry is { Firmness: { } firmness, Yearly: false } ? firmness[words.Code] + "\n" + sources : sources;
    }
}
