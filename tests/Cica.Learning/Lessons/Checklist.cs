using System.Text.Json;
using Cica.Answers.Tests;
using Cica.Answers.Tests.Questions;

namespace Cica.Learning.Lessons;

/// <summary>A question of the checklist, and the facts, articles and events one of which must be told.</summary>
internal sealed record ChecklistQuestion(DateOnly AsOf, ExamTurn Turn, IReadOnlySet<string> Covers);

/// <summary>The lines of checklist.jsonl that are asked for.</summary>
internal static class Checklist
{
    public static IEnumerable<ChecklistQuestion> Read() =>
        File.ReadLines(Path.Combine(RealData.Tests, "Checklist", "checklist.jsonl")).Where(l => l.Length > 0).Select(Read).OfType<ChecklistQuestion>();

    private static ChecklistQuestion? Read(string line)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        if (root.TryGetProperty("leftOut", out _))
            return null;
        var turn = new ExamTurn(root.GetProperty("question").GetString()!, root.TryGetProperty("outcome", out var outcome) ? [outcome.GetString()!, "answer"] : ["answer"], QuestionSet.Groups(root, "expect"), []);
        return new ChecklistQuestion(QuestionSet.AsOf(root), turn, QuestionSet.Strings(root.GetProperty("covers")).ToHashSet(StringComparer.Ordinal));
    }
}
