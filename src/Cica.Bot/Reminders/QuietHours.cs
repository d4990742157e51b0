using System.Globalization;

namespace Cica.Bot.Reminders;

/// <summary>Hours of the chat's day in which no reminder comes, such as 22:00 to 07:00; over midnight where the end is not later than the beginning.</summary>
/// <param name="From">The first quiet minute.</param>
/// <param name="To">The first minute that is not quiet any more; not the same as <paramref name="From"/>.</param>
public readonly record struct QuietHours(TimeOnly From, TimeOnly To)
{
    /// <summary>Whether this time of day is quiet.</summary>
    public bool Has(TimeOnly time) => From <= To ? time >= From && time < To : time >= From || time < To;

    /// <summary>As it is stored and shown: "22:00-07:00".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From:HH\\:mm}-{To:HH\\:mm}");
}
