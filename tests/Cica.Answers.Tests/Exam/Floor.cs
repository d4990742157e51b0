using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Cica.Answers.Tests.Exam;

/// <summary>Two figures of a row of the exam, in percent rounded to tenths.</summary>
/// <param name="Right">The share of right answers.</param>
/// <param name="Wrong">The share of wrong answers.</param>
internal readonly record struct Figures(decimal Right, decimal Wrong)
{
    /// <summary>What every row is to reach.</summary>
    public static Figures Goal { get; } = new(97.0m, 0.5m);

    public static Figures Of(Tally tally) => new(Percent(tally.Right, tally.Total), Percent(tally.Wrong, tally.Total));

    /// <summary>Whether neither figure is worse than another's.</summary>
    public bool Holds(Figures other) => Right >= other.Right && Wrong <= other.Wrong;

    /// <summary>The better of two, figure by figure.</summary>
    public static Figures Best(Figures one, Figures other) => new(Math.Max(one.Right, other.Right), Math.Min(one.Wrong, other.Wrong));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Right:0.0} % right, {Wrong:0.0} % wrong");

    private static decimal Percent(int part, int total) => total == 0 ? 0 : Math.Round(100m * part / total, 1, MidpointRounding.AwayFromZero);
}

/// <summary>The least right share and the most wrong share of each row reached so far, as floor.json keeps them.</summary>
internal static class Floor
{
    private static readonly string Path = System.IO.Path.Combine(RealData.Tests, "Exam", "floor.json");

    /// <summary>The floor by split and language, raised first where this run may raise it.</summary>
    public static IReadOnlyDictionary<(string Split, string Language), Figures> Of(IReadOnlyList<(string Split, string Language, Figures Now)> rows)
    {
        var floor = File.Exists(Path) ? Read() : [];
        if (!Ratchet.Raises)
            return floor;
        // Only ever tighter: a figure that fell keeps its floor, and the test fails on it.
        foreach (var (split, language, now) in rows)
            floor[(split, language)] = floor.TryGetValue((split, language), out var kept) ? Figures.Best(kept, now) : now;
        Ratchet.Write(Path, Text(rows.Select(r => (r.Split, r.Language, floor[(r.Split, r.Language)]))));
        return floor;
    }

    private static Dictionary<(string, string), Figures> Read()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path));
        return document.RootElement.EnumerateArray().ToDictionary(
            row => (row.GetProperty("split").GetString()!, row.GetProperty("language").GetString()!),
            row => new Figures(row.GetProperty("leastRight").GetDecimal(), row.GetProperty("mostWrong").GetDecimal()));
    }

    private static string Text(IEnumerable<(string Split, string Language, Figures Floor)> rows)
    {
        var lines = rows.Select(r => string.Create(
            CultureInfo.InvariantCulture,
            $$"""  { "split": "{{r.Split}}", "language": "{{r.Language}}", "leastRight": {{r.Floor.Right:0.0}}, "mostWrong": {{r.Floor.Wrong:0.0}} }"""));
        return new StringBuilder("[\n").AppendJoin(",\n", lines).Append("\n]\n").ToString();
    }
}
