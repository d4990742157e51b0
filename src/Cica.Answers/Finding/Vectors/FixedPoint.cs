using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Cica.Answers.Finding.Vectors;

/// <summary>
/// Vectors of length 1 in fixed point: half as long as floats, which matters where hundreds of thousands of numbers are read for
/// every question. No sum of their products can overflow: that of two vectors is no more than the product of their lengths.
/// </summary>
internal static class FixedPoint
{
    private const float One = short.MaxValue;

    /// <summary>Writes a vector that is no longer than 1.</summary>
    public static void Round(ReadOnlySpan<float> vector, Span<short> into)
    {
        for (var i = 0; i < into.Length; i++)
            into[i] = (short)MathF.Round(vector[i] * One);
    }

    /// <summary>Adds a vector to one of floats, by its direction only.</summary>
    public static void Add(ReadOnlySpan<short> vector, Span<float> to)
    {
        for (var i = 0; i < to.Length; i++)
            to[i] += vector[i];
    }

    /// <summary>The cosine of the angle between two vectors, whose numbers are a multiple of 16.</summary>
    public static float Cosine(ReadOnlySpan<short> one, ReadOnlySpan<short> other) => Dot(one, other) / (One * One);

    /// <summary>The greatest of the cosines between a vector and each of many that stand one after the other; -1 for none.</summary>
    public static float Greatest(ReadOnlySpan<short> one, ReadOnlySpan<short> many)
    {
        var greatest = -(int)(One * One);
        for (; many.Length >= one.Length; many = many[one.Length..])
            greatest = Math.Max(greatest, Dot(one, many));
        return greatest / (One * One);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Dot(ReadOnlySpan<short> one, ReadOnlySpan<short> other)
    {
        ref var a = ref MemoryMarshal.GetReference(one);
        ref var b = ref MemoryMarshal.GetReference(other[..one.Length]);
        var sum = Vector256<int>.Zero;
        for (var i = 0; i < one.Length; i += Vector256<short>.Count)
            sum += Products(Vector256.LoadUnsafe(ref a, (nuint)i), Vector256.LoadUnsafe(ref b, (nuint)i));
        return Vector256.Sum(sum);
    }

    // The products, two neighbours added.
    private static Vector256<int> Products(Vector256<short> a, Vector256<short> b) => Avx2.IsSupported
        ? Avx2.MultiplyAddAdjacent(a, b)
        : (Vector256.WidenLower(a) * Vector256.WidenLower(b)) + (Vector256.WidenUpper(a) * Vector256.WidenUpper(b));
}
