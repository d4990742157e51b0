using Cica.Answers.Composing;
using Cica.Answers.Finding;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;

namespace Cica.Answers.Topics;

/// <summary>The calendar: what comes next, what is in a month or a year, what returns every year, what has passed without word.</summary>
internal sealed class EventTopic : ITopic
{
    /// <summary>What was so many days ago has just been.</summary>
    private const int JustDays = 30;

    private const string CicaDay = "cica-day";

    public IEnumerable<Candidate> Read(Asking asking)
    {
        var frame = asking.Frame;
        if (!frame.Has("event-word") && !(frame.Time is { MonthOnly: true } && (frame.NamesCica || frame.Asks(Ask.What))) && !frame.Has("anniversary"))
            yield break;
        // "At what event?" is asked of what was told.
        if (frame.IsFollowUp && Following.Leaning.AsksAtWhich(frame))
            yield break;
        var day = frame.Time is { IsDay: true };
        if (frame.AllEntities.Any(e => e.Kind is not (EntityKind.Place or EntityKind.Organisation or EntityKind.State) && !(day && e.Id == CicaDay)) || frame.Asks(Ask.Why | Ask.How))
            yield break;
        if (frame.Asks(Ask.HowMany) || (frame.Has("cbm-events") && frame.Has("measure")))
            yield break;
        var used = new Used().Concepts("event-word", "anniversary", "order.next", "order.current", "planned", "held", "meeting", "cica-noun", "region", "order.last", "ask.list", "cbm-events", "count-word");
        var where = frame.First(EntityKind.Place);
        used.Entity(where);
        if (frame.Has("anniversary") && !frame.Has("event-word"))
        {
            // "Which anniversary falls on 17 June?"
            if (frame.Time is { MonthOnly: false } && !day)
                yield break;
            if (frame.Time is { } named)
            {
                yield return new Candidate("event", asking.Coverage(used.Time()), $"anniversaries on {named.First}–{named.Last}", d => Within(d, asking, named, null), "events");
                yield break;
            }
            if (frame.Time is not null || frame.Asks(Ask.Which | Ask.What | Ask.List) && frame.Has("order.next"))
                yield return Upcoming(asking, used.Time(), yearlyOnly: true);
            else if (frame.Asks(Ask.List | Ask.Which | Ask.What) && frame.Entities.Count == 0)
                yield return Upcoming(asking, used, yearlyOnly: true) with { Score = asking.Coverage(used) - 0.12 };
            yield break;
        }
        if (frame.Time is { } time)
        {
            used.Time();
            yield return new Candidate("event", asking.Coverage(used), $"events in {time.First}–{time.Last}", d => Within(d, asking, time, where), "events");
            yield break;
        }
        if (frame.HasAny("order.last") && !frame.Has("order.next"))
        {
            yield return new Candidate("event", asking.Coverage(used), "events of late", d => Recent(d, asking), "events-recent");
            yield break;
        }
        yield return Upcoming(asking, used, yearlyOnly: false);
    }

    private static Candidate Upcoming(Asking asking, Used used, bool yearlyOnly) =>
        new("event", asking.Coverage(used), "what comes next", draft =>
        {
            var words = draft.Words;
            var open = Known(asking).Where(e => !e.Yearly && !yearlyOnly && e.IsOpen && e.Start.Last >= asking.AsOf).OrderBy(e => e.Start).ToArray();
            var yearly = Known(asking).Where(e => e.Yearly && e.Start.First <= asking.AsOf).Select(e => (Event: e, Next: e.NextFrom(asking.AsOf).First)).OrderBy(e => e.Next).ToArray();
            draft.Line(words.Text(yearlyOnly ? "events.yearly" : "events.upcoming"));
            var lines = open.Select(e => (Date: e.Start.First, Text: Line(draft, e, null), Event: e))
                .Concat(yearly.Select(y => (Date: y.Next, Text: Line(draft, y.Event, y.Next), y.Event))).OrderBy(l => l.Date).Take(8).ToArray();
            foreach (var line in lines)
            {
                draft.Line("• " + line.Text);
                Cite(draft, line.Event);
            }
            if (!yearlyOnly)
            {
                Passed(draft, asking, e => true);
                JustBeen(draft, asking);
            }
            draft.Suggest("suggest.next-summit").Suggest("suggest.cica-day");
        }, "events");

