using Cica.Answers.Composing;
using Cica.Answers.Finding;
using Cica.Answers.Following;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Topics;

/// <summary>Summits, ministerials and other meetings: which one is meant, and what is asked of it.</summary>
internal sealed partial class MeetingTopic : ITopic
{
    private static readonly (string Concept, string Series)[] SeriesOf =
        [("summit", "summit"), ("ministerial", "ministerial")];

    // With more, it is a calendar.
    private const int MostOfAnyKind = 6;

    private static readonly string[] Light =
        ["summit", "ministerial", "meeting", "held", "order.current", "cica-noun", "region", "order.ever", "planned", "ask.when", "member", "event-word", "attend-head", "number-of-times", "informal", "special", "count-word", "seat", "order.since", "status", "ministers-word", "president-word", "format", "cica-here"];

    public IEnumerable<Candidate> Read(Asking asking)
    {
        var frame = asking.Frame;
        var named = frame.Named(EntityKind.Meeting).Distinct().ToArray();
        // "Compare the Shanghai and Dushanbe summits."
        if (named is [{ Series: { } row }] && frame.Ordinal is null && frame.Asks(Ask.Compare | Ask.When | Ask.Where | Ask.List))
        {
            var others = asking.Knowledge.Series(row).ToArray().Where(m => m != named[0] && frame.Named(EntityKind.Place).Any(p => p.Id != Held(asking, named[0])?.Value?.Entity?.Id && IsAt(asking, m, p, null))).ToArray();
            if (others.Length > 0 && others.Length < 3)
                named = [.. named.Concat(others).OrderBy(m => DateOf(asking, m)?.First)];
        }
        if (named.Length == 1 && frame.Ordinal is null && Neighbour(asking, named[0]) is { } beside)
        {
            return Single(asking, beside, new Used().Entity(named[0]).Concepts("order.before", "order.after", "order.previous", "order.next", "participants"), "beside " + named[0].Id, named[0]);
        }
        if (named.Length == 1 && frame.Ordinal is null)
        {
            return Single(asking, named[0], new Used().Entity(named[0]), "named");
        }
        if (named.Length > 1)
        {
            // "Almaty summit": several carry the name.
            var all = Marked(named);
            foreach (var city in frame.Named(EntityKind.Place))
                all.Entity(city);
            return [Several(asking, named, all, "several carry that name")];
        }
        var series = SeriesNamed(asking);
        if (frame.Asks(Ask.HowOften) || NumbersAnother(frame))
            return [];
        if (series is null)
            return OfAnyKind(asking);
        var meetings = asking.Knowledge.Series(series).ToArray();
        // Ministers also met informally and specially: a time or a place without a number may mean any of these.
        if (series == "ministerial" && frame.Ordinal is null && (frame.Time is not null || frame.First(EntityKind.Place) is not null) && !frame.Asks(Ask.HowMany))
        {
            var others = asking.Knowledge.Series("informal-ministerial").ToArray().Concat(asking.Knowledge.Series("special-ministerial").ToArray()).ToArray();
            if (frame.Time is { } when && !meetings.Any(m => DateOf(asking, m) is { } date && date.First <= when.Last && date.Last >= when.First))
                meetings = [.. meetings.Concat(others).OrderBy(m => DateOf(asking, m)?.First ?? DateOnly.MaxValue)];
            else if (frame.First(EntityKind.Place) is { Id: "new-york" })
                meetings = [.. others.OrderBy(m => DateOf(asking, m)?.First ?? DateOnly.MaxValue)];
        }
        var used = new Used().Concepts(Light);
        var held = meetings.Where(m => Held(asking, m) is { } fact && IsPast(fact, asking.AsOf)).ToArray();
        var planned = meetings.Except(held).Where(m => Known(asking, m)).ToArray();

        if (frame.Ordinal is { } ordinal)
        {
            used.Ordinal();
            var found = meetings.FirstOrDefault(m => m.Number == ordinal && (held.Contains(m) || planned.Contains(m)));
            if (found is not null)
                return Single(asking, found, used, $"{series} {ordinal}");
            // The next of all may be spoken of; one beyond it is a slip.
            return held.Length > 0 && frame.Concepts.ContainsKey(series) && ordinal > 1 + meetings.Max(m => m.Number ?? 0) ? [NoSuch(asking, series, ordinal, held, planned, used)] : [];
        }
        var place = frame.First(EntityKind.Place);
        var host = frame.First(EntityKind.State);
        if (frame.Time is { MonthOnly: false } time && (!frame.Asks(Ask.HowMany) || frame.HasAny("participants", "attend-head", "member")))
        {
            used.Time().Concepts("order.before", "order.after", "order.since", "order.last", "order.first", "order.next");
            var inTime = InTime(asking, held, planned, time);
            if (place is not null || host is not null)
            {
                used.Entity(place).Entity(host);
                var there = inTime.Where(m => IsAt(asking, m, place, host)).ToArray();
                if (there.Length > 0)
                    inTime = there;
                // "Did they meet in Baku in 2025?" is not answered by where else they met.
                else if (frame.Asks(Ask.YesNo))
                    return [];
            }
            if (inTime.Length == 1 || (inTime.Length > 1 && frame.HasAny("order.last", "order.first") && time.Relation != TimeRelation.In))
                return Single(asking, time.Relation == TimeRelation.Before ? inTime[^1] : inTime[0], used, $"the {series} in that time", settles: IsOfTerm(asking));
            else if (inTime.Length > 1)
                return [Several(asking, inTime, used, $"the {series}s in that time")];
            else if (time.First > asking.AsOf && time.Relation == TimeRelation.In)
                return [];
            else
                return [None(asking, series, used, time)];
        }
        if (frame.Has("order.next") || (frame.Has("order.current") && planned.Length > 0 && held.Length > 0 && frame.Has("planned")))
        {
            used.Concepts("order.next");
            if (planned.Length > 0)
                return Single(asking, planned[0], used, "the next");
            return [];
        }
        if (frame.HasAny("order.last", "order.previous") && held.Length > 0)
        {
            used.Concepts("order.last", "order.previous");
            return Single(asking, held[^1], used, "the last held");
        }
        if (frame.Has("order.first") && held.Length > 0)
        {
            used.Concepts("order.first");
            var candidates = host is not null || place is not null ? held.Where(m => IsAt(asking, m, place, host)).ToArray() : held;
            if (candidates.Length > 0)
                return Single(asking, candidates[0], used.Entity(place).Entity(host), "the first");
            return [];
        }
        if ((place is not null || host is not null) && !frame.Entities.Any(e => Turns.IsExcepted(frame, e)))
        {
            used.Entity(place).Entity(host).Concepts("host", "territory-share");
            // "Compare the Shanghai and Dushanbe summits."
            var places = frame.Named(EntityKind.Place).Distinct().ToArray();
            foreach (var one in places)
                used.Entity(one);
            var there = held.Concat(planned).Where(m => IsAt(asking, m, place, host) || places.Any(p => IsAt(asking, m, p, null))).ToArray();
            if (there.Length == 1 && Neighbour(asking, there[0]) is { } neighbour)
                return Single(asking, neighbour, used.Concepts("order.before", "order.after", "order.previous", "order.next", "participants"), "beside " + there[0].Id, place ?? host);
            else if (there.Length == 1)
                return Single(asking, there[0], used, "the one there");
            else if (there.Length > 1)
                return [Several(asking, there, used, "those there", counted: frame.Asks(Ask.HowMany) && there.All(held.Contains))];
            else if ((frame.Asks(Ask.YesNo | Ask.When) || IsSaidToBeThere(frame, place ?? host)) && (place ?? host) is { } asked)
                return [NotThere(asking, asked, held, used, IsSaidToBeThere(frame, asked))];
            return [];
        }
        if (frame.Asks(Ask.HowMany) && !frame.HasAny("participants", "attend-head", "document", "adopt", "outcome", "member"))
        {
            if (frame.Time is { } until)
            {
                used.Time().Concepts("order.before", "order.after", "order.since");
                held = [.. InTime(asking, held, [], until)];
            }
            return [new Candidate("meeting", asking.Coverage(used), $"how many {series}s", d => Count(d, asking, series, held, planned), "count:" + series)];
        }
        if (frame.Asks(Ask.List | Ask.Which | Ask.When | Ask.Where | Ask.What) || frame.Asks(Ask.None) || frame.Has("host") || frame.HasAny("order.alltime", "held"))
        {
            used.Concepts("ask.list", "order.alltime", "host");
            if (!frame.Asks(Ask.YesNo | Ask.Why | Ask.How) && !(frame.PointsBack && Leaning.AsksAtWhich(frame)) && !frame.Has("rhythm") && !Turns.IsSuperlative(frame) && !Turns.IsNegated(frame))
                return [Several(asking, held.Concat(planned.Take(1)).ToArray(), used, "all of them", list: true)];
        }
        return [];
    }

