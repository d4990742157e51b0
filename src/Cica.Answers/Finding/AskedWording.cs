using System.Numerics;
using System.Runtime.InteropServices;

namespace Cica.Answers.Finding;

/// <summary>The wording of a question, laid out so that others are compared with it in one pass over their signs.</summary>
internal sealed class AskedWording
{
    // What has the term of a place: the first of it, mostly the only one. A term that no unit has, as that of place 0, is met by a unit
    // past the last with no gain: whether one is met is anyone's guess, so that it is better reckoned than asked.
    private readonly (int Unit, float Gain)[] first;

    // Where several units have the term of a place: all but the first of them.
    private readonly List<(int Place, int Unit, float Gain)> others = [];
    private float[] grades = [];

    public AskedWording(Wording wording, QuestionTerms terms)
    {
        Wording = wording;
        Terms = terms;
        first = new (int, float)[terms.Room + 1];
        first.AsSpan().Fill((wording.Units.Length, 0));
        for (var unit = 0; unit < wording.Units.Length; unit++)
        {
            foreach (var sign in wording.Signs[wording.Units[unit].First..wording.Units[unit].End])
            {
                var place = terms.Add(sign.Term);
                if (first[place].Gain == 0)
                    first[place] = (unit, sign.Gain);
                else
                    others.Add((place, unit, sign.Gain));
            }
        }
    }

    public Wording Wording { get; }

    /// <summary>Every term of the question, those of its signs first.</summary>
    public QuestionTerms Terms { get; }

    /// <summary>How many grades there are of what is met: one for each unit, and one for what meets none.</summary>
    public int GradeCount => Wording.Units.Length + 1;

    /// <summary>Makes room for what so many other wordings meet of it.</summary>
    public void CompareWith(int others) => grades = new float[others * GradeCount];

    /// <summary>How much of each of its units one of them meets.</summary>
    public Span<float> Grades(int other) => grades.AsSpan(other * GradeCount, GradeCount);

    /// <summary>How much of a sign of another wording is met by this one; notes how much of each of its own units is met.</summary>
    /// <param name="place">The place of the sign's term; 0 for none of the question's.</param>
    /// <param name="gain">How much of a match it is.</param>
    /// <param name="grades">One for each unit, and one more.</param>
    public float Meet(int place, float gain, Span<float> grades)
    {
        var (unit, own) = first[place];
        var best = float.MinNative(gain, own);
        grades[unit] = float.MaxNative(grades[unit], best);
        return others.Count == 0 ? best : float.MaxNative(best, MeetOthers(place, gain, grades));
    }

    private float MeetOthers(int place, float gain, Span<float> grades)
    {
        var best = 0f;
        foreach (var (at, unit, own) in CollectionsMarshal.AsSpan(others))
        {
            if (at != place)
                continue;
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
        for (var unit = 0; unit < units.Length; unit++)
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
