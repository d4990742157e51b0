using Cica.Knowledge.Model;
using NodaTime;

namespace Cica.Bot.Reminders.Planning;

/// <summary>One time an event takes place.</summary>
/// <param name="Event">The event.</param>
/// <param name="Revision">The revision of its date.</param>
/// <param name="Year">The year of a yearly event; 0 for one that takes place once.</param>
/// <param name="Start">Its day, month or year.</param>
/// <param name="StartsAt">The instant, where one is known.</param>
internal sealed record Occurrence(EventEntry Event, int Revision, int Year, PartialDate Start, Instant? StartsAt)
{
    // How long after it has begun an event without an end is still worth a word.
    private static readonly Duration JustBegun = Duration.FromHours(1);

    /// <summary>Its first day.</summary>
    public LocalDate FirstDay => LocalDate.FromDateOnly(Start.First);

    /// <summary>
    /// Until when a reminder of it is of use in this zone: until it begins, or for the notice of the beginning itself until it has
    /// just begun; on an event of whole days, until its first day is over; until the end of the month or year it is to fall in.
    /// </summary>
    public Instant UsefulUntil(NoticeKind kind, DateTimeZone zone) => (StartsAt, kind) switch
    {
        ({ } at, NoticeKind.Start) => at + JustBegun,
        ({ } at, _) => at,
        _ => zone.StartOf(LocalDate.FromDateOnly(Start.Last).PlusDays(1)),
    };
}
