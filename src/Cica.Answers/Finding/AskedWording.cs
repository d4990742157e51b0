namespace Cica.Answers.Finding;

/// <summary>The wording of a question, laid out so that others are compared with it in one pass over their signs.</summary>
internal sealed class AskedWording
{
    private readonly QuestionTerms terms;
    // For each place of a term the first sign that has it, for each sign the next one with the same term; -1: none.
    private readonly int[] firstAt;
    private readonly int[] next;
    private readonly int[] unitOf;

    public AskedWording(Wording wording, QuestionTerms terms)
    {
        Wording = wording;
        this.terms = terms;
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
        firstAt = new int[terms.Count];
        firstAt.AsSpan().Fill(-1);
        for (var sign = signs.Length - 1; sign >= 0; sign--)
        {
            next[sign] = firstAt[Places[sign]];
            firstAt[Places[sign]] = sign;
        }
    }

    public Wording Wording { get; }

    /// <summary>The place of each sign's term among the terms of the question.</summary>
    public int[] Places { get; }

    /// <summary>How much of one unit of another wording is met by this one; notes how much of each of its own units is met.</summary>
    public float Meet(ReadOnlySpan<Sign> other, Span<float> grades)
    {
        var best = 0f;
        var own = Wording.Signs;
        foreach (var sign in other)
        {
            var place = terms.PlaceOf(sign.Term);
            if (place < 0 || place >= firstAt.Length)
                continue;
            for (var met = firstAt[place]; met >= 0; met = next[met])
            {
                var gain = Math.Min(sign.Gain, own[met].Gain);
                best = Math.Max(best, gain);
                ref var grade = ref grades[unitOf[met]];
                grade = Math.Max(grade, gain);
            }
        }
        return best;
    }

    /// <summary>The share of its units that are met, by how much each counts.</summary>
    public float Share(ReadOnlySpan<float> grades)
    {
        var said = 0f;
        for (var unit = 0; unit < grades.Length; unit++)
            said += grades[unit] * Wording.Units[unit].Weight;
        return Wording.Weight > 0 ? said / Wording.Weight : 0;
    }

    /// <summary>Notes which units a statement meets by its own terms.</summary>
    public void MeetTerms(ReadOnlySpan<ulong> held, Span<float> grades)
    {
        for (var sign = 0; sign < unitOf.Length; sign++)
        {
            if (QuestionTerms.Holds(held, Places[sign]))
                grades[unitOf[sign]] = Math.Max(grades[unitOf[sign]], Wording.Signs[sign].Gain);
        }
    }
}
