using Cica.Answers.Understanding;
using Cica.Knowledge.Model;

namespace Cica.Answers.Following;

/// <summary>The time that a follow-up means by what was spoken of: "then", "that day", "a year later", "after that".</summary>
internal static class Spoken
{
    private const int MostYears = 40;

    private static readonly HashSet<string> Years = new(["year", "years", "год", "года", "лет"], StringComparer.Ordinal);

    private static readonly HashSet<string> Through = new(["in", "during", "under", "within", "throughout", "при", "за", "в", "во"], StringComparer.Ordinal);

    // What there may be more or fewer of.
    private static readonly string[] Counted = ["member", "observer", "observer-organisation", "states-word", "participants"];

    /// <summary>It goes a year on or back from what was spoken of.</summary>
    public static bool IsShifted(Frame frame) => frame.Time is null && YearsOn(frame) != 0;

    // "A year later", "three years before", "через два года"; 0 for neither.
    private static int YearsOn(Frame frame)
    {
        if (frame.Has("follow.year-later"))
            return 1;
        if (frame.Has("follow.year-earlier"))
            return -1;
        for (var i = 0; i + 1 < frame.Tokens.Count; i++)
        {
            if (frame.CountAt(i) is not (> 0 and < MostYears and var years) || !Years.Contains(frame.Tokens[i + 1].Text))
                continue;
            var (before, after) = (i > 0 ? frame.Tokens[i - 1].Text : "", i + 2 < frame.Tokens.Count ? frame.Tokens[i + 2].Text : "");
            if (after is "later" or "after" or "on" or "спустя" || before == "через")
                return years;
            if (after is "earlier" or "before" or "prior" or "раньше" or "ранее" || before == "за")
                return -years;
        }
        return 0;
    }

    /// <summary>The time; null where the question means none, or nothing was spoken of that had one.</summary>
    public static TimeReference? Time(Frame frame, Conversation before)
    {
        if (frame.Time is not null)
            return null;
        if (IsShifted(frame))
            return YearOf(before) is { } year ? InYear(year + YearsOn(frame)) : null;
        if (before.Fact?.From is { } date)
        {
            if (frame.Has("follow.day"))
                return Within((date.First, date.Last));
            if (CountsThen(frame))
                return new TimeReference(date.First, date.Last, frame.Has("order.before") ? TimeRelation.Before : TimeRelation.In, []);
        }
        // "Who joined that year?": the year that was asked of, else that of what was told.
        if (frame.Has("follow.year") && (before.Time?.First ?? before.Fact?.From?.First) is { } day)
            return InYear(day.Year);
        return (frame.Has("follow.then") || IsWithinTerm(frame, before)) && before.Period is { } period ? Within(period) : null;
    }

    /// <summary>"Which summit fell in it?", of a term of office.</summary>
    public static bool IsWithinTerm(Frame frame, Conversation before)
    {
        if (before.Fact is not { } told || !FollowUpWords.Offices.Contains(told.Property.Id) || !frame.HasAny(FollowUpWords.Series))
            return false;
        for (var i = 1; i < frame.Tokens.Count; i++)
        {
            if (Through.Contains(frame.Tokens[i - 1].Text) && frame.Mentions.Any(m => m.Covers(i) && (m.Meaning.Id == "cica-here" || m.Meaning.Id.StartsWith("follow.", StringComparison.Ordinal))))
                return true;
        }
        return false;
    }

    /// <summary>Within a time.</summary>
    public static TimeReference Within((DateOnly First, DateOnly Last) time) => new(time.First, time.Last, TimeRelation.In, []);

    /// <summary>"How many were there then?", "how many did they become?": of that very moment.</summary>
    public static bool CountsThen(Frame frame) =>
        frame.Asks(Ask.HowMany) && frame.Entities.Count == 0 && (frame.HasAny(Counted) || frame.Has("become"))
        && (frame.HasAny("become", "follow.then") || (frame.Has("follow.it") && frame.HasAny("order.before", "order.after")));

    private static TimeReference InYear(int year) => Within((new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)));

    private static int? YearOf(Conversation before) => (before.Time ?? before.Period)?.First.Year ?? before.Fact?.From?.Year;
}
