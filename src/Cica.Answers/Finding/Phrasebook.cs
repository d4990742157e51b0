using Cica.Answers.Understanding;

namespace Cica.Answers.Finding;

/// <summary>
/// All the ways of asking that the data holds, in one flat list, and inverted by what they say. Only the postings of the
/// rarest terms are walked, so that the work hardly grows with the number of wordings.
/// </summary>
internal sealed class Phrasebook
{
    private const int MostPostings = 6000;
    private const int MostCompared = 64;
    private const float Telling = 0.1f;

    // All entries, one after the other: a few lines of memory for each, which come together.
    private int[] packed = [];
    private int[] starts = [0];
    private float[] weights = [];
    private Postings postings = Postings.Empty;
    private Shelf<ScoreBoard> boards = new(() => new ScoreBoard());
    private Shelf<TermPlaces> tables = new(() => new TermPlaces(0));

    public int Count => starts.Length - 1;

    /// <summary>Builds it.</summary>
    /// <param name="parts">All the ways of asking.</param>
    /// <param name="boards">To add up scores on.</param>
    /// <param name="tables">For all the terms there are.</param>
    /// <param name="rarities">The rarity of each.</param>
    public void Fill(PhrasePart[] parts, Shelf<ScoreBoard> boards, Shelf<TermPlaces> tables, float[] rarities)
    {
        (this.boards, this.tables) = (boards, tables);
        packed = new int[parts.Sum(p => p.Length)];
        weights = new float[parts.Sum(p => p.Count)];
        starts = new int[weights.Length + 1];
        var places = new (int Entry, int Start)[parts.Length];
        for (var i = 1; i < parts.Length; i++)
            places[i] = (places[i - 1].Entry + parts[i - 1].Count, places[i - 1].Start + parts[i - 1].Length);
        Parallel.For(0, parts.Length, i =>
        {
            var ((entry, start), count) = (places[i], parts[i].Count);
            parts[i].Pack(rarities, packed.AsSpan(start, parts[i].Length), starts.AsSpan(entry + 1, count), weights.AsSpan(entry, count), start);
        });
        var builder = new Postings.Builder(rarities.Length);
        foreach (var part in parts)
        {
            foreach (var sign in part.Signs)
                builder.Count(sign.Term);
        }
        builder.EndCounting();
        for (var i = 0; i < parts.Length; i++)
        {
            var signs = parts[i].Signs;
            for (var entry = 0; entry < parts[i].Count; entry++)
            {
                var count = parts[i].SignsOf(entry);
                foreach (var sign in signs[..count])
                    builder.Add(sign.Term, places[i].Entry + entry);
                signs = signs[count..];
            }
        }
        postings = builder.Build();
    }

