namespace Cica.Answers.Finding;

/// <summary>One list of those that get a gain.</summary>
/// <param name="Term">The term whose holders they are.</param>
/// <param name="Gain">What each of them gets, above zero.</param>
/// <param name="Length">How many there are.</param>
internal readonly record struct Walk(int Term, float Gain, int Length);

/// <summary>
/// Adds up gains by number and tells the highest. The numbers are gone through in stretches short enough for the scores of one to
/// stay in the nearest cache: a question costs the same however many numbers there are, and waits for none of them.
/// </summary>
internal sealed class ScoreBoard
{
    private const int Stretch = 4096;

    private readonly float[] scores = new float[Stretch];
    private readonly int[] touched = new int[Stretch + 1];
    private readonly float[] sums = new float[Stretch];

    /// <summary>
    /// Writes the numbers with the highest scores, the best first, of equal ones the later number first; in the order in which they are
    /// met where there are no more than fit.
    /// </summary>
    /// <param name="postings">Who holds each term, in ascending order.</param>
    /// <param name="walks">What is added up.</param>
    /// <param name="into">As many as are wanted.</param>
    /// <param name="burdens">For each number what is taken off its score, none below zero, once there are more than are wanted; or empty.</param>
    /// <param name="burden">What the burdens are multiplied by.</param>
    /// <returns>How many were written.</returns>
    public int TakeHighest(Postings postings, ReadOnlySpan<Walk> walks, Span<int> into, ReadOnlySpan<float> burdens = default, float burden = 0)
    {
        // The lowest of the best so far stands first, so that nearly all the others need a single comparison.
        Span<ulong> heap = stackalloc ulong[into.Length];
        Span<int> next = stackalloc int[walks.Length];
        next.Clear();
        var (filled, met, lowest) = (0, 0, float.MinValue);
        foreach (var walk in walks)
            Ahead.Fetch(postings.Of(walk.Term));
        for (var first = FirstOf(postings, walks, next); first < int.MaxValue; first = FirstOf(postings, walks, next))
        {
            var touches = AddUp(postings, walks, next, first);
            met += touches;
            Lift(touches, burdens.IsEmpty ? [] : burdens[first..], burden);
            for (var i = 0; i < touches; i++)
            {
                if (sums[i] < lowest)
                    continue;
                var key = Key(sums[i], first + touched[i]);
                if (filled < heap.Length)
                {
                    heap[filled++] = key;
                    if (filled == heap.Length)
                        heap.Sort();
                }
                else if (key > heap[0])
                {
                    SiftDown(heap, key);
                }
                if (filled == heap.Length)
                    lowest = Score(heap[0]);
            }
        }
        if (met <= into.Length)
            return TakeAll(postings, walks, into);
        heap.Sort();
        for (var i = 0; i < into.Length; i++)
            into[i] = (int)(uint)heap[^(i + 1)];
        return into.Length;
    }

    /// <summary>How many of the walks, the shortest first, are no longer than this together; at least the first that is not empty.</summary>
    public static int Affordable(ReadOnlySpan<Walk> walks, int most)
    {
        var walked = 0;
        for (var i = 0; i < walks.Length; i++)
        {
            if (walked > 0 && walked + walks[i].Length > most)
                return i;
            walked += walks[i].Length;
        }
        return walks.Length;
    }

    // The lowest number that is still to be met.
    private static int FirstOf(Postings postings, ReadOnlySpan<Walk> walks, ReadOnlySpan<int> next)
    {
        var first = int.MaxValue;
        for (var i = 0; i < walks.Length; i++)
        {
            if (next[i] < walks[i].Length)
                first = Math.Min(first, postings.Of(walks[i].Term)[next[i]]);
        }
        return first;
    }

    // Adds up a stretch; returns how many of it were touched.
    private int AddUp(Postings postings, ReadOnlySpan<Walk> walks, Span<int> next, int first)
    {
        var end = 0;
        for (var i = 0; i < walks.Length; i++)
        {
            var numbers = postings.Of(walks[i].Term)[next[i]..];
            var gain = walks[i].Gain;
            var at = 0;
            for (; at < numbers.Length && numbers[at] - first is var place and < Stretch; at++)
            {
                // Whether a number is new is anyone's guess, so it is noted either way, and kept only if it is.
                ref var score = ref scores[place];
                touched[end] = place;
                end += score == 0 ? 1 : 0;
                score += gain;
            }
            next[i] += at;
        }
        return end;
    }

    // Takes the scores that were touched off the board, less their burdens: all of them, so that nothing hangs on any one.
    private void Lift(int touches, ReadOnlySpan<float> burdens, float burden)
    {
        for (var i = 0; i < touches; i++)
        {
            var place = touched[i];
            sums[i] = burdens.IsEmpty ? scores[place] : scores[place] - (burden * burdens[place]);
            scores[place] = 0;
        }
    }

    private static int TakeAll(Postings postings, ReadOnlySpan<Walk> walks, Span<int> into)
    {
        var found = 0;
        foreach (var walk in walks)
        {
            foreach (var number in postings.Of(walk.Term))
            {
                if (!into[..found].Contains(number))
                    into[found++] = number;
            }
        }
        return found;
    }

    // Puts a key in the place of the lowest.
    private static void SiftDown(Span<ulong> heap, ulong key)
    {
        var at = 0;
        for (var child = 1; child < heap.Length; child = (2 * at) + 1)
        {
            // Which of the two is lower is anyone's guess, so it is counted and not jumped by.
            if (child + 1 < heap.Length)
                child += heap[child + 1] < heap[child] ? 1 : 0;
            if (heap[child] >= key)
                break;
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = key;
    }

    // Ordered as the score is, and for equal scores as the number is: the bits of a float order like an integer once the sign is
    // seen to.
    private static ulong Key(float score, int number)
    {
        var bits = BitConverter.SingleToInt32Bits(score);
        var ordered = (uint)(bits ^ ((bits >> 31) | int.MinValue));
        return ((ulong)ordered << 32) | (uint)number;
    }

    private static float Score(ulong key)
    {
        var ordered = (int)(key >> 32);
        return BitConverter.Int32BitsToSingle(ordered ^ (~(ordered >> 31) | int.MinValue));
    }
}
