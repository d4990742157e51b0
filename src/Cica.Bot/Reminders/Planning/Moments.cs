using Cica.Knowledge.Model;
using NodaTime;

namespace Cica.Bot.Reminders.Planning;

/// <summary>A moment at which somebody may be reminded.</summary>
/// <param name="Of">What of.</param>
/// <param name="Kind">Why then.</param>
/// <param name="Leads">Whoever chose one of these leads is reminded.</param>
/// <param name="Nominal">The moment.</param>
/// <param name="Due">The moment moved out of the quiet hours.</param>
internal sealed record Moment(Occurrence Of, NoticeKind Kind, Leads Leads, Instant Nominal, Instant Due);

/// <summary>When to remind of an event, for a chat that lives in a zone and keeps quiet hours.</summary>
internal static class Moments
{
    private const Leads Any = Leads.Month | Leads.Week | Leads.Day | Leads.Hour | Leads.Start;
    // What has to be sent before the quiet begins is sent so long before.
    private static readonly Duration BeforeQuiet = Duration.FromMinutes(5);
    private static readonly LocalTime Morning = new(9, 0);

    /// <summary>All moments of an occurrence.</summary>
    public static IEnumerable<Moment> Of(Occurrence occurrence, DateTimeZone zone, QuietHours? quiet) =>
        Nominal(occurrence, zone).Select(m => new Moment(occurrence, m.Kind, m.Leads, m.At, OutOfQuiet(m.At, zone, quiet, Deadline(occurrence, m.Kind, zone))));

    /// <summary>A moment moved out of the quiet hours: to their end, or before their beginning if their end is not before the deadline.</summary>
    public static Instant OutOfQuiet(Instant moment, DateTimeZone zone, QuietHours? quiet, Instant deadline)
    {
        if (quiet is not { } hours) return moment;
        var local = moment.InZone(zone).LocalDateTime;
        if (!hours.Has(local.TimeOfDay.ToTimeOnly())) return moment;
        var (from, to) = (LocalTime.FromTimeOnly(hours.From), LocalTime.FromTimeOnly(hours.To));
        var end = zone.At((to > local.TimeOfDay ? local.Date : local.Date.PlusDays(1)) + to);
        if (end < deadline) return Instant.Max(end, moment);
        var beginning = zone.At((from <= local.TimeOfDay ? local.Date : local.Date.PlusDays(-1)) + from);
        return beginning - BeforeQuiet;
    }

    private static IEnumerable<(NoticeKind Kind, Leads Leads, Instant At)> Nominal(Occurrence occurrence, DateTimeZone zone)
    {
        if (occurrence.StartsAt is { } at)
        {
            var local = at.InZone(zone).LocalDateTime;
            yield return (NoticeKind.Month, Leads.Month, zone.At(local.PlusMonths(-1)));
            yield return (NoticeKind.Week, Leads.Week, zone.At(local.PlusWeeks(-1)));
            yield return (NoticeKind.Day, Leads.Day, zone.At(local.PlusDays(-1)));
            yield return (NoticeKind.Hour, Leads.Hour, at - Duration.FromHours(1));
            yield return (NoticeKind.Start, Leads.Start, at);
        }
        else if (occurrence.Start.Precision == DatePrecision.Day)
        {
            var day = occurrence.FirstDay;
            yield return (NoticeKind.Month, Leads.Month, zone.At(day.PlusMonths(-1) + Morning));
            yield return (NoticeKind.Week, Leads.Week, zone.At(day.PlusWeeks(-1) + Morning));
            yield return (NoticeKind.Day, Leads.Day, zone.At(day.PlusDays(-1) + Morning));
            yield return (NoticeKind.Start, Leads.Hour | Leads.Start, zone.At(day + Morning));
        }
        else
        {
            // No day is invented to count from.
            yield return (NoticeKind.Period, Any, zone.At(occurrence.FirstDay + Morning));
        }
    }

    // A notice of the beginning is of use a moment after it, but the quiet hours may not delay it until then.
    private static Instant Deadline(Occurrence occurrence, NoticeKind kind, DateTimeZone zone) => occurrence.StartsAt ?? occurrence.UsefulUntil(kind, zone);
}
