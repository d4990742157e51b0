using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Cica.Knowledge.Model;

/// <summary>How exactly a date is known.</summary>
public enum DatePrecision
{
    /// <summary>Only the year.</summary>
    Year,

    /// <summary>Year and month.</summary>
    Month,

    /// <summary>The day.</summary>
    Day,
}

/// <summary>
/// A date that keeps its real precision: a day, a month or a year. It is never completed with an invented day;
/// <see cref="First"/> and <see cref="Last"/> bound the days it may mean. Compared by <see cref="First"/>.
/// </summary>
public readonly record struct PartialDate : IComparable<PartialDate>
{
    private PartialDate(DateOnly first, DatePrecision precision)
    {
        First = first;
        Precision = precision;
    }

    /// <summary>How exactly the date is known.</summary>
    public DatePrecision Precision { get; }

    /// <summary>The first day it may mean.</summary>
    public DateOnly First { get; }

    /// <summary>The last day it may mean.</summary>
    public DateOnly Last => Precision switch
    {
        DatePrecision.Year => new DateOnly(First.Year, 12, 31),
        DatePrecision.Month => First.AddMonths(1).AddDays(-1),
        _ => First,
    };

    /// <summary>The year.</summary>
    public int Year => First.Year;

    /// <summary>The month, 1 to 12, where it is known.</summary>
    public int? Month => Precision == DatePrecision.Year ? null : First.Month;

    /// <summary>The day of the month, where it is known.</summary>
    public int? Day => Precision == DatePrecision.Day ? First.Day : null;

    /// <summary>A date known to the day.</summary>
    public static PartialDate Of(DateOnly day) => new(day, DatePrecision.Day);

    /// <summary>A date known to the year.</summary>
    public static PartialDate Of(int year) => new(new DateOnly(year, 1, 1), DatePrecision.Year);

    /// <summary>A date known to the month.</summary>
    public static PartialDate Of(int year, int month) => new(new DateOnly(year, month, 1), DatePrecision.Month);

    /// <summary>Reads <c>YYYY</c>, <c>YYYY-MM</c> or <c>YYYY-MM-DD</c> (ISO 8601 calendar dates); anything else is refused.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PartialDate date)
    {
        date = default;
        if (text is null)
            return false;
        var (format, precision) = text.Length switch
        {
            4 => ("yyyy", DatePrecision.Year),
            7 => ("yyyy-MM", DatePrecision.Month),
            10 => ("yyyy-MM-dd", DatePrecision.Day),
            _ => ("", DatePrecision.Day),
        };
        if (format.Length == 0 || !DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return false;
        date = new PartialDate(day, precision);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(PartialDate other) => First != other.First ? First.CompareTo(other.First) : Last.CompareTo(other.Last);

    /// <summary>The ISO form, as precise as the date.</summary>
    public override string ToString() => First.ToString(
        Precision switch { DatePrecision.Year => "yyyy", DatePrecision.Month => "yyyy-MM", _ => "yyyy-MM-dd" },
        CultureInfo.InvariantCulture);

    /// <summary>Earlier by its first possible day.</summary>
    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;

    /// <summary>Later by its first possible day.</summary>
    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;

    /// <summary>Not later.</summary>
    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;

    /// <summary>Not earlier.</summary>
    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;
}
