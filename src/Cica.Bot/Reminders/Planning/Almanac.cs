using NodaTime;

namespace Cica.Bot.Reminders.Planning;

/// <summary>The moments of a calendar within a stretch of time, worked out once for each zone and each quiet hours there are. Not safe for several threads.</summary>
internal sealed class Almanac(Calendar calendar, Instant after, Instant until)
{
    // The longest lead is a month, so what has a moment in the stretch begins at most that long after it.
    private const int LongestLeadDays = 32;
    private readonly Dictionary<(string, QuietHours?), IReadOnlyList<Moment>> known = [];
    private readonly IReadOnlyList<Occurrence> occurrences = [.. calendar.Between(after.InUtc().Date.PlusDays(-1), until.InUtc().Date.PlusDays(LongestLeadDays))];

    /// <summary>Whether anybody, wherever, may have to be reminded of anything.</summary>
    public bool IsEmpty => occurrences.Count == 0;

    /// <summary>The moments whose nominal time lies after the beginning of the stretch and not after its end.</summary>
    public IReadOnlyList<Moment> For(DateTimeZone zone, QuietHours? quiet)
    {
        if (!known.TryGetValue((zone.Id, quiet), out var moments))
            known[(zone.Id, quiet)] = moments = [.. occurrences.SelectMany(o => Moments.Of(o, zone, quiet)).Where(m => m.Nominal > after && m.Nominal <= until)];
        return moments;
    }
}
