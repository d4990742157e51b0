using System.Text.Json;
using Cica.Answers.Tests.Exam;
using Cica.Answers.Tests.Questions;

namespace Cica.Answers.Tests.Checklist;

/// <summary>
/// What the bot must know, line by line: each statement is covered by facts and can be asked for, or is left out for a reason.
/// </summary>
public sealed class ChecklistTests
{
    private static readonly string File = Path.Combine(RealData.Tests, "Checklist", "checklist.jsonl");

    /// <summary>One case for each line; a placeholder while there is no list.</summary>
    public static TheoryData<int, string> Lines()
    {
        var lines = new TheoryData<int, string>();
        if (!System.IO.File.Exists(File))
        {
            lines.Add(0, "no checklist");
            return lines;
        }
        var number = 0;
        foreach (var line in System.IO.File.ReadLines(File))
        {
            number++;
            if (line.Length > 0)
                lines.Add(number, line);
        }
        return lines;
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Each_line_is_answered_from_the_facts_that_cover_it(int number, string line)
    {
        if (number == 0)
            return;
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        Assert.False(string.IsNullOrWhiteSpace(root.GetProperty("statement").GetString()), "a line says what it is about");
        if (root.TryGetProperty("leftOut", out var reason))
        {
            Assert.False(string.IsNullOrWhiteSpace(reason.GetString()), "what is left out has a reason");
            return;
        }
        var covers = QuestionSet.Strings(root.GetProperty("covers"));
        Assert.NotEmpty(covers);
        Assert.All(covers, id => Assert.True(Exists(id), $"'{id}' is no fact, article or event"));

        var question = root.GetProperty("question").GetString()!;
        var answer = RealData.Ask(question, QuestionSet.AsOf(root));
        var got = $"{question}\n→ {answer.Outcome} ({string.Join(", ", answer.Facts)}): {answer.Text}";
        Assert.True(answer.Outcome == Outcome.Answer, got);
        Assert.True(answer.Facts.Intersect(covers).Any(), $"none of {string.Join(", ", covers)} is cited\n{got}");
        Assert.True(Scoring.Holds(answer.Text, QuestionSet.Groups(root, "expect"), []), $"the answer lacks what was expected\n{got}");
    }

    private static bool Exists(string id) =>
        RealData.Knowledge.FactById.ContainsKey(id) || RealData.Knowledge.Articles.Any(a => a.Id == id) || RealData.Knowledge.Events.Any(e => e.Id == id);
}
