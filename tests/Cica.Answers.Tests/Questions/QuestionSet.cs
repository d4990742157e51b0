using System.Globalization;
using System.Text.Json;

namespace Cica.Answers.Tests.Questions;

/// <summary>The question set as it stands in the *.jsonl files beside this one.</summary>
internal static class QuestionSet
{
    public const string Conversation = "conversation";
    public const string Declines = "declines";

    private static readonly Lazy<IReadOnlyList<ExamQuestion>> LazyAll = new(() =>
        [.. Directory.GetFiles(Path.Combine(RealData.Tests, "Questions"), "*.jsonl").Order(StringComparer.Ordinal).SelectMany(Read)]);

    private static readonly Lazy<IReadOnlyList<Turn>> LazyTurns = new(() => [.. All.SelectMany(AskAll)]);

    /// <summary>Every line, in the order of files and lines.</summary>
    public static IReadOnlyList<ExamQuestion> All => LazyAll.Value;

    /// <summary>Every turn, asked once.</summary>
    public static IReadOnlyList<Turn> Turns => LazyTurns.Value;

    /// <summary>The lines of one file, by its name without ending.</summary>
    public static IEnumerable<ExamQuestion> From(string file) => Read(Path.Combine(RealData.Tests, "Questions", file + ".jsonl"));

    /// <summary>A list of groups of alternatives (a bare string is a group of one); empty where a line has none.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Groups(JsonElement line, string name) =>
        line.TryGetProperty(name, out var groups) ? [.. groups.EnumerateArray().Select(g => g.ValueKind == JsonValueKind.String ? [g.GetString()!] : Strings(g))] : [];

    public static IReadOnlyList<string> Strings(JsonElement array) => [.. array.EnumerateArray().Select(e => e.GetString()!)];

    public static DateOnly AsOf(JsonElement line) =>
        line.TryGetProperty("asOf", out var day) ? DateOnly.ParseExact(day.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture) : RealData.Today;

    /// <summary>The lines of a file of the same form that stands elsewhere.</summary>
    public static IEnumerable<ExamQuestion> Read(string file) => File.ReadLines(file).Where(l => l.Length > 0).Select(line =>
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        var turns = root.TryGetProperty("turns", out var list) ? list.EnumerateArray().Select(TurnOf).ToArray() : [TurnOf(root)];
        var topic = list.ValueKind == JsonValueKind.Array ? Conversation : Text(root, "topic");
        return new ExamQuestion(Text(root, "id"), Text(root, "split"), topic, Text(root, "lang"), AsOf(root), turns);
    });

    private static ExamTurn TurnOf(JsonElement turn) => new(
        Text(turn, "text"),
        Strings(turn.GetProperty("outcome")),
        [.. Groups(turn, "expect"), .. Groups(turn, "expectIfAnswer")],
        turn.TryGetProperty("reject", out var reject) ? Strings(reject) : []);

    private static string Text(JsonElement line, string name) => line.GetProperty(name).GetString()!;

    private static IEnumerable<Turn> AskAll(ExamQuestion question)
    {
        Conversation? conversation = null;
        for (var i = 0; i < question.Turns.Count; i++)
        {
            var turn = Ask(question, i, conversation);
            yield return turn;
            conversation = turn.Answer.Conversation ?? conversation;
        }
    }

    private static Turn Ask(ExamQuestion question, int number, Conversation? conversation)
    {
        var asked = question.Turns[number];
        var (answer, thrown) = RealData.Try(asked.Text, question.AsOf, conversation);
        return new Turn(question, number, asked, answer ?? new Answer { Outcome = Outcome.Unknown, Language = question.Language, Lines = ["threw " + thrown] }, thrown);
    }
}

/// <summary>A turn, and the answer it got; <paramref name="Thrown"/> says what the engine threw instead of one.</summary>
internal sealed record Turn(ExamQuestion Question, int Number, ExamTurn Asked, Answer Answer, string? Thrown = null)
{
    /// <summary>"en-001", or "conv-02, turn 3".</summary>
    public string Name => Question.IsConversation ? $"{Question.Id}, turn {Number + 1}" : Question.Id;

    /// <summary>The question where it may be shown: nobody tunes to the test split.</summary>
    public string Shown => Question.IsLesson ? $"{Name} \"{Asked.Text}\"" : "a question of the test split";
}
