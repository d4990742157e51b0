using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Cica.Answers.Finding.Vectors;

/// <summary>
/// A vector for every clue, so that texts that ask for the same thing point the same way even where they share no word. Learnt
/// from the facts' own wordings by tests/Cica.Learning, which writes vectors.bin.
/// </summary>
internal sealed class WordVectors
{
    private readonly ClueTable rows;
    private readonly float[] scales;
    private readonly sbyte[] values;

    /// <param name="dimension">Numbers in a vector; a multiple of 16.</param>
    /// <param name="clues">The clues that have a vector.</param>
    /// <param name="scales">What each clue's numbers are multiplied by.</param>
    /// <param name="values">Their numbers, one vector after the other.</param>
    public WordVectors(int dimension, ReadOnlySpan<uint> clues, float[] scales, sbyte[] values)
    {
        Dimension = dimension;
        (this.scales, this.values) = (scales, values);
        rows = new ClueTable(clues);
    }

    /// <summary>What vectors.bin holds.</summary>
    public static WordVectors Learnt { get; } = Read();

    /// <summary>No clue has a vector: for what reads, but does not choose.</summary>
    public static WordVectors None { get; } = new(16, [], [], []);

    /// <summary>Numbers in a vector.</summary>
    public int Dimension { get; }

    /// <summary>The direction in which a text points, of length 1; zeros where none of its clues is known.</summary>
    public void Sum(List<uint> clues, Span<float> into)
    {
        Span<(int Row, float Scale)> known = stackalloc (int, float)[clues.Count];
        var count = 0;
        foreach (var clue in clues)
        {
            if (rows.Of(clue) is >= 0 and var row)
                known[count++] = (row * Dimension, scales[row]);
        }
        for (var column = 0; column < Dimension; column += Vector128<sbyte>.Count)
            Sum(known[..count], column, into);
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

    // Adds up sixteen columns of rows.
    private void Sum(ReadOnlySpan<(int Row, float Scale)> known, int column, Span<float> into)
    {
        var (lower, upper) = (Vector256<float>.Zero, Vector256<float>.Zero);
        foreach (var (row, scale) in known)
        {
            var numbers = Vector256.WidenLower(Vector128.LoadUnsafe(ref values[row + column]).ToVector256Unsafe());
            lower += Vector256.ConvertToSingle(Vector256.WidenLower(numbers)) * scale;
            upper += Vector256.ConvertToSingle(Vector256.WidenUpper(numbers)) * scale;
        }
        lower.CopyTo(into[column..]);
        upper.CopyTo(into[(column + Vector256<float>.Count)..]);
    }

    // Dimension and count, the clues, a scale for each row, and each row's numbers as signed bytes to be multiplied by it.
    private static WordVectors Read()
    {
        using var stream = typeof(WordVectors).Assembly.GetManifestResourceStream("Cica.Answers.vectors.bin")!;
        using var reader = new BinaryReader(stream);
        var (dimension, count) = (reader.ReadInt32(), reader.ReadInt32());
        var (clues, scales, values) = (new uint[count], new float[count], new sbyte[count * dimension]);
        stream.ReadExactly(MemoryMarshal.AsBytes(clues.AsSpan()));
        stream.ReadExactly(MemoryMarshal.AsBytes(scales.AsSpan()));
        stream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return new WordVectors(dimension, clues, scales, values);
    }
}
