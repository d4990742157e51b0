using System.Globalization;
using System.Text.RegularExpressions;
using Cica.Bot.Reminders;

namespace Cica.Bot.Reading;

/// <summary>Reads quiet hours as people type them: "22:00-08:00", "22-8", "10 pm to 7 am", "с 22 до 8".</summary>
internal static partial class QuietHoursReader
{
    /// <summary>The hours, or null where the text names none; hours without a length are none.</summary>
    public static QuietHours? Read(string text)
    {
        var match = Span().Match(text);
        if (!match.Success || Time(match, "1") is not { } from || Time(match, "2") is not { } to || from == to)
            return null;
        return new QuietHours(from, to);
    }

    private static TimeOnly? Time(Match match, string end)
    {
        var hour = int.Parse(match.Groups["h" + end].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var minute = match.Groups["m" + end].Success ? int.Parse(match.Groups["m" + end].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        if (match.Groups["p" + end] is { Success: true, Value: var half })
        {
            if (hour is 0 or > 12)
                return null;
            hour = (hour % 12) + (half.StartsWith("p", StringComparison.OrdinalIgnoreCase) ? 12 : 0);
        }
        if (hour == 24 && minute == 0)
            hour = 0;
        return hour > 23 || minute > 59 ? null : new TimeOnly(hour, minute);
    }

    [GeneratedRegex(@"^\s*(?:from|с|со)?\s*(?<h1>\d{1,2})(?:[:.](?<m1>\d{2}))?\s*(?<p1>am|pm)?\s*(?:-|–|—|\.\.+|to|till|until|до|по)\s*(?<h2>\d{1,2})(?:[:.](?<m2>\d{2}))?\s*(?<p2>am|pm)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Span();
}