    private static void Within(Draft draft, Asking asking, TimeReference time, Entity? where)
    {
        var words = draft.Words;
        var found = new List<(DateOnly Date, EventEntry Event, bool Yearly)>();
        foreach (var entry in Known(asking))
        {
            if (where is not null && entry.Where != where)
                continue;
            if (entry.Yearly)
            {
                // What returns every year is no event of a year that is over.
                for (var year = Math.Max(time.MonthOnly ? time.First.Year : Math.Max(time.First.Year, asking.AsOf.Year), entry.Start.Year); year <= time.Last.Year; year++)
                {
                    var day = entry.DayIn(year);
                    if (day >= time.First && day <= time.Last && (year > entry.Start.Year || entry.Meeting is null))
                        found.Add((day, entry, true));
                }
            }
            else if (entry.Start.First <= time.Last && entry.Start.Last >= time.First && (entry.Start.Precision != DatePrecision.Year || time.IsYear))
            {
                if (entry.Status == EventStatus.Held ? entry.Start.First <= asking.AsOf : entry.Start.Last >= asking.AsOf)
                    found.Add((entry.Start.First, entry, false));
            }
        }
        if (found.Count == 0)
        {
            draft.Line(words.Text("events.none"));
        }
        else
        {
            draft.Line(words.Text("events.in-time"));
        }
        foreach (var (day, entry, yearly) in found.OrderBy(f => f.Date).Take(10))
        {
            draft.Line("• " + Line(draft, entry, yearly ? day : null));
            Cite(draft, entry);
        }
        if (found is [{ Event.Meeting: { } meeting }])
            draft.Told.Add(meeting);
        Passed(draft, asking, e => e.Start.First <= time.Last && e.Start.Last >= time.First);
        if (draft.Citations.Count == 0)
            draft.Outcome = Outcome.Unknown;
        draft.Suggest("suggest.next-summit").Suggest("suggest.upcoming");
    }

    private static void Recent(Draft draft, Asking asking)
    {
        draft.Line(draft.Words.Text("events.recent"));
        foreach (var entry in Known(asking).Where(e => e.Status == EventStatus.Held && e.Start.First <= asking.AsOf).OrderByDescending(e => e.Start).Take(5))
        {
            draft.Line("• " + Line(draft, entry, null));
            Cite(draft, entry);
        }
        Passed(draft, asking, _ => true);
        draft.Suggest("suggest.next-summit").Suggest("suggest.upcoming");
    }

    private static void JustBeen(Draft draft, Asking asking)
    {
        var since = asking.AsOf.DayNumber > JustDays ? asking.AsOf.AddDays(-JustDays) : DateOnly.MinValue;
        var held = Known(asking).Where(e => !e.Yearly && e.Status == EventStatus.Held && e.Start is { Precision: DatePrecision.Day } start && start.First >= since && start.First < asking.AsOf)
            .Select(e => (Day: e.Start.First, Event: e));
        var returned = Known(asking).Where(e => e.Yearly).SelectMany(e => new[] { e.DayIn(asking.AsOf.Year), e.DayIn(Math.Max(1, asking.AsOf.Year - 1)) }.Select(day => (Day: day, Event: e)))
            .Where(e => e.Day >= since && e.Day < asking.AsOf && e.Day.Year > e.Event.Start.Year);
        var lines = held.Concat(returned).OrderByDescending(e => e.Day).Take(3).ToArray();
        if (lines.Length == 0)
            return;
        var words = draft.Words;
        draft.Line(words.Text("events.just-been", ("events", string.Join("; ", lines.Select(l => $"{l.Event.Title[words.Code]} ({words.Dates.Of(PartialDate.Of(l.Day))})")))));
        foreach (var (_, entry) in lines)
            Cite(draft, entry);
    }

    // Neither upcoming nor held: its time has passed and no source says that it took place.
    private static void Passed(Draft draft, Asking asking, Func<EventEntry, bool> wanted)
    {
        var words = draft.Words;
        var passed = Known(asking).Where(e => !e.Yearly && e.IsOpen && e.Start.Last < asking.AsOf && wanted(e)).OrderByDescending(e => e.Start).Take(3).ToArray();
        if (passed is [var only])
            draft.Line("• " + words.Text("events.passed", ("event", only.Title[words.Code]), ("date", words.Dates.Plain(only.Start))));
        else if (passed.Length > 0)
            draft.Line(words.Text("events.passed-several", ("events", string.Join("; ", passed.Select(e => $"{e.Title[words.Code]} ({words.Dates.Plain(e.Start)})")))));
        foreach (var entry in passed)
            Cite(draft, entry);
    }

    private static IEnumerable<EventEntry> Known(Asking asking) =>
        asking.Knowledge.Events.Where(e => (e.Known ?? (e.IsOpen && !e.Yearly ? e.Sources.Min(s => s.Source.Date) : null)) is not { } known || known.First <= asking.AsOf);

    private static string Line(Draft draft, EventEntry entry, DateOnly? day)
    {
        var words = draft.Words;
        var date = day is { } known ? words.Dates.Of(PartialDate.Of(known)) : entry.Until is { } until ? words.Dates.During(entry.Start, until) : words.Dates.Plain(entry.Start);
        var place = entry.Where is { } where ? ", " + words.Name(where) : "";
        var firm = entry.Firmness is { } firmness && entry.IsOpen && !entry.Yearly ? $" ({firmness[words.Code]})" : "";
        return $"{date}: {entry.Title[words.Code]}{place}{firm}";
    }

    private static void Cite(Draft draft, EventEntry entry) => draft.Cite(entry);
}
