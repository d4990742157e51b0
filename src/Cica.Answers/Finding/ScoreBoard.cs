using System.Collections.Concurrent;

namespace Cica.Answers.Finding;

/// <summary>
/// Adds up scores by number and tells the highest. It is as long as there are numbers, so it is kept and used again: only what
/// was touched is cleared, and a question costs the same however many numbers there are.
/// </summary>
internal sealed class ScoreBoard(int count)
{
    private readonly float[] scores = new float[count];
    private readonly List<int> touched = new(1024);

    /// <summary>Adds a gain above zero to each of the numbers.</summary>
    public void Add(ReadOnlySpan<int> numbers, float gain)
    {
        foreach (var number in numbers)
        {
            if (scores[number] == 0)
                touched.Add(number);
            scores[number] += gain;
        }
    }

    /// <summary>Writes the highest, the best first, of equal ones the later number first; in the order of touch where there are no more than fit.</summary>
    /// <param name="into">As many as are wanted.</param>
    /// <param name="burdens">For each number what is taken off its score once there are more than are wanted; or empty.</param>
    /// <param name="burden">What the burdens are multiplied by.</param>
    /// <returns>How many were written.</returns>
    public int Highest(Span<int> into, ReadOnlySpan<float> burdens = default, float burden = 0)
    {
        if (touched.Count <= into.Length)
        {
            touched.CopyTo(into);
            return touched.Count;
        }
        // The lowest of the best so far stands first, so that nearly all the others need a single comparison.
        Span<ulong> heap = stackalloc ulong[into.Length];
        var filled = 0;
        foreach (var number in touched)
        {
            var key = Key(burdens.IsEmpty ? scores[number] : scores[number] - (burden * burdens[number]), number);
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
        }
        heap.Sort();
        for (var i = 0; i < into.Length; i++)
            into[i] = (int)(uint)heap[^(i + 1)];
        return into.Length;
    }

    private void Clear()
    {
        foreach (var number in touched)
            scores[number] = 0;
        touched.Clear();
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
        var ordered = (uint)(bits < 0 ? ~bits : bits | int.MinValue);
        return ((ulong)ordered << 32) | (uint)number;
    }

    /// <summary>Boards of one length, for as many threads as ask at once.</summary>
    internal sealed class Pool(int count)
    {
        private readonly ConcurrentBag<ScoreBoard> idle = [];

        public ScoreBoard Take() => idle.TryTake(out var board) ? board : new ScoreBoard(count);

        public void Return(ScoreBoard board)
        {
            board.Clear();
            idle.Add(board);
        }
    }
}
