using Cica.Knowledge.Model;
using NodaTime;

namespace Cica.Bot.Reminders.Planning;

/// <summary>The events one can be reminded of, as they stand, with the revisions of their dates. Immutable.</summary>
internal sealed class Calendar
{
    private readonly Dictionary<string, (EventEntry Event, int Revision)> entries;

    /// <summary>A calendar of these events; revisions by the event's id, 1 where none is given.</summary>
    public Calendar(IEnumerable<EventEntry> events, IReadOnlyDictionary<string, int> revisions) =>
        entries = events.ToDictionary(e => e.Id, e => (e, revisions.GetValueOrDefault(e.Id, 1)), StringComparer.Ordinal);

    /// <summary>The event of this id, or null.</summary>
    public EventEntry? Find(string id) => entries.TryGetValue(id, out var entry) ? entry.Event : null;

    /// <summary>The revision of its date; 0 for an event that is not there.</summary>
    public int RevisionOf(string id) => entries.TryGetValue(id, out var entry) ? entry.Revision : 0;

    /// <summary>An occurrence of an event by its year (0 for an event that takes place once), or null.</summary>
    public Occurrence? Find(string id, int year) => entries.TryGetValue(id, out var entry) && entry.Event.Yearly == (year != 0) ? Of(entry.Event, entry.Revision, year) : null;

    /// <summary>All that takes place and begins between these days, about: a few days more at either end.</summary>
    public IEnumerable<Occurrence> Between(LocalDate from, LocalDate to)
    {
        foreach (var (entry, revision) in entries.Values)
        {
            if (entry.Status is EventStatus.Cancelled or EventStatus.Held) continue;
            if (!entry.Yearly)
            {
                var once = Of(entry, revision, 0);
                if (once.FirstDay.PlusDays(3) >= from && once.FirstDay.PlusDays(-3) <= to) yield return once;
                continue;
            }
            // The day itself is no anniversary of what took place on it.
            var first = entry.Meeting is null ? entry.Start.Year : entry.Start.Year + 1;
            for (var year = Math.Max(first, from.Year - 1); year <= to.Year + 1; year++)
            {
                var one = Of(entry, revision, year);
                if (one.FirstDay.PlusDays(3) >= from && one.FirstDay.PlusDays(-3) <= to) yield return one;
            }
        }
    }

    private static Occurrence Of(EventEntry entry, int revision, int year) => year == 0
        ? new(entry, revision, 0, entry.Start, entry.StartsAt is { } at ? Instant.FromDateTimeOffset(at) : null)
        : new(entry, revision, year, In(entry.Start, year), entry.StartsAt is { } instant ? In(instant, entry.Zone, year) : null);

    // 29 February is kept on the 28th in a common year.
    private static PartialDate In(PartialDate start, int year) => start.Precision switch
    {
        DatePrecision.Year => PartialDate.Of(year),
        DatePrecision.Month => PartialDate.Of(year, start.First.Month),
        _ => PartialDate.Of(new DateOnly(year, start.First.Month, Math.Min(start.First.Day, DateTime.DaysInMonth(year, start.First.Month)))),
    };

    private static Instant In(DateTimeOffset at, string zone, int year)
    {
        var there = Zones.Of(zone);
        var local = Instant.FromDateTimeOffset(at).InZone(there).LocalDateTime;
        return there.At(local.PlusYears(year - local.Year));
    }
}
