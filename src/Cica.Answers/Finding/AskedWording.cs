using System.Numerics;

namespace Cica.Answers.Finding;

/// <summary>The wording of a question, laid out so that others are compared with it in one pass over their signs.</summary>
internal sealed class AskedWording
{
    // What has the term of a place stands from its start to the next one's.
    private readonly int[] starts;
    private readonly (int Unit, float Gain)[] met;
    private float[] grades = [];

    public AskedWording(Wording wording, QuestionTerms terms)
    {
        Wording = wording;
        Terms = terms;
        var signs = wording.Signs;
        Span<int> places = stackalloc int[signs.Length];
        for (var sign = 0; sign < signs.Length; sign++)
            places[sign] = terms.Add(signs[sign].Term);
        starts = new int[terms.Count + 2];
        foreach (var place in places)
            starts[place + 1]++;
        for (var place = 1; place < starts.Length; place++)
            starts[place] += starts[place - 1];
        Span<int> next = stackalloc int[starts.Length];
        starts.CopyTo(next);
        met = new (int, float)[signs.Length];
        for (var unit = 0; unit < wording.Units.Length; unit++)
        {
            for (var sign = wording.Units[unit].First; sign < wording.Units[unit].End; sign++)
                met[next[places[sign]]++] = (unit, signs[sign].Gain);
        }
    }

    public Wording Wording { get; }

    /// <summary>Every term of the question, those of its signs first.</summary>
    public QuestionTerms Terms { get; }

    /// <summary>Makes room for what so many other wordings meet of it.</summary>
    public void CompareWith(int others) => grades = new float[others * Wording.Units.Length];

    /// <summary>How much of each of its units one of them meets.</summary>
    public Span<float> Grades(int other) => grades.AsSpan(other * Wording.Units.Length, Wording.Units.Length);

    /// <summary>How much of a sign of another wording is met by this one; notes how much of each of its own units is met.</summary>
    /// <param name="place">The place of the sign's term.</param>
    /// <param name="gain">How much of a match it is.</param>
    /// <param name="grades">One for each unit.</param>
    public float Meet(int place, float gain, Span<float> grades)
    {
        var best = 0f;
        if (place > starts.Length - 2)
            return best;
        foreach (var (unit, own) in met.AsSpan(starts[place]..starts[place + 1]))
        {
            var both = float.MinNative(gain, own);
            best = float.MaxNative(best, both);
            grades[unit] = float.MaxNative(grades[unit], both);
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
