using System.Globalization;

namespace Cica.Answers.Finding;

/// <summary>
/// How much each feature and each piece of evidence counts. Learnt, not set by hand: tests/Cica.Learning writes weights.txt from
/// wordings that were held out and from the lesson split of the exam.
/// </summary>
internal static class Weights
{
    private static readonly Dictionary<string, float> All = Load();

    /// <summary>One weight for each name of an enumeration, in its order; a name that was not learnt counts nothing.</summary>
    public static float[] Of<T>(string group)
        where T : struct, Enum =>
        [.. Enum.GetNames<T>().Select(name => All.GetValueOrDefault(group + " " + name))];

    private static Dictionary<string, float> Load()
    {
        using var stream = typeof(Weights).Assembly.GetManifestResourceStream("Cica.Answers.weights.txt")!;
        using var reader = new StreamReader(stream);
        var weights = new Dictionary<string, float>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var end = line.LastIndexOf(' ');
            if (end > 0 && line[0] != '#')
                weights[line[..end]] = float.Parse(line.AsSpan(end + 1), CultureInfo.InvariantCulture);
        }
        return weights;
    }
}
