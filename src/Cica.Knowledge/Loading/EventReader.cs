using System.Collections.Frozen;
using Cica.Knowledge.Model;

namespace Cica.Knowledge.Loading;

/// <summary>Reads <c>events.yaml</c>. An event takes its date from a fact or a meeting where the date already stands there.</summary>
internal static class EventReader
{
    private static readonly FrozenDictionary<string, EventKind> Kinds = new Dictionary<string, EventKind>
    {
        ["summit"] = EventKind.Summit,
        ["ministerial"] = EventKind.Ministerial,
        ["cbm"] = EventKind.Cbm,
        ["anniversary"] = EventKind.Anniversary,
        ["meeting"] = EventKind.Meeting,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, EventStatus> Statuses = new Dictionary<string, EventStatus>
    {
        ["planned"] = EventStatus.Planned,
        ["confirmed"] = EventStatus.Confirmed,
        ["moved"] = EventStatus.Moved,
        ["cancelled"] = EventStatus.Cancelled,
        ["held"] = EventStatus.Held,
    }.ToFrozenDictionary();

    public static EventEntry? Read(MapReader map, References references, IReadOnlyDictionary<string, Fact> facts, ILookup<string, Fact> datesOfMeetings)
    {
        var id = map.Text("id", required: true);
        var kind = map.Choice("kind", Kinds, required: true);
        var title = map.Localized("title", required: true);
        var status = map.Choice("status", Statuses, required: true);
        var zone = map.Text("zone", required: true);
        var start = map.Date("start");
        var until = map.Date("until");
        var known = map.Date("known");
        Entity? meeting = null;
        if (map.Text("date-of") is { } reference)
        {
            if (start is not null)
                map.Report("start", "a date stands once: give 'start' or 'date-of', not both");
            if (facts.TryGetValue(reference, out var fact))
            {
                start = fact.Value?.Date ?? fact.From;
                meeting = fact.Subject.Kind == EntityKind.Meeting ? fact.Subject : null;
            }
            else if (references.Find(reference) is { } entity)
            {
                meeting = entity;
                var dates = datesOfMeetings[reference].OrderBy(f => f.From).LastOrDefault();
                start = dates?.Value?.Date ?? dates?.From;
                until ??= dates?.Until;
            }
            else
            {
                map.Report("date-of", $"unknown fact or entity '{reference}' in 'date-of'");
            }
            if (start is null && map.Has("date-of"))
                map.Report("date-of", $"'{reference}' carries no date");
        }
        else if (start is null && !map.Has("start"))
        {
            map.Report("start", "'start' or 'date-of' is missing");
        }
        var where = references.Entity(map, "place");
        var yearly = map.Flag("yearly");
        var firmness = map.Localized("firmness");
        var sources = references.Sources(map);
        if (zone is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            map.Report("zone", $"unknown time zone '{zone}'; use an IANA name such as Asia/Baku");
        map.Finish();
        if (id is null || kind is null || title is null || status is null || zone is null || start is null || sources.Count == 0)
            return null;
        return new EventEntry
        {
            Id = id,
            Kind = kind.Value,
            Title = title,
            Start = start.Value,
            Until = until,
            Zone = zone,
            Where = where,
            Status = status.Value,
            Yearly = yearly,
            Firmness = firmness,
            Meeting = meeting,
            Known = known,
            Sources = sources,
            Place = map.Place,
        };
    }
}
