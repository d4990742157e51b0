using Cica.Answers.Understanding;

namespace Cica.Answers.Finding;

/// <summary>
/// All the ways of asking that the data holds, in a few flat lists, and inverted by what they say. Only the postings of the
/// rarest terms are walked, so that the work hardly grows with the number of wordings.
/// </summary>
internal sealed class Phrasebook
{
    private const int MostPostings = 6000;
    private const int MostCompared = 64;
    private const float Telling = 0.1f;

    // An entry is a wording: its units stand one after the other, and so do their signs.
    private readonly List<int> statementOf = [];
    private readonly List<Ask> askOf = [];
    private readonly List<int> firstUnit = [0];
    private List<Unit> addedUnits = [];
    private List<Sign> addedSigns = [];

    private Unit[] units = [];
    private Sign[] signs = [];
    private float[] weights = [];
    private Postings postings = Postings.Empty;
    private ScoreBoard.Pool boards = new(0);

    public int Count => statementOf.Count;

    public void Add(int statement, Wording wording)
    {
        var offset = addedSigns.Count;
        foreach (var unit in wording.Units)
            addedUnits.Add(unit with { First = unit.First + offset, End = unit.End + offset });
        addedSigns.AddRange(wording.Signs);
        statementOf.Add(statement);
        askOf.Add(wording.Ask);
        firstUnit.Add(addedUnits.Count);
    }

    /// <summary>Ends the building.</summary>
    /// <param name="termCount">How many terms there are.</param>
    /// <param name="rarities">The rarity of each.</param>
    public void Freeze(int termCount, float[] rarities)
    {
        (units, signs) = ([.. addedUnits], [.. addedSigns]);
        (addedUnits, addedSigns) = ([], []);
        weights = new float[Count];
        for (var entry = 0; entry < Count; entry++)
            weights[entry] = Wording.Weigh(units.AsSpan(firstUnit[entry]..firstUnit[entry + 1]), signs, rarities);
        var builder = new Postings.Builder(termCount);
        foreach (var sign in signs)
            builder.Count(sign.Term);
        builder.EndCounting();
        for (var entry = 0; entry < Count; entry++)
        {
            foreach (var unit in UnitsOf(entry))
            {
                foreach (var sign in SignsOf(unit))
                    builder.Add(sign.Term, entry);
            }
        }
        postings = builder.Build();
        boards = new ScoreBoard.Pool(Count);
    }

    /// <summary>The likeness of the statements whose wordings are most like the question's, one for each, the best first.</summary>
    public Likeness[] MostLike(AskedWording question)
    {
        Span<int> entries = stackalloc int[MostCompared];
        entries = entries[..Candidates(question.Wording, entries)];
        Span<Likeness> best = stackalloc Likeness[entries.Length];
        var count = 0;
        Span<float> grades = stackalloc float[question.Wording.Units.Length];
        foreach (var entry in entries)
        {
            var likeness = Compare(question, entry, grades);
            var known = IndexOf(best[..count], likeness.Statement);
            if (known < 0)
                best[count++] = likeness;
            else if (best[known].Score < likeness.Score)
                best[known] = likeness with { Second = best[known].Score };
            else if (best[known].Second < likeness.Score)
                best[known] = best[known] with { Second = likeness.Score };
        }
        best = best[..count];
        best.Sort(static (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Statement.CompareTo(b.Statement));
        return best.ToArray();
    }

    /// <summary>Which of them is of a statement, or -1.</summary>
    public static int IndexOf(ReadOnlySpan<Likeness> likenesses, int statement)
    {
        for (var i = 0; i < likenesses.Length; i++)
        {
            if (likenesses[i].Statement == statement)
                return i;
        }
        return -1;
    }

    /// <summary>The share of the question that a statement says by its terms, or by a wording if there is one.</summary>
    public float Either(AskedWording question, int entry, ReadOnlySpan<ulong> held)
    {
        Span<float> grades = stackalloc float[question.Wording.Units.Length];
        grades.Clear();
        question.MeetTerms(held, grades);
        if (entry >= 0)
        {
            foreach (var unit in UnitsOf(entry))
                question.Meet(SignsOf(unit), grades);
        }
        return question.Share(grades);
    }

    private ReadOnlySpan<Unit> UnitsOf(int entry) => units.AsSpan(firstUnit[entry]..firstUnit[entry + 1]);

    private ReadOnlySpan<Sign> SignsOf(Unit unit) => signs.AsSpan(unit.First..unit.End);

    private int Candidates(Wording question, Span<int> into)
    {
        Span<(int Length, int Term, float Gain)> walk = new (int, int, float)[question.Signs.Length];
        var count = 0;
        foreach (var unit in question.Units)
        {
            if (unit.Weight <= Telling)
                continue;
            foreach (var sign in question.Signs[unit.First..unit.End])
                walk[count++] = (postings.Of(sign.Term).Length, sign.Term, sign.Gain * unit.Weight);
        }
        walk = walk[..count];
        walk.Sort(static (a, b) => a.Length != b.Length ? a.Length.CompareTo(b.Length) : a.Term.CompareTo(b.Term));
        var board = boards.Take();
        var walked = 0;
        foreach (var (length, term, gain) in walk)
        {
            if (walked > 0 && walked + length > MostPostings)
                break;
            walked += length;
            board.Add(postings.Of(term), gain);
        }
        // Of two wordings that say the same of the question, the shorter one is nearer.
        var found = board.Highest(into, weights, 0.25f);
        boards.Return(board);
        return found;
    }

    private Likeness Compare(AskedWording question, int entry, Span<float> grades)
    {
        grades.Clear();
        var written = 0f;
        var extra = 0;
        foreach (var unit in UnitsOf(entry))
        {
            var grade = question.Meet(SignsOf(unit), grades);
            written += grade * unit.Weight;
            if (unit.Exact && grade == 0)
                extra++;
        }
        var lacking = 0;
        for (var i = 0; i < grades.Length; i++)
        {
            if (grades[i] == 0 && question.Wording.Units[i].Exact)
                lacking++;
        }
        var asks = question.Wording.Ask;
        var same = asks == 0 || askOf[entry] == 0 ? 0 : (asks & askOf[entry]) != 0 ? 1 : -1;
        return new Likeness(statementOf[entry], question.Share(grades), weights[entry] > 0 ? written / weights[entry] : 0, same, extra, lacking, entry);
    }
}
