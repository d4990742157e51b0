using System.Numerics;

namespace Cica.Answers.Finding;

/// <summary>
/// The terms of one question, each with a place of its own from 0, in a small hash table: one pass over the terms of a statement
/// tells which of the question's it holds, as bits.
/// </summary>
internal sealed class QuestionTerms
{
    // So roomy that most terms of a statement meet an empty cell at once.
    private const int Room = 6;

    private readonly short[] cells;
    private readonly int[] terms;
    private readonly int shift;

    /// <param name="most">No more terms will be added.</param>
    public QuestionTerms(int most)
    {
        terms = new int[most];
        cells = new short[BitOperations.RoundUpToPowerOf2((uint)Math.Max(32, most * Room))];
        shift = 32 - BitOperations.Log2((uint)cells.Length);
    }

    public int Count { get; private set; }

    /// <summary>How long the bits of one statement are.</summary>
    public int Words => (Count + 63) / 64;

    /// <summary>The place of a term, which gets one if it has none; -1 for what is no term.</summary>
    public int Add(int term)
    {
        if (term < 0)
            return -1;
        var cell = CellOf(term);
        if (cells[cell] == 0)
        {
            terms[Count++] = term;
            cells[cell] = (short)Count;
        }
        return cells[cell] - 1;
    }

    /// <summary>The place of a term; -1 if the question has no such term.</summary>
    public int PlaceOf(int term) => cells[CellOf(term)] - 1;

    /// <summary>Sets the bit of each of the question's terms that is among these.</summary>
    public void Mark(ReadOnlySpan<int> among, Span<ulong> held)
    {
        held.Clear();
        foreach (var term in among)
        {
            var place = PlaceOf(term);
            if (place >= 0)
                held[place >> 6] |= 1UL << place;
        }
    }

    /// <summary>Whether the bit of a place is set; false for -1.</summary>
    public static bool Holds(ReadOnlySpan<ulong> held, int place) => place >= 0 && (held[place >> 6] >> place & 1) != 0;

    // Where the term stands, or the empty cell where it would.
    private int CellOf(int term)
    {
        var cell = (int)((uint)term * 2654435769u >> shift);
        while (cells[cell] != 0 && terms[cells[cell] - 1] != term)
            cell = (cell + 1) & (cells.Length - 1);
        return cell;
    }
}
