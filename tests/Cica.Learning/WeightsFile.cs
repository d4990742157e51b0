using System.Globalization;
using System.Text;
using Cica.Answers.Finding;
using Cica.Answers.Tests;

namespace Cica.Learning;

/// <summary>Writes weights.txt, which the answers are built with.</summary>
internal static class WeightsFile
{
    private const int Digits = 3;

    public static string Path { get; } = System.IO.Path.Combine(RealData.Root, "src", "Cica.Answers", "Finding", "weights.txt");

    /// <summary>The weights as the file keeps them.</summary>
    public static float[] Rounded(IEnumerable<double> weights) => [.. weights.Select(w => (float)(Math.Round(w, Digits) + 0.0))];

    public static void Write(Weights weights)
    {
        var text = new StringBuilder("# Learnt by tests/Cica.Learning; do not edit by hand.\n");
        Add<Feature>(text, "fit", at => [weights.Fit[at]]);
        Add<Evidence>(text, "direct", at => [weights.Judge.Direct[at]]);
        Add<Evidence>(text, "unit", at => [.. weights.Judge.Units.Select(unit => unit[at])]);
        Add(text, "unit outward", weights.Judge.Outward.ToArray());
        File.WriteAllText(Path, text.ToString());
    }

    private static void Add<T>(StringBuilder text, string group, Func<int, float[]> weights)
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>();
        for (var i = 0; i < names.Length; i++)
            Add(text, group + " " + names[i], weights(i));
    }

    private static void Add(StringBuilder text, string name, float[] weights) =>
        text.Append(name).Append(' ').AppendJoin(' ', weights.Select(w => w.ToString("0.000", CultureInfo.InvariantCulture))).Append('\n');
}