    // "Which meeting took place in 1999?"
    private static IEnumerable<Candidate> OfAnyKind(Asking asking)
    {
        var frame = asking.Frame;
        if (frame.Time is not { Relation: TimeRelation.In, MonthOnly: false } time || frame.Entities.Count > 0 || !frame.Has("meeting") || !frame.Asks(Ask.Which | Ask.What) || !frame.NamesCica || frame.Concepts.Keys.Any(c => !c.Contains('.') && c is not ("meeting" or "held" or "cica-noun")))
            return [];
        var there = asking.Knowledge.Entities.Values.Where(e => e.Kind == EntityKind.Meeting && Held(asking, e) is { } held && IsPast(held, asking.AsOf) && held.BeganWithin(time.First, time.Last)).OrderBy(e => Held(asking, e)!.From!.Value.First).ToArray();
        return there.Length is > 0 and <= MostOfAnyKind ? [Several(asking, there, new Used().Concepts(Light).Time(), "the meetings in that time")] : [];
    }

    /// <summary>The meeting that a question names as the occasion of something else, with its days.</summary>
    public static (Entity Meeting, DateOnly From, DateOnly Until)? Occasion(Asking asking)
    {
        var meeting = asking.Frame.First(EntityKind.Meeting);
        if (meeting is null && asking.Frame.Ordinal is { } ordinal && !NumbersAnother(asking.Frame) && SeriesNamed(asking) is { } series)
            meeting = asking.Knowledge.Series(series).ToArray().FirstOrDefault(m => m.Number == ordinal);
        if (meeting is null && SeriesNamed(asking) is { } there && asking.Frame.First(EntityKind.Place) is { } city)
            meeting = asking.Knowledge.Series(there).ToArray().LastOrDefault(m => IsAt(asking, m, city, null));
        if (meeting is null || Held(asking, meeting) is not { From: { Precision: DatePrecision.Day } from } held)
            return null;
        return (meeting, from.First, held.Until?.First ?? from.First);
    }

