using System.Collections.Frozen;
using Cica.Answers.Understanding;

namespace Cica.Answers.Following;

/// <summary>What the concepts of a follow-up may be said of.</summary>
internal static class FollowUpWords
{
    /// <summary>Concepts that say little of what is asked.</summary>
    public static readonly FrozenSet<string> Weak = FrozenSet.ToFrozenSet(["held", "cica-noun", "region", "count-word", "name-word", "planned", "status", "meeting", "handover", "number-of-times", "quote", "states-word", "task"], StringComparer.Ordinal);

    /// <summary>What is asked of things rather than of persons.</summary>
    public static readonly string[] OfThings = ["established", "proposed", "adopt", "document", "participants", "signatory", "coordinator", "outcome", "theme", "in-force"];

    /// <summary>What is asked of a meeting.</summary>
    public static readonly string[] OfMeetings = ["adopt", "outcome", "document", "participants", "host", "theme", "join", "signatory"];

    /// <summary>What is asked of a paper.</summary>
    public static readonly string[] OfPapers = ["in-force", "amend", "drafted", "signatory"];

    /// <summary>What a list is of.</summary>
    public static readonly string[] Kinds = ["member", "observer", "observer-organisation", "partner", "applicant"];

    /// <summary>Offices that are held one after the other.</summary>
    public static readonly string[] Offices = ["chair", "head", "deputy"];

    /// <summary>How somebody is tied to CICA.</summary>
    public static readonly string[] Ties = ["member", "observer", "partner"];

    /// <summary>Meetings that are numbered.</summary>
    public static readonly string[] Series = ["summit", "ministerial"];

    /// <summary>What comes in numbered rows.</summary>
    public static readonly string[] Rows = ["summit", "ministerial", "chair"];
}
