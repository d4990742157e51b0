using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Cica.Bot.Reading;

/// <summary>Zones named by their distance from UTC: read from what people type ("+5", "GMT+5:30", "UTC−3"), written as NodaTime's ids of fixed zones.</summary>
internal static partial class ZoneOffset
{
    private const int Westernmost = -12 * 60;
    private const int Easternmost = 14 * 60;

    /// <summary>The id ("UTC", "UTC+05", "UTC+05:30") of the offset a text names; null where it names none that is in use.</summary>
    public static string? Read(string text)
    {
        var match = Offset().Match(text);
        if (!match.Success)
            return null;
        if (!match.Groups["sign"].Success)
            return DateTimeZone.Utc.Id;
        var minutes = (60 * Number(match.Groups["hours"])) + (match.Groups["minutes"].Success ? Number(match.Groups["minutes"]) : 0);
        if (match.Groups["minutes"].Success && Number(match.Groups["minutes"]) % 15 != 0)
            return null;
        if (match.Groups["sign"].Value is not "+")
            minutes = -minutes;
        return minutes is < Westernmost or > Easternmost ? null : DateTimeZone.ForOffset(NodaTime.Offset.FromSeconds(60 * minutes)).Id;
    }

    /// <summary>An offset for people to read: "UTC+5", "UTC+5:30", "UTC".</summary>
    public static string Show(Offset offset)
    {
        if (offset == NodaTime.Offset.Zero)
            return "UTC";
        var minutes = Math.Abs(offset.Seconds / 60);
        var sign = offset.Seconds < 0 ? "−" : "+";
        return minutes % 60 == 0
            ? string.Create(CultureInfo.InvariantCulture, $"UTC{sign}{minutes / 60}")
            : string.Create(CultureInfo.InvariantCulture, $"UTC{sign}{minutes / 60}:{minutes % 60:00}");
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*(?:(?:utc|gmt|z|ютц|по гринвичу)\s*(?:(?<sign>[+\-−–])\s*(?<hours>\d{1,2})(?::?(?<minutes>\d{2}))?)?|(?<sign>[+\-−–])\s*(?<hours>\d{1,2})(?::?(?<minutes>\d{2}))?)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Offset();
}
