using System.Buffers;

namespace Cica.Answers.Finding;

/// <summary>How alike a question is to the best wording of a statement.</summary>
/// <param name="Statement">The number of the statement.</param>
/// <param name="Asked">The share of the question that the wording says too, 0 to 1.</param>
/// <param name="Written">The share of the wording that the question says too, 0 to 1.</param>
/// <param name="SameKind">1: both want the same kind of answer; 0: one does not tell; -1: different kinds.</param>
/// <param name="Extra">How many names and numbers the wording has that the question has not.</param>
/// <param name="Lacking">How many names and numbers the question has that the wording has not.</param>
/// <param name="Entry">The wording.</param>
/// <param name="Second">The score of the statement's next best wording.</param>
internal readonly record struct Likeness(int Statement, float Asked, float Written, int SameKind, int Extra, int Lacking, int Entry, float Second = 0)
{
    public float Score => (0.55f * Asked) + (0.45f * Written) + (0.04f * SameKind) - (0.1f * Math.Min(Extra, 2)) - (0.05f * Math.Min(Lacking, 2));
}

/// <summary>
/// All the ways of asking that the data holds, inverted by what they say. Only the postings of the rarest terms are walked, so
/// that the work hardly grows with the number of wordings.
/// </summary>
internal sealed class Phrasebook
{
    private const int MostPostings = 6000;
    private const int MostCompared = 64;

    private readonly List<(int Statement, Wording Wording)> entries = [];
    private int[][] postings = [];
    private float[] rarity = [];

    public int Count => entries.Count;

    public void Add(int statement, Wording wording) => entries.Add((statement, wording));

    /// <summary>Ends the building.</summary>
    /// <param name="termCount">How many terms there are.</param>
    /// <param name="rarities">The rarity of each.</param>
    public void Freeze(int termCount, float[] rarities)
    {
        rarity = rarities;
        var lists = new List<int>?[termCount];
        for (var entry = 0; entry < entries.Count; entry++)
        {
            entries[entry].Wording.Weigh(rarity);
            foreach (var unit in entries[entry].Wording.Units)
            {
                foreach (var sign in unit.Signs)
                    (lists[sign.Term] ??= new List<int>(4)).Add(entry);
            }
        }
        postings = [.. lists.Select(l => l is null ? [] : l.ToArray())];
    }

    /// <summary>The likeness of the statements whose wordings are most like the question's, one for each, the best first.</summary>
    public List<Likeness> MostLike(Wording question)
    {
        var signs = new List<(Sign Sign, int Unit)>(question.Units.Length * 3);
        for (var unit = 0; unit < question.Units.Length; unit++)
        {
            foreach (var sign in question.Units[unit].Signs)
                signs.Add((sign, unit));
        }
        signs.Sort(static (a, b) => a.Sign.Term.CompareTo(b.Sign.Term));
        var best = new List<Likeness>(16);
        var grades = new float[question.Units.Length];
        foreach (var entry in Candidates(question, signs))
        {
            var likeness = Compare(question, signs, entry, grades);
            var known = best.FindIndex(l => l.Statement == likeness.Statement);
            if (known < 0)
                best.Add(likeness);
            else if (best[known].Score < likeness.Score)
                best[known] = likeness with { Second = best[known].Score };
            else if (best[known].Second < likeness.Score)
                best[known] = best[known] with { Second = likeness.Score };
        }
        best.Sort(static (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Statement.CompareTo(b.Statement));
        return best;
    }

    /// <summary>The share of the question that a wording, or a statement by its terms, says too.</summary>
    public float Either(Wording question, int entry, int[] terms)
    {
        var said = 0f;
        foreach (var unit in question.Units)
        {
            var grade = 0f;
            foreach (var sign in unit.Signs)
            {
                if (Array.BinarySearch(terms, sign.Term) >= 0)
                    grade = Math.Max(grade, sign.Gain);
            }
            if (entry >= 0 && grade < 1)
            {
                foreach (var other in entries[entry].Wording.Units)
                {
                    foreach (var sign in other.Signs)
                    {
                        foreach (var own in unit.Signs)
                        {
                            if (own.Term == sign.Term)
                                grade = Math.Max(grade, Math.Min(own.Gain, sign.Gain));
                        }
                    }
                }
            }
            said += grade * unit.Weight;
        }
        return question.Weight > 0 ? said / question.Weight : 0;
    }

    private List<int> Candidates(Wording question, List<(Sign Sign, int Unit)> signs)
    {
        var order = signs.Where(s => question.Units[s.Unit].Weight > 0.1f).OrderBy(s => postings[s.Sign.Term].Length).ToArray();
        var scores = ArrayPool<float>.Shared.Rent(entries.Count);
        Array.Clear(scores, 0, entries.Count);
        var touched = new List<int>(512);
        var walked = 0;
        foreach (var (sign, unit) in order)
        {
            var list = postings[sign.Term];
            if (walked > 0 && walked + list.Length > MostPostings)
                break;
            walked += list.Length;
            var gain = sign.Gain * question.Units[unit].Weight;
            foreach (var entry in list)
            {
                if (scores[entry] == 0)
                    touched.Add(entry);
                scores[entry] += gain;
            }
        }
        if (touched.Count > MostCompared)
        {
            // Of two wordings that say the same of the question, the shorter one is nearer.
            foreach (var entry in touched)
                scores[entry] -= 0.25f * entries[entry].Wording.Weight;
            touched.Sort((a, b) => scores[b].CompareTo(scores[a]));
            touched.RemoveRange(MostCompared, touched.Count - MostCompared);
        }
        ArrayPool<float>.Shared.Return(scores);
        return touched;
    }

    private Likeness Compare(Wording question, List<(Sign Sign, int Unit)> signs, int entry, float[] grades)
    {
        var (statement, wording) = entries[entry];
        Array.Clear(grades);
        var written = 0f;
        var extra = 0;
        foreach (var unit in wording.Units)
        {
            var grade = 0f;
            foreach (var sign in unit.Signs)
            {
                for (var i = First(signs, sign.Term); i < signs.Count && signs[i].Sign.Term == sign.Term; i++)
                {
                    var gain = Math.Min(sign.Gain, signs[i].Sign.Gain);
                    grade = Math.Max(grade, gain);
                    grades[signs[i].Unit] = Math.Max(grades[signs[i].Unit], gain);
                }
            }
            written += grade * unit.Weight;
            if (unit.Exact && grade == 0)
                extra++;
        }
        var asked = 0f;
        var lacking = 0;
        for (var i = 0; i < grades.Length; i++)
        {
            asked += grades[i] * question.Units[i].Weight;
            if (question.Units[i].Exact && grades[i] == 0)
                lacking++;
        }
        var same = question.Ask == 0 || wording.Ask == 0 ? 0 : (question.Ask & wording.Ask) != 0 ? 1 : -1;
        return new Likeness(statement, question.Weight > 0 ? asked / question.Weight : 0, wording.Weight > 0 ? written / wording.Weight : 0, same, extra, lacking, entry);
    }

    // The first of the signs with that term, or their count.
    private static int First(List<(Sign Sign, int Unit)> signs, int term)
    {
        int low = 0, high = signs.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (signs[middle].Sign.Term < term)
                low = middle + 1;
            else
                high = middle;
        }
        return low < signs.Count && signs[low].Sign.Term == term ? low : signs.Count;
    }
}
