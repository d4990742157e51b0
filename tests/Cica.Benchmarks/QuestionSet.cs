using System.Globalization;
using System.Text.Json;
using Cica.Answers;

namespace Cica.Benchmarks;

/// <summary>A question of the measured set and what a right answer to it holds.</summary>
internal sealed record AskedQuestion(Question Question, string Language, bool MayBeAnswered, bool MayBeDeclined, string[][] Expected)
{
    /// <summary>Whether a text holds one of each group of expected values.</summary>
    public bool IsRight(string text)
    {
        var plain = text.Replace('\u00a0', ' ');
        return Expected.All(group => group.Any(value => plain.Contains(value.Replace('\u00a0', ' '), StringComparison.OrdinalIgnoreCase)));
    }
}

/// <summary>The questions the answers are tested with, each asked by itself.</summary>
internal static class QuestionSet
{
    private static readonly string[] Files = ["english-1", "english-2", "russian", "declines"];

    public static AskedQuestion[] Read(string repository, DateOnly today) =>
    [
        .. Files.SelectMany(f => File.ReadLines(Path.Combine(repository, "tests", "Cica.Answers.Tests", "Questions", f + ".jsonl")))
            .Where(line => !string.IsNullOrWhiteSpace(line))
            .Select(line => Read(JsonDocument.Parse(line).RootElement, today)),
    ];

    private static AskedQuestion Read(JsonElement line, DateOnly today)
    {
        var day = line.TryGetProperty("asOf", out var asOf) ? DateOnly.ParseExact(asOf.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture) : today;
        var outcomes = line.GetProperty("outcome").EnumerateArray().Select(o => o.GetString()).ToArray();
        string[][] expected = line.TryGetProperty("expect", out var groups) ? [.. groups.EnumerateArray().Select(Values)] : [];
        return new AskedQuestion(
            new Question(line.GetProperty("text").GetString()!, day),
            line.GetProperty("lang").GetString()!,
            outcomes.Contains("answer"),
            outcomes.Contains("unknown"),
            expected);
    }

    private static string[] Values(JsonElement group) =>
        group.ValueKind == JsonValueKind.Array ? [.. group.EnumerateArray().Select(v => v.ToString())] : [group.ToString()];
}
