namespace Cica.Answers.Finding;

/// <summary>
/// Adds up scores by number and tells the highest. It is as long as there are numbers, so it is kept and used again: only what
/// was touched is cleared, and a question costs the same however many numbers there are.
/// </summary>
internal sealed class ScoreBoard(int count)
{
    private readonly float[] scores = new float[count];
    private readonly int[] touched = new int[count + 1];
    private int touches;

    /// <summary>Adds a gain above zero to each of the numbers.</summary>
    public void Add(ReadOnlySpan<int> numbers, float gain)
    {
        var end = touches;
        foreach (var number in numbers)
        {
            // Whether a number is new is anyone's guess, so it is noted either way, and kept only if it is.
            ref var score = ref scores[number];
            touched[end] = number;
            end += score == 0 ? 1 : 0;
            score += gain;
        }
        touches = end;
    }

    /// <summary>
    /// Writes the highest, the best first, of equal ones the later number first; in the order of touch where there are no more than
    /// fit. Then the board is empty again.
    /// </summary>
    /// <param name="into">As many as are wanted.</param>
    /// <param name="burdens">For each number what is taken off its score, none below zero, once there are more than are wanted; or empty.</param>
    /// <param name="burden">What the burdens are multiplied by.</param>
    /// <returns>How many were written.</returns>
    public int TakeHighest(Span<int> into, ReadOnlySpan<float> burdens = default, float burden = 0)
    {
        var all = touched.AsSpan(0, touches);
        touches = 0;
        if (all.Length <= into.Length)
        {
            all.CopyTo(into);
            foreach (var number in all)
                scores[number] = 0;
            return all.Length;
        }
        // The lowest of the best so far stands first, so that nearly all the others need a single comparison.
        Span<ulong> heap = stackalloc ulong[into.Length];
        var filled = 0;
        var lowest = float.MinValue;
        foreach (var number in all)
        {
            var score = scores[number];
            scores[number] = 0;
            if (score < lowest)
                continue;
            var key = Key(burdens.IsEmpty ? score : score - (burden * burdens[number]), number);
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
        heap.Sort();
        for (var i = 0; i < into.Length; i++)
            into[i] = (int)(uint)heap[^(i + 1)];
        return into.Length;
    }

    // Puts a key in the place of the lowest.
    private static void SiftDown(Span<ulong> heap, ulong key)
    {
        var at = 0;
        for (var child = 1; child < heap.Length; child = (2 * at) + 1)
        {
            if (child + 1 < heap.Length && heap[child + 1] < heap[child])
                child++;
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
