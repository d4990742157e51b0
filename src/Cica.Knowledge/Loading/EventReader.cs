using Cica.Knowledge.Model;

namespace Cica.Knowledge.Loading;

/// <summary>Reads <c>events.yaml</c>. An event takes its date from a fact or a meeting where the date already stands there.</summary>
internal static class EventReader
{
    internal static readonly Choices<EventKind> Kinds = new(
        ("summit", EventKind.Summit),
        ("ministerial", EventKind.Ministerial),
        ("cbm", EventKind.Cbm),
        ("anniversary", EventKind.Anniversary),
        ("meeting", EventKind.Meeting));

    internal static readonly Choices<EventStatus> Statuses = new(
        ("planned", EventStatus.Planned),
        ("confirmed", EventStatus.Confirmed),
        ("moved", EventStatus.Moved),
        ("cancelled", EventStatus.Cancelled),
        ("held", EventStatus.Held));

    public static EventEntry? Read(MapReader map, References references, IReadOnlyDictionary<string, Fact> facts, ILookup<string, Fact> datesOfMeetings)
    {
        var id = map.Id();
        var kind = map.Choice("kind", Kinds, required: true);
        var title = map.Localized("title", required: true);
        var status = map.Choice("status", Statuses, required: true);
        var zone = map.Text("zone", required: true);
        var (start, instant) = map.DateOrInstant("start");
        var until = map.Date("until");
        var known = map.Date("known");
        Entity? meeting = null;
        var dateOf = map.Text("date-of");
        if (dateOf is { } reference)
        {
            if (map.Has("start"))
                map.Report("start", "a date stands once: give 'start' or 'date-of', not both");
            if (facts.TryGetValue(reference, out var fact))
            {
                start = DateOf(fact);
                until ??= EndOf(fact);
                meeting = fact.Subject.Kind == EntityKind.Meeting ? fact.Subject : null;
                CheckFound(map, reference, start);
            }
            else if (references.Find(reference) is { } entity)
            {
                meeting = entity;
                var dates = datesOfMeetings[reference].OrderBy(f => f.From).LastOrDefault();
                start = DateOf(dates);
                until ??= EndOf(dates);
                CheckFound(map, reference, start);
            }
            else
            {
                map.Report("date-of", $"unknown fact or entity '{reference}' in 'date-of'");
            }
        }
        else if (!map.Has("start"))
        {
            map.Report("start", "'start' or 'date-of' is missing");
        }
        var where = references.Entity(map, "place");
        var yearly = map.Flag("yearly");
        var firmness = map.Localized("firmness");
        var sources = references.Sources(map);
        TimeZoneInfo? clock = null;
        if (zone is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out clock))
            map.Report("zone", $"unknown time zone '{zone}'; use an IANA name such as Asia/Baku");
        if (instant is { } moment && clock is not null)
            start = PartialDate.Of(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, clock).DateTime));
        map.Finish();
        if (start is { } first && until is { } end && end.Last <= first.First)
            map.Report("until", $"'until' ({end}) is not after the start ({first}); it is the day after the last");
        if (id is null || kind is null || title is null || status is null || zone is null || start is null || sources.Count == 0)
            return null;
        return new EventEntry
        {
            Id = id,
            Kind = kind.Value,
            Title = title,
            Start = start.Value,
            StartsAt = instant,
            Until = until,
            Zone = zone,
            Where = where,
            Status = status.Value,
            Yearly = yearly,
            Firmness = firmness,
            DateOf = dateOf,
            Meeting = meeting,
            // Before the day it remembers nobody could know of an anniversary.
            Known = known ?? (yearly ? start : null),
            Sources = sources,
            Place = map.Place,
        };
    }

    private static PartialDate? DateOf(Fact? fact) => fact?.Value?.Date ?? fact?.From;

    // Only of what is held does 'until' end the meeting itself; of a plan it is the day on which the plan was given up.
    private static PartialDate? EndOf(Fact? fact) => fact?.Property.Id == "held" ? fact.Until : null;

    private static void CheckFound(MapReader map, string reference, PartialDate? date)
    {
        if (date is null)
            map.Report("date-of", $"'{reference}' carries no date");
    }
}
