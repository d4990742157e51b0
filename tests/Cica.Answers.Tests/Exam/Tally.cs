using System.Globalization;

namespace Cica.Answers.Tests.Exam;

/// <summary>Counts of verdicts.</summary>
internal readonly record struct Tally(int Right, int Wrong, int Unknown)
{
    public int Total => Right + Wrong + Unknown;

    public double RightShare => Total == 0 ? 1 : (double)Right / Total;

    public double WrongShare => Total == 0 ? 0 : (double)Wrong / Total;

    public static Tally Of(IEnumerable<Verdict> verdicts)
    {
        var counts = new int[3];
        foreach (var verdict in verdicts)
            counts[(int)verdict]++;
        return new Tally(counts[(int)Verdict.Right], counts[(int)Verdict.Wrong], counts[(int)Verdict.Unknown]);
    }

    /// <summary>The cells of a table's row.</summary>
    public string Cells() => string.Create(CultureInfo.InvariantCulture, $"{Total} | {Right} | {Wrong} | {Unknown} | {100 * RightShare:0.0} | {100 * WrongShare:0.0}");
}
