namespace Cica.Answers.Finding;

/// <summary>
/// A small network: what counts by itself, and units that count what only matters together, each ready to count where the weighed
/// evidence is above zero (a leaky rectifier). Immutable.
/// </summary>
/// <param name="direct">One weight for each <see cref="Evidence"/>.</param>
/// <param name="units">For each unit, one weight for each <see cref="Evidence"/>.</param>
/// <param name="outward">How much each unit counts.</param>
internal sealed class Network(float[] direct, float[][] units, float[] outward)
{
    /// <summary>What a unit still lets through below zero.</summary>
    public const float Leak = 0.01f;

    /// <summary>Nothing counts.</summary>
    public static Network None { get; } = new(new float[EvidenceReader.Evidences], [], []);

    /// <summary>One weight for each <see cref="Evidence"/>.</summary>
    public ReadOnlySpan<float> Direct => direct;

    /// <summary>For each unit, one weight for each <see cref="Evidence"/>.</summary>
    public IReadOnlyList<float[]> Units => units;

    /// <summary>How much each unit counts.</summary>
    public ReadOnlySpan<float> Outward => outward;

    /// <summary>How likely it is that what this speaks for is right, 0 to 1.</summary>
    public double Likelihood(ReadOnlySpan<float> evidence)
    {
        var sum = Weights.Sum(direct, evidence);
        for (var unit = 0; unit < units.Length; unit++)
            sum += outward[unit] * Rectified(Weights.Sum(units[unit], evidence));
        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>What a unit lets through.</summary>
    public static float Rectified(float sum) => sum > 0 ? sum : Leak * sum;
}
