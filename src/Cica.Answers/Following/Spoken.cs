using Cica.Answers.Understanding;
using Cica.Knowledge.Model;

namespace Cica.Answers.Following;

/// <summary>The time that a follow-up means by what was spoken of: "then", "that day", "a year later", "after that".</summary>
internal static class Spoken
{
    private const int Year = 1;

    // What there may be more or fewer of.
    private static readonly string[] Counted = ["member", "observer", "observer-organisation", "states-word", "participants"];

    /// <summary>It goes a year on or back from what was spoken of.</summary>
    public static bool IsShifted(Frame frame) => frame.Time is null && frame.HasAny("follow.year-later", "follow.year-earlier");

    /// <summary>The time; null where the question means none, or nothing was spoken of that had one.</summary>
    public static TimeReference? Time(Frame frame, Conversation before)
    {
        if (frame.Time is not null)
            return null;
        if (IsShifted(frame))
            return YearOf(before) is { } year ? InYear(year + (frame.Has("follow.year-later") ? Year : -Year)) : null;
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
        return frame.Has("follow.then") && before.Period is { } period ? Within(period) : null;
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
