namespace Cica.Answers.Understanding;

/// <summary>How a question relates to the time it names.</summary>
internal enum TimeRelation
{
    /// <summary>In or during it.</summary>
    In,

    /// <summary>Before it.</summary>
    Before,

    /// <summary>After it.</summary>
    After,

    /// <summary>From it on.</summary>
    Since,
}

/// <summary>A time named in a question: its first and last day, both included.</summary>
internal sealed record TimeReference(DateOnly First, DateOnly Last, TimeRelation Relation, IReadOnlyList<int> Tokens, bool MonthOnly = false)
{
    /// <summary>It names a single day.</summary>
    public bool IsDay => Relation == TimeRelation.In && First == Last;

    /// <summary>It names a single year.</summary>
    public bool IsYear => First.Year == Last.Year && First is { Month: 1, Day: 1 } && Last is { Month: 12, Day: 31 };
}
