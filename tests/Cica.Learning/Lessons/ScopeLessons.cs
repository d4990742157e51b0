using Cica.Answers;
using Cica.Answers.Finding.Scoping;
using Cica.Answers.Tests;

namespace Cica.Learning.Lessons;

/// <summary>Whose affair a question is.</summary>
internal enum Affair
{
    /// <summary>One for the facts.</summary>
    Ours,

    /// <summary>About something else than CICA.</summary>
    Outside,

    /// <summary>Of CICA, but of what no such facts hold.</summary>
    Unheld,
}

/// <summary>A question, and whose affair it is.</summary>
/// <param name="Text">As it was asked.</param>
/// <param name="Clues">What it says beside single words.</param>
/// <param name="Words">Its single words.</param>
/// <param name="Affair">Whose affair it is.</param>
/// <param name="IsPeoples">Asked by people, who are judged as well.</param>
internal sealed record ScopeLesson(string Text, uint[] Clues, uint[] Words, Affair Affair, bool IsPeoples);

/// <summary>Reads the facts' own wordings, and the questions in tests/Cica.Learning/Outside.</summary>
internal static class ScopeLessons
{
    private static readonly string[] Foreign = ["other-organisation", "other-subject"];

    public static IReadOnlyList<ScopeLesson> Read(AnswerEngine engine)
    {
        var lessons = new List<ScopeLesson>();
        var (clues, words) = (new List<uint>(), new List<uint>());
        foreach (var (text, affair, isPeoples) in Ours(engine).Concat(Others()).Concat(Peoples()))
        {
            var frame = engine.Frames.Read(text, RealData.Today);
            ScopeClues.Read(frame, clues, words);
            lessons.Add(new ScopeLesson(text, [.. clues], [.. words], affair, isPeoples));
            if (affair == Affair.Ours && frame.NamesCica)
                lessons.Add(Nameless(lessons[^1]));
        }
        return lessons;
    }

    // Few say the name in each question they ask of CICA's own bot.
    private static ScopeLesson Nameless(ScopeLesson lesson) => lesson with { Clues = [.. lesson.Clues.Where(c => !ScopeClues.IsName(c)).Append(ScopeClues.Nameless)] };

    private static IEnumerable<(string, Affair, bool)> Ours(AnswerEngine engine) =>
        engine.Knowledge.Facts.Select(f => f.Questions).Concat(engine.Knowledge.Articles.Select(a => a.Questions)).SelectMany(q => q.Values).SelectMany(q => q).Select(q => (q, Affair.Ours, false));

    private static IEnumerable<(string, Affair, bool)> Others() =>
        Directory.GetFiles(Path.Combine(RealData.Root, "tests", "Cica.Learning", "Outside"), "*.txt").Order(StringComparer.Ordinal).SelectMany(file =>
            File.ReadLines(file).Where(l => l.Length > 0).Select(l => (l, Path.GetFileName(file).StartsWith("unheld", StringComparison.Ordinal) ? Affair.Unheld : Affair.Outside, false)));

    private static IEnumerable<(string, Affair, bool)> Peoples() =>
        PeoplesQuestions.All.Where(q => !q.IsConversation && (q.Turns[0].Outcomes is ["answer"] || Foreign.Contains(q.Topic)))
            .Select(q => (q.Turns[0].Text, Foreign.Contains(q.Topic) ? Affair.Outside : Affair.Ours, true));
}
