using System.Collections.Frozen;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Cica.Answers.Finding.Vectors;

/// <summary>
/// A vector for every clue, so that texts that ask for the same thing point the same way even where they share no word. Learnt
/// from the facts' own wordings by tests/Cica.Learning, which writes vectors.bin.
/// </summary>
internal sealed class WordVectors
{
    private readonly FrozenDictionary<uint, int> rows;
    private readonly float[] values;

    /// <param name="dimension">Numbers in a vector; a multiple of 16.</param>
    /// <param name="clues">The clues that have a vector.</param>
    /// <param name="values">Their vectors, one after the other.</param>
    public WordVectors(int dimension, ReadOnlySpan<uint> clues, float[] values)
    {
        Dimension = dimension;
        this.values = values;
        var pairs = new Dictionary<uint, int>(clues.Length);
        for (var row = 0; row < clues.Length; row++)
            pairs[clues[row]] = row * dimension;
        rows = pairs.ToFrozenDictionary();
    }

    /// <summary>What vectors.bin holds.</summary>
    public static WordVectors Learnt { get; } = Read();

    /// <summary>No clue has a vector: for what reads, but does not choose.</summary>
    public static WordVectors None { get; } = new(16, [], []);

    /// <summary>Numbers in a vector.</summary>
    public int Dimension { get; }

    /// <summary>The direction in which a text points, of length 1; zeros where none of its clues is known.</summary>
    public void Sum(List<uint> clues, Span<float> into)
    {
        into.Clear();
        foreach (var clue in clues)
        {
            if (rows.TryGetValue(clue, out var row))
                Add(values.AsSpan(row, Dimension), into);
        }
        Normalise(into);
    }

    /// <summary>Makes a vector 1 long, unless it is zero.</summary>
    public static void Normalise(Span<float> vector)
    {
        var square = Dot(vector, vector);
        if (square > 0)
            Scale(vector, 1 / MathF.Sqrt(square));
    }

    /// <summary>Adds a vector to another.</summary>
    public static void Add(ReadOnlySpan<float> vector, Span<float> to)
    {
        var from = MemoryMarshal.Cast<float, Vector<float>>(vector);
        var into = MemoryMarshal.Cast<float, Vector<float>>(to);
        for (var i = 0; i < into.Length; i++)
            into[i] += from[i];
    }

    /// <summary>The cosine of the angle between two vectors of length 1.</summary>
    public static float Dot(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        var a = MemoryMarshal.Cast<float, Vector<float>>(one);
        var b = MemoryMarshal.Cast<float, Vector<float>>(other);
        var sum = Vector<float>.Zero;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return Vector.Sum(sum);
    }

    private static void Scale(Span<float> vector, float factor)
    {
        var all = MemoryMarshal.Cast<float, Vector<float>>(vector);
        for (var i = 0; i < all.Length; i++)
            all[i] *= factor;
    }

    // Dimension and count, the clues, a scale for each row, and each row's numbers as signed bytes to be multiplied by it.
    private static WordVectors Read()
    {
        using var stream = typeof(WordVectors).Assembly.GetManifestResourceStream("Cica.Answers.vectors.bin")!;
        using var reader = new BinaryReader(stream);
        var (dimension, count) = (reader.ReadInt32(), reader.ReadInt32());
        var (clues, scales) = (new uint[count], new float[count]);
        for (var row = 0; row < count; row++)
            clues[row] = reader.ReadUInt32();
        for (var row = 0; row < count; row++)
            scales[row] = reader.ReadSingle();
        var bytes = reader.ReadBytes(count * dimension);
        var values = new float[bytes.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = scales[i / dimension] * (sbyte)bytes[i];
        return new WordVectors(dimension, clues, values);
    }
}