    private static Used Marked(Entity[] meetings)
    {
        var used = new Used().Concepts(Light);
        foreach (var meeting in meetings)
            used.Entity(meeting);
        return used;
    }

    private static string? SeriesNamed(Asking asking)
    {
        var frame = asking.Frame;
        if (frame.Has("informal") && (frame.HasAny("ministerial", "meeting")))
            return "informal-ministerial";
        if (frame.Has("special") && frame.Has("ministerial"))
            return "special-ministerial";
        foreach (var (concept, series) in SeriesOf)
        {
            if (frame.Has(concept))
                return series;
        }
        if (!frame.HasAny("meeting", "held"))
            return null;
        if (frame.HasPlainly("ministers-word"))
            return "ministerial";
        if (frame.HasPlainly("attend-head") && !frame.Asks(Ask.HowMany))
            return "summit";
        return frame.AllEntities.Where(e => e.Kind is EntityKind.Body or EntityKind.Organ)
            .Select(e => asking.Knowledge.Series(e.Id).Length > 0 ? e.Id : e.Id is "council-of-heads" ? "summit" : e.Id is "ministerial-council" ? "ministerial" : null).FirstOrDefault(s => s is not null);
    }

    private static Fact? Held(Asking asking, Entity meeting)
    {
        var facts = asking.Knowledge.Of(meeting.Id, "held");
        return facts.Length > 0 ? facts[^1] : null;
    }

    private static bool IsPast(Fact held, DateOnly asOf) => held.Status != FactStatus.Planned && held.From is { } from && from.First <= asOf;

    private static Fact? Plan(Asking asking, Entity meeting)
    {
        Fact? plan = null;
        foreach (var fact in asking.Knowledge.Of(meeting.Id, "planned-date"))
        {
            if (fact.HoldsOn(asking.AsOf))
                plan = fact;
        }
        return plan;
    }

    private static bool Known(Asking asking, Entity meeting) => Plan(asking, meeting) is not null || (Held(asking, meeting) is { Status: FactStatus.Planned } fact && fact.Begun(asking.AsOf));

    private static PartialDate? DateOf(Asking asking, Entity meeting) =>
        Held(asking, meeting) is { Status: not FactStatus.Planned } held ? held.From : Plan(asking, meeting)?.Value?.Date;

    private static Entity[] InTime(Asking asking, Entity[] held, Entity[] planned, TimeReference time)
    {
        var all = held.Concat(planned).Where(m => DateOf(asking, m) is not null).ToArray();
        if (IsBy(asking.Frame, time))
            return [.. all.Where(m => DateOf(asking, m)!.Value.First <= time.Last)];
        return time.Relation switch
        {
            TimeRelation.Before => [.. all.Where(m => DateOf(asking, m)!.Value.Last < time.First)],
            TimeRelation.After => [.. all.Where(m => DateOf(asking, m)!.Value.First > time.Last)],
            TimeRelation.Since => [.. all.Where(m => DateOf(asking, m)!.Value.First >= time.First)],
            _ => [.. all.Where(m => DateOf(asking, m)!.Value is var date && date.First <= time.Last && date.Last >= time.First)],
        };
    }

    // "How many by October 2022?": all until then.
    private static bool IsBy(Frame frame, TimeReference time) =>
        frame.Asks(Ask.HowMany) && time.Relation == TimeRelation.In && time.Tokens.Count > 0 && time.Tokens.Min() is > 0 and var first && frame.Tokens[first - 1].Text is "by" or "к" or "ко" or "until";

    private static bool IsAt(Asking asking, Entity meeting, Entity? place, Entity? host)
    {
        if (place is not null && Held(asking, meeting)?.Value?.Entity == place)
            return true;
        if (host is null)
            return false;
        foreach (var fact in asking.Knowledge.Of(meeting.Id, "host"))
        {
            if (fact.Value?.Entity == host || fact.About.Contains(host))
                return true;
        }
        return false;
    }
}
