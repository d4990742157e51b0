using Cica.Knowledge.Model;

namespace Cica.Knowledge.Querying;

/// <summary>When a fact holds. A period runs from its first day to the day before <c>until</c>: on the day of change the new value counts.</summary>
public static class Periods
{
    /// <summary>It was already known or true on that day, so it may be told. Dates known only to a month or year count from their first day.</summary>
    public static bool Begun(this Fact fact, DateOnly day) => (fact.From ?? fact.By) is not { } from || from.First <= day;

    /// <summary>It held on that day.</summary>
    public static bool HoldsOn(this Fact fact, DateOnly day) => fact.Begun(day) && !fact.EndedBy(day);

    /// <summary>It was over on that day.</summary>
    public static bool EndedBy(this Fact fact, DateOnly day) => fact.OverFrom() <= day;

    /// <summary>The day from which on it is over; null while no end is known.</summary>
    public static DateOnly? OverFrom(this Fact fact) => fact.Until is { } until ? End(fact, until) : null;

    /// <summary>It held on some day between two days, both included.</summary>
    public static bool HoldsWithin(this Fact fact, DateOnly first, DateOnly last) => fact.Begun(last) && !fact.EndedBy(first);

    /// <summary>It began on some day between two days, both included. A date known less exactly must lie wholly inside.</summary>
    public static bool BeganWithin(this Fact fact, DateOnly first, DateOnly last) => fact.From is { } from && from.First >= first && from.Last <= last;

    /// <summary>Its announced end has passed on that day, and nothing says what came.</summary>
    public static bool Overdue(this Fact fact, DateOnly day) =>
        fact.ExpectedEnd is { } end && end.Last < day && !fact.EndedBy(day);

    // An end known only to a year or month counts from its first day, unless that lies before the beginning: what began on
    // 5 March 2010 and ended in 2010 did hold.
    private static DateOnly End(Fact fact, PartialDate until) =>
        (fact.From ?? fact.By) is { } from && until.First <= from.First ? until.Last : until.First;
}
