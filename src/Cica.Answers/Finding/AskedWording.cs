using System.Numerics;

namespace Cica.Answers.Finding;

/// <summary>The wording of a question, laid out so that others are compared with it in one pass over their signs.</summary>
internal sealed class AskedWording
{
    // For each place of a term the first sign that has it, for each sign the next one with the same term; -1: none.
    private readonly int[] firstAt;
    private readonly int[] next;
    private readonly int[] unitOf;

    public AskedWording(Wording wording, QuestionTerms terms)
    {
        Wording = wording;
        Terms = terms;
        var signs = wording.Signs;
        Places = new int[signs.Length];
        next = new int[signs.Length];
        unitOf = new int[signs.Length];
        for (var unit = 0; unit < wording.Units.Length; unit++)
        {
            for (var sign = wording.Units[unit].First; sign < wording.Units[unit].End; sign++)
            {
                unitOf[sign] = unit;
                Places[sign] = terms.Add(signs[sign].Term);
            }
        }
        firstAt = new int[terms.Count + 1];
        firstAt.AsSpan().Fill(-1);
        for (var sign = signs.Length - 1; sign >= 0; sign--)
        {
            next[sign] = firstAt[Places[sign]];
            firstAt[Places[sign]] = sign;
        }
    }

    public Wording Wording { get; }

    /// <summary>Every term of the question, those of its signs first.</summary>
    public QuestionTerms Terms { get; }

    /// <summary>The place of each sign's term among the terms of the question.</summary>
    public int[] Places { get; }

    /// <summary>How much of a sign of another wording is met by this one; notes how much of each of its own units is met.</summary>
    /// <param name="place">The place of the sign's term.</param>
    /// <param name="gain">How much of a match it is.</param>
    /// <param name="grades">One for each unit.</param>
    public float Meet(int place, float gain, Span<float> grades)
    {
        var best = 0f;
        if (place >= firstAt.Length)
            return best;
        for (var met = firstAt[place]; met >= 0; met = next[met])
        {
            var both = Math.Min(gain, Wording.Signs[met].Gain);
            best = Math.Max(best, both);
            ref var grade = ref grades[unitOf[met]];
            grade = Math.Max(grade, both);
        }
        return best;
    }

    /// <summary>The share of its units that are met, by how much each counts.</summary>
    public float Share(ReadOnlySpan<float> grades)
    {
        var said = 0f;
        var units = Wording.Units;
        for (var unit = 0; unit < grades.Length; unit++)
            said += grades[unit] * units[unit].Weight;
        return Wording.Weight > 0 ? said / Wording.Weight : 0;
    }

    /// <summary>Notes which units a statement meets by its own terms.</summary>
    public void MeetTerms(ReadOnlySpan<ulong> held, Span<float> grades)
    {
        for (var word = 0; word < held.Length; word++)
        {
            for (var bits = held[word]; bits != 0; bits &= bits - 1)
                Meet((word * 64) + BitOperations.TrailingZeroCount(bits), 1, grades);
        }
    }
}
