namespace Cica.Answers.Finding;

/// <summary>The terms of one question, each with a place of its own from 1; what it holds of them, a statement tells as bits.</summary>
/// <param name="most">No more terms will be added.</param>
internal sealed class QuestionTerms(int most)
{
    private readonly int[] terms = new int[most];

    public int Count { get; private set; }

    /// <summary>How many there may be.</summary>
    public int Room => terms.Length;

    /// <summary>The term at each place but 0.</summary>
    public ReadOnlySpan<int> All => terms.AsSpan(0, Count);

    /// <summary>How long the bits of one statement are.</summary>
    public int Words => (Count / 64) + 1;

    /// <summary>The place of a term, which gets one if it has none; 0 for what is no term.</summary>
    public int Add(int term)
    {
        if (term < 0)
            return 0;
        var at = All.IndexOf(term);
        if (at < 0)
        {
            at = Count;
            terms[Count++] = term;
        }
        return at + 1;
    }

    /// <summary>The place of a term; 0 for one it does not hold.</summary>
    public int Of(int term) => term < 0 ? 0 : All.IndexOf(term) + 1;

    /// <summary>Sets the bit of each of the question's terms that is among these, which are sorted. For a few statements; <see cref="TermPlaces"/> is for many.</summary>
    public void Mark(int[] among, Span<ulong> held)
    {
        held.Clear();
        for (var place = 1; place <= Count; place++)
        {
            if (Array.BinarySearch(among, terms[place - 1]) >= 0)
                held[place >> 6] |= 1UL << place;
        }
    }

    /// <summary>Whether the bit of a place is set; false for 0.</summary>
    public static bool Holds(ReadOnlySpan<ulong> held, int place) => (held[place >> 6] >> place & 1) != 0;
}
