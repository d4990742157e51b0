using System.Globalization;
using System.Text;
using Cica.Answers.Finding;
using Cica.Answers.Tests.Checklist;
using Cica.Answers.Tests.Questions;

namespace Cica.Answers.Tests.Exam;

/// <summary>The exam, taken once, and the files that keep what came of it.</summary>
internal sealed class ExamReport
{
    private const string Columns = "questions | right | wrong | unknown | right % | wrong %";
    private static readonly Lazy<ExamReport> LazyCurrent = new(() => new ExamReport());

    private readonly (Turn Turn, Verdict Verdict)[] marks = [.. QuestionSet.Turns.Select(t => (t, Scoring.Mark(t)))];

    private ExamReport()
    {
        Rows = [.. Splits.SelectMany(split => Languages.Select(l => (split, l, Figures.Of(Of(split, l == All ? null : l)))))];
        Floor = Exam.Floor.Of(Rows);
        Results = WriteResults();
        Write("results.md", Results);
        Write("misses-lesson.md", WriteMisses());
        Write("thresholds.md", WriteThresholds());
    }

    public static ExamReport Current => LazyCurrent.Value;

    /// <summary>The figures the goal and the floor are about.</summary>
    public IReadOnlyList<(string Split, string Language, Figures Now)> Rows { get; }

    /// <summary>The figures below which no row may fall.</summary>
    public IReadOnlyDictionary<(string Split, string Language), Figures> Floor { get; }

    /// <summary>The table of results.</summary>
    public string Results { get; }

    /// <summary>The counts of a split, in one language or in all.</summary>
    public Tally Of(string split, string? language = null) =>
        Tally.Of(marks.Where(m => m.Turn.Question.Split == split && (language is null || m.Turn.Question.Language == language)).Select(m => m.Verdict));

    private string WriteResults()
    {
        var text = new StringBuilder();
        text.Append("# Exam results\n\n");
        text.Append("Written by the exam; each turn of a conversation counts as a question. Right: an allowed outcome, and an answer holds what it must.\n");
        text.Append("Wrong: any other answer. Unknown: declined, or a choice offered, where an answer was due.\n\n");
        var met = Rows.Count(r => r.Now.Holds(Figures.Goal));
        text.Append(CultureInfo.InvariantCulture, $"The goal for every row: at least {Figures.Goal.Right:0.0} % right and at most {Figures.Goal.Wrong:0.0} % wrong. ");
        text.Append(met == Rows.Count ? "The goal is met.\n" : string.Create(CultureInfo.InvariantCulture, $"**The goal is not met yet**: {Rows.Count - met} of {Rows.Count} rows miss it.\n"));
        text.Append("The floor is what was reached so far (floor.json); the tests fail when a row misses the goal or falls below its floor.\n\n");
        text.Append("| split | language | ").Append(Columns).Append(" | floor | goal |\n|---|---|--:|--:|--:|--:|--:|--:|---|---|\n");
        foreach (var (split, language, now) in Rows)
        {
            text.Append("| ").Append(split).Append(" | ").Append(language).Append(" | ").Append(Of(split, language == All ? null : language).Cells())
                .Append(" | ").Append(Floor.TryGetValue((split, language), out var floor) ? floor : "none")
                .Append(" | ").Append(now.Holds(Figures.Goal) ? "met" : "not met yet").Append(" |\n");
        }
        var checklist = ChecklistReport.Current;
        text.Append(CultureInfo.InvariantCulture, $"\nChecklist: {checklist.Open.Count} of {checklist.Lines.Count} lines are open: their question is not answered from their facts yet (Checklist/open.txt).\n");
        text.Append("\n| split | language | topic | ").Append(Columns).Append(" |\n|---|---|---|--:|--:|--:|--:|--:|--:|\n");
        var rows = marks.GroupBy(m => (m.Turn.Question.Split, m.Turn.Question.Language, m.Turn.Question.Topic))
            .OrderBy(g => g.Key.Split, StringComparer.Ordinal).ThenBy(g => g.Key.Language, StringComparer.Ordinal).ThenBy(g => g.Key.Topic, StringComparer.Ordinal);
        foreach (var row in rows)
        {
            text.Append("| ").Append(row.Key.Split).Append(" | ").Append(row.Key.Language).Append(" | ").Append(row.Key.Topic)
                .Append(" | ").Append(Tally.Of(row.Select(m => m.Verdict)).Cells()).Append(" |\n");
        }
        return text.ToString();
    }

    private string WriteMisses()
    {
        var text = new StringBuilder();
        text.Append("# Missed questions of the lesson split\n\nWritten by the exam. The test split's misses are counted only, so that nobody tunes to them.\n");
        foreach (var (turn, verdict) in marks.Where(m => m.Verdict != Verdict.Right && m.Turn.Question.IsLesson))
        {
            text.Append("\n## ").Append(turn.Name).Append(" (").Append(turn.Question.Topic).Append(", ").Append(verdict.ToString().ToLowerInvariant()).Append(")\n\n");
            text.Append("- question: ").Append(turn.Asked.Text.ReplaceLineEndings(" ⏎ ").Replace('\0', ' ')).Append('\n');
            text.Append("- expected: ").AppendJoin(" or ", turn.Asked.Outcomes);
            foreach (var group in turn.Asked.Expect)
                text.Append(" + [").AppendJoin(" / ", group).Append(']');
            foreach (var no in turn.Asked.Reject)
                text.Append(" − [").Append(no).Append(']');
            text.Append('\n');
            text.Append(CultureInfo.InvariantCulture, $"- got: {Scoring.Name(turn.Answer.Outcome)} ({turn.Answer.Confidence:0.00}): ").Append(turn.Answer.Text.ReplaceLineEndings(" ⏎ ")).Append('\n');
        }
        return text.ToString();
    }

    private string WriteThresholds()
    {
        var text = new StringBuilder();
        text.Append("# The answer threshold\n\n");
        text.Append("Written by the exam: what would come of all questions if an answer needed at least this confidence.\n");
        text.Append("An answer below the threshold in force is already declined by the engine, so the rows before the marked one equal it.\n\n");
        text.Append("| threshold | right | wrong | unknown | right % | wrong % | |\n|--:|--:|--:|--:|--:|--:|---|\n");
        for (var hundredths = 40; hundredths <= 90; hundredths += 2)
        {
            var threshold = hundredths / 100.0;
            var tally = Tally.Of(marks.Select(m => Scoring.Mark(m.Turn, threshold)));
            text.Append(CultureInfo.InvariantCulture, $"| {threshold:0.00} | {tally.Right} | {tally.Wrong} | {tally.Unknown} | {100 * tally.RightShare:0.0} | {100 * tally.WrongShare:0.0} | ");
            text.Append(Math.Abs(threshold - Thresholds.Answer) < 0.005 ? "in force |\n" : "|\n");
        }
        return text.ToString();
    }

    public static IReadOnlyList<string> Splits { get; } = ["lesson", "test"];

    /// <summary>The row of a split over all languages.</summary>
    public const string All = "all";

    public static IReadOnlyList<string> Languages { get; } = [All, "en", "ru"];

    private static void Write(string name, string text) => Ratchet.Write(Path.Combine(RealData.Tests, "Exam", name), text);
}
