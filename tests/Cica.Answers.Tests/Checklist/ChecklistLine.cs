using System.Text.Json;
using Cica.Answers.Tests.Exam;
using Cica.Answers.Tests.Questions;

namespace Cica.Answers.Tests.Checklist;

/// <summary>A line of checklist.jsonl, asked once.</summary>
/// <param name="Id">Its key, as open.txt names it.</param>
/// <param name="Statement">What the bot must know.</param>
/// <param name="LeftOut">Why it is not asked for; empty for a line that is.</param>
/// <param name="Covers">The facts, articles and events that say it.</param>
/// <param name="Fault">Why its question is not answered from them; empty where it is.</param>
internal sealed record ChecklistLine(string Id, string Statement, string? LeftOut, IReadOnlyList<string> Covers, string? Fault)
{
    public static ChecklistLine Of(string line)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        var (id, statement) = (root.GetProperty("line").GetString()!, root.GetProperty("statement").GetString()!);
        if (root.TryGetProperty("leftOut", out var reason))
            return new ChecklistLine(id, statement, reason.GetString()!, [], null);
        var covers = QuestionSet.Strings(root.GetProperty("covers"));
        return new ChecklistLine(id, statement, null, covers, Ask(root, covers));
    }

    // Where the statement is that something is not known, "unknown" as well as an answer that says so.
    private static string[] OutcomesOf(JsonElement root) => root.TryGetProperty("outcome", out var outcome) ? [outcome.GetString()!, "answer"] : ["answer"];

    private static string? Ask(JsonElement root, IReadOnlyList<string> covers)
    {
        var question = root.GetProperty("question").GetString()!;
        var (answer, thrown) = RealData.Try(question, QuestionSet.AsOf(root));
        if (answer is null)
            return $"the engine throws {thrown}\n{question}";
        var got = $"{question}\n→ {answer.Outcome} ({string.Join(", ", answer.Facts)}): {answer.Text}";
        // What no source tells is said to be not known, and cites the fact that says so.
        if (!OutcomesOf(root).Contains(Scoring.Name(answer.Outcome)))
            return $"it is not answered\n{got}";
        if (!answer.Facts.Intersect(covers).Any())
            return $"none of {string.Join(", ", covers)} is cited\n{got}";
        return Scoring.Holds(answer.Text, QuestionSet.Groups(root, "expect"), []) ? null : $"the answer lacks what was expected\n{got}";
    }
}