    /// <summary>The likeness of the statements whose wordings are most like the question's, one for each, the best first.</summary>
    public Likeness[] MostLike(AskedWording question)
    {
        Span<int> candidates = stackalloc int[MostCompared];
        candidates = candidates[..Candidates(question.Wording, candidates)];
        foreach (var entry in candidates)
            Ahead.Fetch(Packed(entry));
        Span<Likeness> best = stackalloc Likeness[candidates.Length];
        Span<int> statements = stackalloc int[candidates.Length];
        var count = 0;
        question.CompareWith(candidates.Length);
        var places = tables.Take();
        places.Enter(question.Terms);
        for (var other = 0; other < candidates.Length; other++)
        {
            var likeness = Compare(question, candidates[other], places, other);
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
        return InOrder(best);
    }

    // The best first, of equal ones the earlier statement first; they are long, so that their keys are sorted in their place.
    private static Likeness[] InOrder(ReadOnlySpan<Likeness> all)
    {
        Span<(float Behind, int Statement, int At)> keys = stackalloc (float, int, int)[all.Length];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = (-all[i].Score, all[i].Statement, i);
        keys.Sort();
        var ordered = new Likeness[keys.Length];
        for (var i = 0; i < keys.Length; i++)
            ordered[i] = all[keys[i].At];
        return ordered;
    }

    /// <summary>The share of the question that a statement says by its terms.</summary>
    public static float Either(AskedWording question, ReadOnlySpan<ulong> held)
    {
        Span<float> grades = stackalloc float[question.GradeCount];
        grades.Clear();
        question.MeetTerms(held, grades);
        return question.Share(grades);
    }

    /// <summary>The share of the question that a statement says by its terms, or by one of the wordings it was compared with.</summary>
    public static float Either(AskedWording question, int other, ReadOnlySpan<ulong> held)
    {
        Span<float> grades = stackalloc float[question.GradeCount];
        question.Grades(other).CopyTo(grades);
        question.MeetTerms(held, grades);
        return question.Share(grades);
    }

    private ReadOnlySpan<int> Packed(int entry) => packed.AsSpan(starts[entry]..starts[entry + 1]);

    private int Candidates(Wording question, Span<int> into)
    {
        Span<Walk> walks = stackalloc Walk[question.Signs.Length];
        var count = 0;
        foreach (var unit in question.Units)
        {
            if (unit.Weight <= Telling)
                continue;
            foreach (var sign in question.Signs[unit.First..unit.End])
                walks[count++] = new Walk(sign.Term, sign.Gain * unit.Weight, postings.Of(sign.Term).Length);
        }
        walks = walks[..count];
        walks.Sort(static (a, b) => a.Length != b.Length ? a.Length.CompareTo(b.Length) : a.Term.CompareTo(b.Term));
        var board = boards.Take();
        // Of two wordings that say the same of the question, the shorter one is nearer.
        var found = board.TakeHighest(postings, walks[..ScoreBoard.Affordable(walks, MostPostings)], into, weights, 0.25f);
        boards.Return(board);
        return found;
    }

    private Likeness Compare(AskedWording question, int entry, TermPlaces places, int other)
    {
        var grades = question.Grades(other);
        var written = 0f;
        var extra = 0;
        var all = Packed(entry);
        var (statement, ask, weight) = (all[0], (Ask)all[1], BitConverter.Int32BitsToSingle(all[2]));
        for (var rest = all[Head..]; rest.Length > 0;)
        {
            var unit = new HeldUnit(rest);
            var grade = 0f;
            foreach (var packed in rest.Slice(UnitHead, unit.Signs))
                grade = float.MaxNative(grade, Meet(question, new HeldSign(packed), places, grades));
            written += grade * unit.Weight;
            if (unit.Exact && grade == 0)
                extra++;
            rest = rest[(UnitHead + unit.Signs)..];
        }
        var lacking = 0;
        for (var i = 0; i < question.Wording.Units.Length; i++)
        {
            if (grades[i] == 0 && question.Wording.Units[i].Exact)
                lacking++;
        }
        var asks = question.Wording.Ask;
        var same = asks == 0 || ask == 0 ? 0 : (asks & ask) != 0 ? 1 : -1;
        return new Likeness(statement, question.Share(grades), weight > 0 ? written / weight : 0, same, extra, lacking, other);
    }

    private static float Meet(AskedWording question, HeldSign sign, TermPlaces places, Span<float> grades) => question.Meet(places.Of(sign.Term), sign.Gain, grades);

    /// <summary>Numbers before the first unit of an entry: what it is of, what it asks, what it weighs.</summary>
    internal const int Head = 3;

    /// <summary>Numbers before the signs of a unit.</summary>
    internal const int UnitHead = 2;

    /// <summary>A unit of an entry.</summary>
    internal readonly record struct HeldUnit(float Weight, int Signs, bool Exact)
    {
        public HeldUnit(ReadOnlySpan<int> packed)
            : this(BitConverter.Int32BitsToSingle(packed[0]), packed[1] >> 1, (packed[1] & 1) != 0)
        {
        }

        public void Pack(Span<int> into) => (into[0], into[1]) = (BitConverter.SingleToInt32Bits(Weight), (Signs << 1) | (Exact ? 1 : 0));
    }

    /// <summary>A sign in four bytes, its gain in hundredths: a question is compared with thousands of them.</summary>
    internal readonly struct HeldSign(int packed)
    {
        public HeldSign(Sign sign)
            : this((sign.Term << 8) | (byte)MathF.Round(sign.Gain * 100))
        {
        }

        public int Packed => packed;

        public int Term => packed >> 8;

        public float Gain => (byte)packed / 100f;

        /// <summary>The same of another term.</summary>
        public HeldSign With(int term) => new((term << 8) | (byte)packed);
    }
}
