using System.Globalization;
using Cica.Knowledge.Model;

namespace Cica.Answers.Composing;

/// <summary>Dates in words, as exact as they are known: "17 December 2024", "December 2024", "2024".</summary>
public sealed class DateWords(LanguageWords language)
{
    /// <summary>The bare date. Russian: as after «с» or «до» (genitive).</summary>
    public string Of(PartialDate date) => date.Precision switch
    {
        DatePrecision.Year => Text("date.year", date),
        DatePrecision.Month => Text("date.month", date),
        _ => Text("date.day", date),
    };

    /// <summary>The date standing alone, as after a colon or in a list.</summary>
    public string Plain(PartialDate date) => date.Precision switch
    {
        DatePrecision.Year => Text("date.plain-year", date),
        DatePrecision.Month => Text("date.plain-month", date),
        _ => Text("date.day", date),
    };

    /// <summary>"on 17 December 2024", "in December 2024", "in 2024".</summary>
    public string On(PartialDate date) => date.Precision switch
    {
        DatePrecision.Year => Text("date.in-year", date),
        DatePrecision.Month => Text("date.in-month", date),
        _ => Text("date.on-day", date),
    };

    /// <summary>"since 17 December 2024".</summary>
    public string Since(PartialDate date) => Fill(language.Texts["date.since"], Of(date));

    /// <summary>The days of a meeting: "on 12–13 October 2022"; <paramref name="until"/> is the day after its last.</summary>
    public string During(PartialDate from, PartialDate? until)
    {
        if (until is not { Precision: DatePrecision.Day } end || from.Precision != DatePrecision.Day || end.First <= from.First.AddDays(1))
            return On(from);
        var last = end.First.AddDays(-1);
        if (last.Year == from.Year && last.Month == from.First.Month)
            return language.Texts["date.days"].Replace("{days}", $"{from.First.Day}–{last.Day}", StringComparison.Ordinal)
                .Replace("{month}", Month(last.Month), StringComparison.Ordinal).Replace("{year}", Year(last.Year), StringComparison.Ordinal);
        return On(from) + " – " + Of(PartialDate.Of(last));
    }

    /// <summary>The time between two days, in years and months: "4 years and 2 months".</summary>
    public string Length(DateOnly from, DateOnly until)
    {
        var months = ((until.Year - from.Year) * 12) + until.Month - from.Month;
        if (until.Day < from.Day - 1)
            months--;
        else if (until.Day > from.Day + 25)
            months++;
        var years = months / 12;
        months %= 12;
        if (years == 0 && months == 0)
            return Counted(until.DayNumber - from.DayNumber, "unit.day");
        if (months == 0)
            return Counted(years, "unit.year");
        return years == 0 ? Counted(months, "unit.month") : $"{Counted(years, "unit.year")} {language.Texts["word.and"]} {Counted(months, "unit.month")}";
    }

    /// <summary>A number with its noun in the right form: "1 year", "2 years"; "1 год", "2 года", "5 лет".</summary>
    public string Counted(int number, string key)
    {
        var forms = language.Texts[key].Split('|');
        var form = forms.Length == 3
            ? (number % 100 is >= 11 and <= 14 ? 2 : (number % 10) switch { 1 => 0, >= 2 and <= 4 => 1, _ => 2 })
            : number == 1 ? 0 : 1;
        return string.Create(CultureInfo.InvariantCulture, $"{number} {forms[form]}");
    }

    private string Text(string key, PartialDate date) => language.Texts[key]
        .Replace("{day}", date.First.Day.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{month}", Month(date.First.Month), StringComparison.Ordinal)
        .Replace("{month.name}", language.Months[date.First.Month - 1][Math.Min(1, language.Months[date.First.Month - 1].Count - 1)], StringComparison.Ordinal)
        .Replace("{month.in}", MonthIn(date.First.Month), StringComparison.Ordinal)
        .Replace("{year}", Year(date.Year), StringComparison.Ordinal);

    // The first word of a month's list is the form in a full date, the last the one after "in".
    private string Month(int month) => language.Months[month - 1][0];

    private string MonthIn(int month) => language.Texts.ContainsKey("date.month-in-last") ? language.Months[month - 1][^1] : Month(month);

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static string Fill(string text, string date) => text.Replace("{date}", date, StringComparison.Ordinal);
}
