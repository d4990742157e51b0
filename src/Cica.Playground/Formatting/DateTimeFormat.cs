namespace Cica.Playground.Formatting;

/// <summary>The format of a date_time entity: "r", or w, then d or D, then t or T, each optional (core.telegram.org/bots/api#date-time-entity-formatting).</summary>
internal static class DateTimeFormat
{
    public static bool IsValid(string format)
    {
        if (format is "" or "r" or "R") return true;
        var rest = format.AsSpan();
        if (rest[0] is 'w' or 'W') rest = rest[1..];
        if (rest.Length > 0 && rest[0] is ('d' or 'D')) rest = rest[1..];
        if (rest.Length > 0 && rest[0] is ('t' or 'T')) rest = rest[1..];
        return rest.IsEmpty;
    }
}
