using System.Collections.Frozen;
using Cica.Knowledge.Model;

namespace Cica.Answers.Understanding;

/// <summary>Finds the time a question names: a day, a month, a year, a span, or a relative year.</summary>
internal static class TimeReader
{
    private static readonly FrozenDictionary<string, (int First, int Last)> Seasons = new Dictionary<string, (int First, int Last)>
    {
        ["spring"] = (3, 5),
        ["весной"] = (3, 5),
        ["весна"] = (3, 5),
        ["весне"] = (3, 5),
        ["весны"] = (3, 5),
        ["summer"] = (6, 8),
        ["летом"] = (6, 8),
        ["лето"] = (6, 8),
        ["лету"] = (6, 8),
        ["autumn"] = (9, 11),
        ["осенью"] = (9, 11),
        ["осень"] = (9, 11),
        ["осени"] = (9, 11),
        ["early"] = (1, 4),
        ["начале"] = (1, 4),
        ["начала"] = (1, 4),
        ["late"] = (9, 12),
        ["конце"] = (9, 12),
        ["конца"] = (9, 12),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static TimeReference? Read(List<Token> tokens, List<Mention> mentions, DateOnly asOf)
    {
        var relative = Relative(mentions, asOf);
        if (relative is not null)
            return relative;
        var years = new List<int>(2);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i] is { Number: >= 1800 and <= 2200, Text.Length: 4 })
                years.Add(i);
        }
        var month = mentions.FirstOrDefault(m => m.Meaning.Kind == MeaningKind.Month && IsMonth(tokens, mentions, m));
        if (years.Count == 0)
        {
            if (month.Meaning is null)
                return null;
            // "4 June", "June 4": that day of any year.
            foreach (var i in (int[])[month.Start - 1, month.Start + 1, month.Start - 2])
            {
                if (i >= 0 && i < tokens.Count && tokens[i].Number is >= 1 and <= 31 and var day && day <= DateTime.DaysInMonth(2024, month.Meaning.Number))
                {
                    var date = new DateOnly(asOf.Year, month.Meaning.Number, Math.Min(day, DateTime.DaysInMonth(asOf.Year, month.Meaning.Number)));
                    return new TimeReference(date, date, TimeRelation.In, [i, month.Start], MonthOnly: true);
                }
            }
            return OfMonth(asOf.Year, month.Meaning.Number, TimeRelation.In, [month.Start], monthOnly: true);
        }
        var at = years[0];
        var year = tokens[at].Number!.Value;
        var relation = RelationBefore(mentions, month.Meaning is null ? at : Math.Min(at, month.Start));
        if (years.Count > 1)
        {
            var last = tokens[years[^1]].Number!.Value;
            var (low, high) = year <= last ? (year, last) : (last, year);
            return new TimeReference(new DateOnly(low, 1, 1), new DateOnly(high, 12, 31), TimeRelation.In, years);
        }
        // 2019-06-15 and 15.06.2019
        if (at + 2 < tokens.Count && tokens[at + 1].Number is >= 1 and <= 12 && tokens[at + 2].Number is >= 1 and <= 31 && Adjacent(tokens, at, 3))
            return OfDay(year, tokens[at + 1].Number!.Value, tokens[at + 2].Number!.Value, relation, [at, at + 1, at + 2]);
        if (at >= 2 && tokens[at - 1].Number is >= 1 and <= 12 && tokens[at - 2].Number is >= 1 and <= 31 && Adjacent(tokens, at - 2, 3))
            return OfDay(year, tokens[at - 1].Number!.Value, tokens[at - 2].Number!.Value, relation, [at - 2, at - 1, at]);
        if (month.Meaning is not null && Math.Abs(month.Start - at) <= 4)
        {
            for (var i = Math.Max(0, month.Start - 2); i <= Math.Min(tokens.Count - 1, month.Start + 2); i++)
            {
                if (tokens[i].Number is >= 1 and <= 31)
                    return OfDay(year, month.Meaning.Number, tokens[i].Number!.Value, RelationBefore(mentions, Math.Min(i, month.Start)), [i, month.Start, at]);
            }
            return OfMonth(year, month.Meaning.Number, relation, [month.Start, at], monthOnly: false);
        }
        if (SeasonBefore(tokens, at) is { } season)
            return new TimeReference(new DateOnly(year, season.First, 1), new DateOnly(year, season.Last, DateTime.DaysInMonth(year, season.Last)), relation, [season.Token, at]);
        return new TimeReference(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), relation, [at]);
    }

    // "Spring of 2020", "весной 2021 года", "late 2023", "в начале 2019-го". A winter belongs to two years: it is no time.
    private static (int First, int Last, int Token)? SeasonBefore(List<Token> tokens, int year)
    {
        for (var i = year - 1; i >= 0 && i >= year - 2 && tokens[i].Clause == tokens[year].Clause; i--)
        {
            if (Seasons.TryGetValue(tokens[i].Text, out var months))
                return (months.First, months.Last, i);
        }
        return null;
    }

    private static TimeReference? Relative(List<Mention> mentions, DateOnly asOf)
    {
        foreach (var mention in mentions)
        {
            if (!mention.Meaning.Id.StartsWith("time.", StringComparison.Ordinal))
                continue;
            var tokens = Enumerable.Range(mention.Start, mention.Length).ToArray();
            switch (mention.Meaning.Id)
            {
                case "time.last-year":
                    return OfYear(asOf.Year - 1, tokens);
                case "time.this-year":
                    return OfYear(asOf.Year, tokens);
                case "time.next-year":
                    return OfYear(asOf.Year + 1, tokens);
                case "time.this-month":
                    return OfMonth(asOf.Year, asOf.Month, TimeRelation.In, tokens, monthOnly: false);
                case "time.next-month":
                    var next = asOf.AddMonths(1);
                    return OfMonth(next.Year, next.Month, TimeRelation.In, tokens, monthOnly: false);
                default:
                    continue;
            }
        }
        return null;
    }

    // "may" and "март" are also everyday words; a month needs a number beside it, a preposition before it, or no other reading.
    private static bool IsMonth(List<Token> tokens, List<Mention> mentions, Mention month)
    {
        var other = mentions.Any(m => m.Start == month.Start && m.Meaning.Kind != MeaningKind.Month);
        if (!other)
            return true;
        var before = month.Start > 0 ? tokens[month.Start - 1] : null;
        var after = month.Start + 1 < tokens.Count ? tokens[month.Start + 1] : null;
        return before?.Number is not null || after?.Number is not null || before?.Text is "in" or "в";
    }

    private static TimeRelation RelationBefore(List<Mention> mentions, int token)
    {
        foreach (var mention in mentions)
        {
            if (mention.Meaning.Kind != MeaningKind.Concept || mention.End > token || mention.End < token - 1)
                continue;
            switch (mention.Meaning.Id)
            {
                case "order.before":
                    return TimeRelation.Before;
                case "order.after":
                    return TimeRelation.After;
                case "order.since" or "ask.since":
                    return TimeRelation.Since;
                default:
                    continue;
            }
        }
        return TimeRelation.In;
    }

    private static bool Adjacent(List<Token> tokens, int first, int count)
    {
        for (var i = first; i < first + count - 1; i++)
        {
            if (tokens[i].Start + tokens[i].Length + 1 != tokens[i + 1].Start)
                return false;
        }
        return true;
    }

    private static TimeReference OfYear(int year, IReadOnlyList<int> tokens) =>
        new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), TimeRelation.In, tokens);

    private static TimeReference OfMonth(int year, int month, TimeRelation relation, IReadOnlyList<int> tokens, bool monthOnly)
    {
        var first = new DateOnly(year, month, 1);
        return new TimeReference(first, first.AddMonths(1).AddDays(-1), relation, tokens, monthOnly);
    }

    private static TimeReference? OfDay(int year, int month, int day, TimeRelation relation, IReadOnlyList<int> tokens) =>
        day <= DateTime.DaysInMonth(year, month) ? new(new DateOnly(year, month, day), new DateOnly(year, month, day), relation, tokens) : OfYear(year, tokens);
}
