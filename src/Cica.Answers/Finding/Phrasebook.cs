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

    // An entry is a wording: its units stand one after the other, and so do their signs. Where the last one's end, a further begins.
    private List<Entry> addedEntries = [];
    private List<HeldUnit> addedUnits = [];
    private List<HeldSign> addedSigns = [];

    private Entry[] entries = [];
    private HeldUnit[] units = [];
    private HeldSign[] signs = [];
    private float[] weights = [];
    private Postings postings = Postings.Empty;
    private Shelf<ScoreBoard> boards = new(() => new ScoreBoard(0));
    private Shelf<TermPlaces> tables = new(() => new TermPlaces(0));

    public int Count => Math.Max(0, entries.Length - 1);

    public void Add(int statement, Wording wording)
    {
        addedEntries.Add(new Entry(statement, wording.Ask, addedUnits.Count, addedSigns.Count));
        foreach (var unit in wording.Units)
            addedUnits.Add(new HeldUnit(unit.Weight, (ushort)(unit.End - unit.First), unit.Exact));
        foreach (var sign in wording.Signs)
            addedSigns.Add(new HeldSign(sign));
    }

    /// <summary>Ends the building.</summary>
    /// <param name="tables">For all the terms there are.</param>
    /// <param name="rarities">The rarity of each.</param>
    public void Freeze(Shelf<TermPlaces> tables, float[] rarities)
    {
        this.tables = tables;
        entries = [.. addedEntries, new Entry(-1, Ask.None, addedUnits.Count, addedSigns.Count)];
        units = [.. addedUnits];
        signs = [.. addedSigns];
        (addedEntries, addedUnits, addedSigns) = ([], [], []);
        weights = new float[Count];
        var builder = new Postings.Builder(rarities.Length);
        foreach (var sign in signs)
            builder.Count(sign.Term);
        builder.EndCounting();
        for (var entry = 0; entry < Count; entry++)
        {
            weights[entry] = Weigh(entry, rarities);
            foreach (var sign in SignsOf(entry))
                builder.Add(sign.Term, entry);
        }
        postings = builder.Build();
        boards = new Shelf<ScoreBoard>(() => new ScoreBoard(Count));
    }

    /// <summary>The likeness of the statements whose wordings are most like the question's, one for each, the best first.</summary>
    public Likeness[] MostLike(AskedWording question)
    {
        Span<int> candidates = stackalloc int[MostCompared];
        candidates = candidates[..Candidates(question.Wording, candidates)];
        Span<Likeness> best = stackalloc Likeness[candidates.Length];
        Span<int> statements = stackalloc int[candidates.Length];
        var count = 0;
        Span<float> grades = stackalloc float[question.Wording.Units.Length];
        var places = tables.Take();
        places.Enter(question.Terms);
        foreach (var entry in candidates)
        {
            var likeness = Compare(question, entry, places, grades);
            var known = statements[..count].IndexOf(likeness.Statement);
            if (known < 0)
                (statements[count], best[count++]) = (likeness.Statement, likeness);
            else if (best[known].Score < likeness.Score)
                best[known] = likeness with { Second = best[known].Score };
            else if (best[known].Second < likeness.Score)
                best[known] = best[known] with { Second = likeness.Score };
        }
        places.Leave(question.Terms);
        tables.Return(places);
        best = best[..count];
        best.Sort(static (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Statement.CompareTo(b.Statement));
        return best.ToArray();
    }

    /// <summary>The share of the question that a statement says by its terms, or by a wording if there is one.</summary>
    public float Either(AskedWording question, int entry, ReadOnlySpan<ulong> held)
    {
        Span<float> grades = stackalloc float[question.Wording.Units.Length];
        grades.Clear();
        question.MeetTerms(held, grades);
        if (entry >= 0)
        {
            foreach (var sign in SignsOf(entry))
            {
                var place = question.Terms.All.IndexOf(sign.Term) + 1;
                if (place > 0)
                    question.Meet(place, sign.Gain, grades);
            }
        }
        return question.Share(grades);
    }

    private ReadOnlySpan<HeldSign> SignsOf(int entry) => signs.AsSpan(entries[entry].FirstSign..entries[entry + 1].FirstSign);

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
        var found = board.TakeHighest(into, weights, 0.25f);
        boards.Return(board);
        return found;
    }

    private Likeness Compare(AskedWording question, int entry, TermPlaces places, Span<float> grades)
    {
        grades.Clear();
        var written = 0f;
        var extra = 0;
        var (statement, ask, firstUnit, first) = entries[entry];
        foreach (var unit in units.AsSpan(firstUnit..entries[entry + 1].FirstUnit))
        {
            var grade = 0f;
            foreach (var sign in signs.AsSpan(first, unit.Signs))
            {
                var place = places.Of(sign.Term);
                if (place > 0)
                    grade = Math.Max(grade, question.Meet(place, sign.Gain, grades));
            }
            first += unit.Signs;
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
        var same = asks == 0 || ask == 0 ? 0 : (asks & ask) != 0 ? 1 : -1;
        return new Likeness(statement, question.Share(grades), weights[entry] > 0 ? written / weights[entry] : 0, same, extra, lacking, entry);
    }

    // Weighs the units of an entry; returns what they weigh together.
    private float Weigh(int entry, float[] rarities)
    {
        var sum = 0f;
        var first = entries[entry].FirstSign;
        foreach (ref var unit in units.AsSpan(entries[entry].FirstUnit..entries[entry + 1].FirstUnit))
        {
            var rarest = float.MaxValue;
            foreach (var sign in signs.AsSpan(first, unit.Signs))
                rarest = Math.Min(rarest, rarities[sign.Term]);
            first += unit.Signs;
            unit = unit with { Weight = Wording.Weigh(unit.Weight, rarest) };
            sum += unit.Weight;
        }
        return sum;
    }

    private readonly record struct Entry(int Statement, Ask Ask, int FirstUnit, int FirstSign);

    private readonly record struct HeldUnit(float Weight, ushort Signs, bool Exact);

    // A sign in four bytes, its gain in hundredths: a question is compared with thousands of them.
    private readonly struct HeldSign(Sign sign)
    {
        private readonly int packed = (sign.Term << 8) | (byte)MathF.Round(sign.Gain * 100);

        public int Term => packed >> 8;

        public float Gain => (byte)packed / 100f;
    }
}
