using System.Globalization;
using System.Numerics;

namespace Cica.Answers.Finding;

/// <summary>Answers that are judged each their own way.</summary>
internal enum JudgedAs
{
    /// <summary>A topic computes it.</summary>
    Computed,

    /// <summary>A detail of a meeting.</summary>
    Detail,

    /// <summary>A single statement.</summary>
    Statement,

    /// <summary>A single statement, to a question that leans on the turn before.</summary>
    Continuation,
}

/// <summary>
/// How much each feature and each piece of evidence counts. Learnt, not set by hand: tests/Cica.Learning writes weights.txt from
/// wordings that were held out, from people's questions, and from questions that are none of the facts'.
/// </summary>
/// <param name="fit">One for each <see cref="Feature"/>.</param>
/// <param name="evidence">For each of <see cref="JudgedAs"/>, one for each <see cref="Evidence"/>.</param>
internal sealed class Weights(float[] fit, float[][] evidence)
{
    /// <summary>What weights.txt holds.</summary>
    public static Weights Learnt { get; } = Read();

    /// <summary>Nothing counts: for what reads, but does not choose.</summary>
    public static Weights None { get; } = new(new float[Finding.Fit.Features], [.. Enum.GetValues<JudgedAs>().Select(_ => new float[EvidenceReader.Evidences])]);

    /// <summary>One for each <see cref="Feature"/>.</summary>
    public ReadOnlySpan<float> Fit => fit;

    /// <summary>One for each <see cref="Evidence"/>.</summary>
    public ReadOnlySpan<float> Of(JudgedAs way) => evidence[(int)way];

    /// <summary>The word that a line of weights.txt begins with.</summary>
    public static string Group(JudgedAs way) => way switch { JudgedAs.Statement => "statement", JudgedAs.Continuation => "continuation", JudgedAs.Detail => "detail", _ => "computed" };

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

    private static Weights Read()
    {
        using var stream = typeof(Weights).Assembly.GetManifestResourceStream("Cica.Answers.weights.txt")!;
        using var reader = new StreamReader(stream);
        var all = new Dictionary<string, float>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var end = line.LastIndexOf(' ');
            if (end > 0 && line[0] != '#')
                all[line[..end]] = float.Parse(line.AsSpan(end + 1), CultureInfo.InvariantCulture);
        }
        return new Weights(Each<Feature>(all, "fit"), [.. Enum.GetValues<JudgedAs>().Select(way => Each<Evidence>(all, Group(way)))]);
    }

    // In the order of the enumeration; a name that was not learnt counts nothing.
    private static float[] Each<T>(Dictionary<string, float> all, string group)
        where T : struct, Enum =>
        [.. Enum.GetNames<T>().Select(name => all.GetValueOrDefault(group + " " + name))];
}
