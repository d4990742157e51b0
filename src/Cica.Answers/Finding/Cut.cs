using System.Numerics;
using System.Runtime.Intrinsics;

namespace Cica.Answers.Finding;

/// <summary>
/// Separates the few highest of many scores from all the others without putting them in order: to count eight at a time how many reach
/// a mark is so quick that it pays to try several, where every comparison of one with another is anyone's guess.
/// </summary>
internal static class Cut
{
    private const int MostTries = 7;

    /// <summary>A mark that as many as are wanted reach, and mostly hardly more; the lowest there is if none is found.</summary>
    /// <param name="scores">The scores.</param>
    /// <param name="most">None is higher than this.</param>
    /// <param name="wanted">How many of the highest are wanted.</param>
    public static float Below(ReadOnlySpan<float> scores, float most, int wanted)
    {
        var (mark, low, high) = (float.MinValue, 0f, most);
        for (var tries = 0; tries < MostTries; tries++)
        {
            var middle = (low + high) / 2;
            var reaching = CountFrom(middle, scores);
            if (reaching < wanted)
            {
                high = middle;
                continue;
            }
            mark = low = middle;
            if (reaching <= wanted + (wanted / 4))
                break;
        }
        return mark;
    }

    /// <summary>The place of the next score, from a place on, that reaches a mark; how many there are for none.</summary>
    public static int Next(float mark, ReadOnlySpan<float> scores, int from)
    {
        var marks = Vector256.Create(mark);
        for (; from <= scores.Length - Vector256<float>.Count; from += Vector256<float>.Count)
        {
            var reaching = Vector256.GreaterThanOrEqual(Vector256.Create(scores[from..]), marks).ExtractMostSignificantBits();
            if (reaching != 0)
                return from + BitOperations.TrailingZeroCount(reaching);
        }
        while (from < scores.Length && scores[from] < mark)
            from++;
        return from;
    }

    private static int CountFrom(float mark, ReadOnlySpan<float> scores)
    {
        var marks = Vector256.Create(mark);
        var counts = Vector256<int>.Zero;
        var i = 0;
        // What reaches it has all bits set, which is -1.
        for (; i <= scores.Length - Vector256<float>.Count; i += Vector256<float>.Count)
            counts -= Vector256.GreaterThanOrEqual(Vector256.Create(scores[i..]), marks).AsInt32();
        var count = Vector256.Sum(counts);
        for (; i < scores.Length; i++)
            count += scores[i] >= mark ? 1 : 0;
        return count;
    }
}
