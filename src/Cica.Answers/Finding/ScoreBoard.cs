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

    // What was met so far, with its score; and what of it may be among the highest.
    private int[] numbers = [];
    private float[] sums = [];
    private ulong[] keys = [];

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
        MakeRoom(walks);
        var met = AddUp(postings, walks);
        if (met <= into.Length)
            return TakeAll(postings, walks, into);
        if (!burdens.IsEmpty)
            Burden(met, burdens, burden);
        var all = sums.AsSpan(0, met);
        var mark = Cut.Below(all, Most(walks), into.Length);
        var reaching = 0;
        for (var i = Cut.Next(mark, all, 0); i < met; i = Cut.Next(mark, all, i + 1))
            keys[reaching++] = Key(sums[i], numbers[i]);
        var highest = keys.AsSpan(0, reaching);
        highest.Sort();
        for (var i = 0; i < into.Length; i++)
            into[i] = (int)(uint)highest[^(i + 1)];
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

    private void MakeRoom(ReadOnlySpan<Walk> walks)
    {
        var most = 0;
        foreach (var walk in walks)
            most += walk.Length;
        if (most > sums.Length)
            (sums, numbers, keys) = (new float[most], new int[most], new ulong[most]);
    }

    // Adds up all of it, stretch by stretch; returns how many numbers were met.
    private int AddUp(Postings postings, ReadOnlySpan<Walk> walks)
    {
        Span<int> next = stackalloc int[walks.Length];
        next.Clear();
        var met = 0;
        foreach (var walk in walks)
            Ahead.Fetch(postings.Of(walk.Term));
        for (var first = FirstOf(postings, walks, next); first < int.MaxValue; first = FirstOf(postings, walks, next))
        {
            var touches = AddUp(postings, walks, next, first);
            Lift(first, touches, met);
            met += touches;
        }
        return met;
    }

    // Adds up a stretch; returns how many of it were touched.
    private int AddUp(Postings postings, ReadOnlySpan<Walk> walks, Span<int> next, int first)
    {
        var (board, places, end) = (scores, touched, 0);
        for (var i = 0; i < walks.Length; i++)
        {
            var numbers = postings.Of(walks[i].Term)[next[i]..];
            var gain = walks[i].Gain;
            var at = 0;
            for (; at < numbers.Length && numbers[at] - first is var place and < Stretch; at++)
            {
                // Whether a number is new is anyone's guess, so it is noted either way, and kept only if it is.
                ref var score = ref board[place];
                places[end] = place;
                end += score == 0 ? 1 : 0;
                score += gain;
            }
            next[i] += at;
        }
        return end;
    }

    // Takes the scores that were touched off the board: all of them, so that nothing hangs on any one.
    private void Lift(int first, int touches, int met)
    {
        var board = scores;
        var places = touched.AsSpan(0, touches);
        var into = sums.AsSpan(met, touches);
        var of = numbers.AsSpan(met, touches);
        for (var i = 0; i < places.Length; i++)
        {
            ref var score = ref board[places[i]];
            of[i] = first + places[i];
            into[i] = score;
            score = 0;
        }
    }

    private void Burden(int met, ReadOnlySpan<float> burdens, float burden)
    {
        var of = numbers.AsSpan(0, met);
        var from = sums.AsSpan(0, met);
        for (var i = 0; i < of.Length; i++)
            from[i] -= burden * burdens[of[i]];
    }

    // What a number has that all of them meet.
    private static float Most(ReadOnlySpan<Walk> walks)
    {
        var most = 0f;
        foreach (var walk in walks)
            most += walk.Gain;
        return most;
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

    // Ordered as the score is, and for equal scores as the number is: the bits of a float order like an integer once the sign is
    // seen to.
    private static ulong Key(float score, int number)
    {
        var bits = BitConverter.SingleToInt32Bits(score);
        var ordered = (uint)(bits ^ ((bits >> 31) | int.MinValue));
        return ((ulong)ordered << 32) | (uint)number;
    }
}
