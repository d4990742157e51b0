using Cica.Answers.Tests.Questions;

namespace Cica.Answers.Tests.Exam;

/// <summary>What became of an exam question.</summary>
internal enum Verdict
{
    /// <summary>An allowed outcome, and an answer holds what it must.</summary>
    Right,

    /// <summary>An answer that should not have been given, or lacks what it must hold.</summary>
    Wrong,

    /// <summary>No answer where there should have been one.</summary>
    Unknown,
}

/// <summary>Marks an answer against what was expected.</summary>
internal static class Scoring
{
    /// <summary>Marks a turn, as it would be if an answer needed at least a confidence.</summary>
    public static Verdict Mark(Turn turn, double threshold = 0)
    {
        if (turn.Thrown is not null)
            return Verdict.Unknown;
        var (expected, answer) = (turn.Asked, turn.Answer);
        var outcome = answer.Outcome == Outcome.Answer && answer.Confidence < threshold ? Outcome.Unknown : answer.Outcome;
        var isAnswer = outcome == Outcome.Answer;
        if (expected.Outcomes.Contains(Name(outcome)) && (!isAnswer || Holds(answer.Text, expected.Expect, expected.Reject)))
            return Verdict.Right;
        return isAnswer ? Verdict.Wrong : Verdict.Unknown;
    }

    public static bool Holds(string text, IReadOnlyList<IReadOnlyList<string>> expect, IReadOnlyList<string> reject)
    {
        var folded = Fold(text);
        return expect.All(group => group.Any(alternative => folded.Contains(Fold(alternative), StringComparison.Ordinal)))
            && !reject.Any(no => folded.Contains(Fold(no), StringComparison.Ordinal));
    }

    public static string Name(Outcome outcome) => outcome switch
    {
        Outcome.Answer => "answer",
        Outcome.Clarify => "clarify",
        Outcome.Chat => "chat",
        _ => "unknown",
    };

    // Case, ё/е and the kind of apostrophe make no difference; nothing else is forgiven.
    private static string Fold(string text) =>
        text.ToLowerInvariant().Replace('ё', 'е').Replace('’', '\'').Replace('‘', '\'').Replace('ʼ', '\'').Replace('`', '\'');
}
