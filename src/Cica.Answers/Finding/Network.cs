using System.Numerics;
using System.Runtime.InteropServices;

namespace Cica.Answers.Finding;

/// <summary>
/// A small network: what counts by itself, and units that count what only matters together, each ready to count where the weighed
/// evidence is above zero (a leaky rectifier). Immutable.
/// </summary>
internal sealed class Network
{
    /// <summary>What a unit still lets through below zero.</summary>
    public const float Leak = 0.01f;

    private readonly float[] direct;
    private readonly float[][] units;
    private readonly float[] outward;

    // For each evidence its weight in every unit, one evidence after the other, filled up with units that count nothing: most
    // evidence is absent, and then none of its row is read.
    private readonly Vector<float>[] rows;
    private readonly Vector<float>[] outwards;

    /// <param name="direct">One weight for each <see cref="Evidence"/>.</param>
    /// <param name="units">For each unit, one weight for each <see cref="Evidence"/>.</param>
    /// <param name="outward">How much each unit counts.</param>
    public Network(float[] direct, float[][] units, float[] outward)
    {
        (this.direct, this.units, this.outward) = (direct, units, outward);
        var width = (units.Length + Vector<float>.Count - 1) / Vector<float>.Count;
        rows = new Vector<float>[direct.Length * width];
        outwards = new Vector<float>[width];
        outward.AsSpan().CopyTo(MemoryMarshal.Cast<Vector<float>, float>(outwards.AsSpan()));
        for (var evidence = 0; evidence < direct.Length; evidence++)
        {
            var row = MemoryMarshal.Cast<Vector<float>, float>(rows.AsSpan(evidence * width, width));
            for (var unit = 0; unit < units.Length; unit++)
                row[unit] = units[unit][evidence];
        }
    }

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
        Span<Vector<float>> sums = stackalloc Vector<float>[outwards.Length];
        sums.Clear();
        for (var i = 0; i < evidence.Length; i++)
        {
            if (evidence[i] != 0)
                Add(rows.AsSpan(i * sums.Length, sums.Length), evidence[i], sums);
        }
        var counted = Vector<float>.Zero;
        for (var i = 0; i < sums.Length; i++)
            counted += outwards[i] * Vector.ConditionalSelect(Vector.GreaterThan(sums[i], Vector<float>.Zero), sums[i], Leak * sums[i]);
        return 1 / (1 + Math.Exp(-(Weights.Sum(direct, evidence) + Vector.Sum(counted))));
    }

    /// <summary>What a unit lets through.</summary>
    public static float Rectified(float sum) => sum > 0 ? sum : Leak * sum;

    private static void Add(ReadOnlySpan<Vector<float>> row, float evidence, Span<Vector<float>> to)
    {
        for (var i = 0; i < to.Length; i++)
            to[i] += row[i] * evidence;
    }
}
