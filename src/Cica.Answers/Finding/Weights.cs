using System.Globalization;
using System.Numerics;

namespace Cica.Answers.Finding;

/// <summary>
/// How much each feature and each piece of evidence counts. Learnt, not set by hand: tests/Cica.Learning writes weights.txt from
/// wordings that were held out, from people's questions, and from questions that are none of the facts'.
/// </summary>
/// <param name="fit">One for each <see cref="Feature"/>.</param>
/// <param name="judge">Says how likely an answer is right.</param>
internal sealed class Weights(float[] fit, Network judge)
{
    /// <summary>What weights.txt holds.</summary>
    public static Weights Learnt { get; } = Read();

    /// <summary>Nothing counts: for what reads, but does not choose.</summary>
    public static Weights None { get; } = new(new float[Finding.Fit.Features], Network.None);

    /// <summary>One for each <see cref="Feature"/>.</summary>
    public ReadOnlySpan<float> Fit => fit;

    /// <summary>Says how likely an answer is right.</summary>
    public Network Judge => judge;

    /// <summary>The sum of what each counts.</summary>
    public static float Sum(ReadOnlySpan<float> weights, ReadOnlySpan<float> features)
    {
        var sum = Vector<float>.Zero;
        var i = 0;
        for (; i <= weights.Length - Vector<float>.Count; i += Vector<float>.Count)
            sum += new Vector<float>(weights[i..]) * new Vector<float>(features[i..]);
        var rest = 0f;
        for (; i < weights.Length; i++)
            rest += weights[i] * features[i];
        return Vector.Sum(sum) + rest;
    }

    // A line has what it is of, its name, and its weights: one, or one for each unit.
    private static Weights Read()
    {
        using var stream = typeof(Weights).Assembly.GetManifestResourceStream("Cica.Answers.weights.txt")!;
        using var reader = new StreamReader(stream);
        var all = new Dictionary<string, float[]>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var words = line.Split(' ');
            all[$"{words[0]} {words[1]}"] = Array.ConvertAll(words[2..], w => float.Parse(w, CultureInfo.InvariantCulture));
        }
        var outward = all.GetValueOrDefault("unit outward", []);
        var units = outward.Select((_, unit) => Each<Evidence>(all, "unit", unit)).ToArray();
        return new Weights(Each<Feature>(all, "fit", 0), new Network(Each<Evidence>(all, "direct", 0), units, outward));
    }

    // In the order of the enumeration; a name that was not learnt counts nothing.
    private static float[] Each<T>(Dictionary<string, float[]> all, string group, int column)
        where T : struct, Enum =>
        [.. Enum.GetNames<T>().Select(name => all.TryGetValue($"{group} {name}", out var weights) ? weights[column] : 0)];
}
