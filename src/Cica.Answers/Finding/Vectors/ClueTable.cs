using System.Numerics;

namespace Cica.Answers.Finding.Vectors;

/// <summary>The place of each of many clues. A question asks for dozens of them; each is found in one line of memory, nearly always.</summary>
internal sealed class ClueTable
{
    // Clues are hashes already. A slot holds a clue and its place from 1 on, 0 for none; at most half of them are taken.
    private readonly (uint Clue, int Place)[] slots;
    private readonly uint mask;

    /// <param name="clues">The clues, each once.</param>
    public ClueTable(ReadOnlySpan<uint> clues)
    {
        slots = new (uint, int)[BitOperations.RoundUpToPowerOf2((uint)(clues.Length * 2) + 1)];
        mask = (uint)slots.Length - 1;
        for (var i = 0; i < clues.Length; i++)
        {
            var at = clues[i] & mask;
            while (slots[at].Place != 0)
                at = (at + 1) & mask;
            slots[at] = (clues[i], i + 1);
        }
    }

    /// <summary>The place of a clue, from 0; -1 for one that is not among them.</summary>
    public int Of(uint clue)
    {
        for (var at = clue & mask; slots[at].Place != 0; at = (at + 1) & mask)
        {
            if (slots[at].Clue == clue)
                return slots[at].Place - 1;
        }
        return -1;
    }
}
