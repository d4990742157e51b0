using Cica.Bot.Reminders.Planning;
using Cica.Bot.Telegram.Rendering;
using NodaTime;

namespace Cica.Bot.Reminders.Dispatching;

/// <summary>How far away an event is when the reminder is written, which need not be what its lead was: "tomorrow", "in 5 days".</summary>
internal static class Countdown
{
    // From so many hours on people count in days.
    private const int HoursThatAreADay = 18;

    /// <summary>The text to say it in.</summary>
    public static string Key(Occurrence occurrence, Letter letter)
    {
        if (occurrence.StartsAt is { } at) return at <= letter.Now ? "reminder.now" : HoursTo(at, letter) < HoursThatAreADay ? "reminder.in" : KeyOfDays(DaysTo(occurrence, letter));
        return KeyOfDays(DaysTo(occurrence, letter));
    }

    /// <summary>The count that text speaks of.</summary>
    public static string Count(Occurrence occurrence, Letter letter, UiTexts words)
    {
        if (occurrence.StartsAt is not { } at || HoursTo(at, letter) >= HoursThatAreADay) return words.Dates.Counted(DaysTo(occurrence, letter), "unit.day");
        var minutes = (int)Math.Round((at - letter.Now).TotalMinutes);
        return minutes < 59 ? words.Dates.Counted(minutes, "unit.minute") : words.Dates.Counted((int)Math.Round(minutes / 60.0), "unit.hour");
    }

    private static string KeyOfDays(int days) => days switch { <= 0 => "reminder.today", 1 => "reminder.tomorrow", _ => "reminder.in" };

    private static double HoursTo(Instant at, Letter letter) => (at - letter.Now).TotalHours;

    private static int DaysTo(Occurrence occurrence, Letter letter)
    {
        var day = occurrence.StartsAt is { } at ? at.InZone(letter.Zone).Date : occurrence.FirstDay;
        return Period.DaysBetween(letter.Now.InZone(letter.Zone).Date, day);
    }
}
