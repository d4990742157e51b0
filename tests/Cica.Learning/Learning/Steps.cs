using System.Numerics;
using System.Runtime.InteropServices;
using Cica.Answers.Finding.Vectors;

namespace Cica.Learning.Learning;

/// <summary>Rows of numbers that are learnt by Adam's steps; only rows that were pulled at move.</summary>
internal sealed class Steps(int count, int dimension)
{
    private const float Rate = 0.005f;
    private const float Beta1 = 0.9f;
    private const float Beta2 = 0.999f;
    private const float Epsilon = 1e-8f;

    private readonly float[] gradient = new float[count * dimension];
    private readonly float[] mean = new float[count * dimension];
    private readonly float[] square = new float[count * dimension];
    private readonly bool[] pulled = new bool[count];
    private readonly List<int> touched = [];
    private int step;

    /// <summary>How many rows.</summary>
    public int Count => count;

    /// <summary>All rows, one after the other.</summary>
    public float[] Values { get; } = new float[count * dimension];

    public Span<float> Row(int row) => Values.AsSpan(row * dimension, dimension);

    /// <summary>Adds to the slope of a row.</summary>
    public void Pull(int row, ReadOnlySpan<float> slope)
    {
        if (!pulled[row])
        {
            pulled[row] = true;
            touched.Add(row);
        }
        WordVectors.Add(slope, gradient.AsSpan(row * dimension, dimension));
    }

    /// <summary>Moves the rows against their slopes.</summary>
    /// <param name="share">Of the full rate: less and less, so that what is learnt settles.</param>
    public void Step(float share)
    {
        step++;
        var (bias1, bias2) = (1 - MathF.Pow(Beta1, step), 1 - MathF.Pow(Beta2, step));
        foreach (var row in touched)
        {
            for (var i = row * dimension; i < (row + 1) * dimension; i++)
            {
                mean[i] = (Beta1 * mean[i]) + ((1 - Beta1) * gradient[i]);
                square[i] = (Beta2 * square[i]) + ((1 - Beta2) * gradient[i] * gradient[i]);
                Values[i] -= share * Rate * (mean[i] / bias1) / (MathF.Sqrt(square[i] / bias2) + Epsilon);
                gradient[i] = 0;
            }
            pulled[row] = false;
        }
        touched.Clear();
    }

    /// <summary>Adds a multiple of a vector to another.</summary>
    public static void Add(float factor, ReadOnlySpan<float> vector, Span<float> to)
    {
        var from = MemoryMarshal.Cast<float, Vector<float>>(vector);
        var into = MemoryMarshal.Cast<float, Vector<float>>(to);
        for (var i = 0; i < into.Length; i++)
            into[i] += factor * from[i];
    }

    /// <summary>From the slope by a direction to the slope by the vector of that length which points there.</summary>
    public static void Turn(Span<float> slope, ReadOnlySpan<float> direction, float length)
    {
        Add(-WordVectors.Dot(slope, direction), direction, slope);
        foreach (ref var value in slope)
            value /= length;
    }
}
