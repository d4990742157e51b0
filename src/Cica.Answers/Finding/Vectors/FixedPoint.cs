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

    /// <summary>The cosines between a vector and each of many that stand one after the other.</summary>
    public static void Cosines(ReadOnlySpan<short> one, ReadOnlySpan<short> many, Span<float> into)
    {
        var row = 0;
        for (; row + 4 <= into.Length; row += 4)
            (Vector128.ConvertToSingle(Four(one, many[(row * one.Length)..])) / (One * One)).CopyTo(into[row..]);
        for (; row < into.Length; row++)
            into[row] = Cosine(one, many[(row * one.Length)..]);
    }

    /// <summary>The greatest of them; -1 for none.</summary>
    public static float Greatest(ReadOnlySpan<short> one, ReadOnlySpan<short> many)
    {
        var four = 4 * one.Length;
        var greatest = -(int)(One * One);
        if (many.Length >= four)
        {
            // The last four may be met twice: the greatest stays the same.
            var most = Four(one, many[^four..]);
            for (; many.Length > four; many = many[four..])
                most = Vector128.Max(most, Four(one, many));
            return Math.Max(Math.Max(most[0], most[1]), Math.Max(most[2], most[3])) / (One * One);
        }
        for (; many.Length >= one.Length; many = many[one.Length..])
            greatest = Math.Max(greatest, Dot(one, many));
        return greatest / (One * One);
    }

    private static int Dot(ReadOnlySpan<short> one, ReadOnlySpan<short> other)
    {
        ref var a = ref MemoryMarshal.GetReference(one);
        ref var b = ref MemoryMarshal.GetReference(other[..one.Length]);
        var sum = Vector256<int>.Zero;
        for (var i = 0; i < one.Length; i += Vector256<short>.Count)
            sum += Products(Vector256.LoadUnsafe(ref a, (nuint)i), Vector256.LoadUnsafe(ref b, (nuint)i));
        return Vector256.Sum(sum);
    }

    // With four vectors at once: most of the work on one is not the multiplying.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Four(ReadOnlySpan<short> one, ReadOnlySpan<short> others)
    {
        var length = one.Length;
        ref var a = ref MemoryMarshal.GetReference(one);
        ref var b = ref MemoryMarshal.GetReference(others[..(4 * length)]);
        ref var c = ref Unsafe.Add(ref b, length);
        ref var d = ref Unsafe.Add(ref c, length);
        ref var e = ref Unsafe.Add(ref d, length);
        var (first, second, third, fourth) = (Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero);
        for (nuint i = 0; i < (nuint)length; i += (nuint)Vector256<short>.Count)
        {
            var own = Vector256.LoadUnsafe(ref a, i);
            first += Products(own, Vector256.LoadUnsafe(ref b, i));
            second += Products(own, Vector256.LoadUnsafe(ref c, i));
            third += Products(own, Vector256.LoadUnsafe(ref d, i));
            fourth += Products(own, Vector256.LoadUnsafe(ref e, i));
        }
        if (!Avx2.IsSupported)
            return Vector128.Create(Vector256.Sum(first), Vector256.Sum(second), Vector256.Sum(third), Vector256.Sum(fourth));
        var sums = Avx2.HorizontalAdd(Avx2.HorizontalAdd(first, second), Avx2.HorizontalAdd(third, fourth));
        return sums.GetLower() + sums.GetUpper();
    }

    // The products, two neighbours added.
    private static Vector256<int> Products(Vector256<short> a, Vector256<short> b) => Avx2.IsSupported
        ? Avx2.MultiplyAddAdjacent(a, b)
        : (Vector256.WidenLower(a) * Vector256.WidenLower(b)) + (Vector256.WidenUpper(a) * Vector256.WidenUpper(b));
}
