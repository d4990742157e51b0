using Cica.Answers.Finding.Vectors;
using Cica.Knowledge.Model;

namespace Cica.Answers.Finding;

/// <summary>The question beside the statements: which are like it, which fit best, and what they say of it.</summary>
internal sealed partial class Asking
{
    private const float AlikeAsked = 0.85f;
    private const float AlikeWritten = 0.75f;
    private const float Akin = 0.2f;
    private const float Straight = 0.75f;
    private const int MostRanked = 8;

    private Likeness[]? likenesses;
    private int[]? likened;
    private List<Found>? ranked;
    private readonly List<Reading> readings = new(8);
    private Pointing? pointing;

    /// <summary>The statements whose wordings are most like the question, the best first.</summary>
    public Likeness[] Likenesses => likenesses ??= Index.Phrases.MostLike(wording);

    /// <summary>The statements that fit best, the best first.</summary>
    public List<Found> Ranked => ranked ??= Rank();

    /// <summary>The place of a statement among them; -1 for one that is none of them.</summary>
    public int RankOf(Statement statement)
    {
        for (var rank = 0; rank < Ranked.Count; rank++)
        {
            if (Ranked[rank].Statement == statement)
                return rank;
        }
        return -1;
    }

    /// <summary>What the judge needs to know of a statement.</summary>
    public Reading Read(Statement statement)
    {
        foreach (var known in readings)
        {
            if (known.Statement == statement)
                return known;
        }
        var rank = RankOf(statement);
        readings.Add(new Reading(this, statement, rank >= 0 ? Ranked[rank].Features : null));
        return readings[^1];
    }

    /// <summary>Where it points among the statements.</summary>
    public Pointing Pointing => pointing ??= Point();

    /// <summary>A wording says nearly the same, with the same names and numbers.</summary>
    public bool IsLikeAWording
    {
        get
        {
            if (Frame.HasForeign)
                return false;
            foreach (var likeness in Likenesses)
            {
                if (likeness is { Asked: >= AlikeAsked, Written: >= AlikeWritten, Lacking: 0, SameKind: >= 0 })
                    return true;
            }
            return false;
        }
    }

    /// <summary>It points straight at a statement that knows every name it holds.</summary>
    public bool PointsPlainly => !Frame.HasForeign && Pointing.Nearest.Any(s => Pointing.Near(s) >= Straight && Named.All(e => Index.Statements[s].Entities.Contains(e.Id)));

    /// <summary>One of the statement's wordings says a good part of it. Prose answers what it was written for; sharing words is not enough.</summary>
    public bool IsLike(Statement statement) =>
        LikenessOf(statement) is >= 0 and var at && Likenesses[at].Asked * Likenesses[at].Written >= Akin;

    /// <summary>The share of the question that a statement or any of its wordings says.</summary>
    /// <param name="spoken">Which of the question's terms they hold.</param>
    public float Ever(ReadOnlySpan<ulong> spoken) => Phrasebook.Either(wording, spoken);

    /// <summary>A token, or what it means, is among the terms.</summary>
    public bool IsSpoken(int token, ReadOnlySpan<ulong> spoken)
    {
        if (QuestionTerms.Holds(spoken, TokenPlaces[token]) || QuestionTerms.Holds(spoken, Terms.Of(Index.Terms.Root(Frame.Tokens[token].Stem))))
            return true;
        for (var m = 0; m < MentionPlaces.Length; m++)
        {
            if (Frame.Mentions[m].Covers(token) && QuestionTerms.Holds(spoken, MentionPlaces[m]))
                return true;
        }
        return false;
    }

    /// <summary>The share of the question that a fact's own text says.</summary>
    public float Says(Fact fact)
    {
        if (Index.Of(fact) is not { } statement)
            return 0;
        Span<ulong> held = stackalloc ulong[Terms.Words];
        Terms.Mark(statement.Terms, held);
        return Phrasebook.Either(wording, held);
    }

    /// <summary>Reads how like the question a statement's wordings are.</summary>
    /// <param name="statement">A statement.</param>
    /// <param name="held">Which of the question's terms it holds.</param>
    /// <param name="into">Where its features go.</param>
    public void Liken(Statement statement, ReadOnlySpan<ulong> held, Span<float> into)
    {
        var at = LikenessOf(statement);
        if (at >= 0)
        {
            ref readonly var likeness = ref Likenesses[at];
            into[(int)Feature.Asked] = likeness.Asked;
            into[(int)Feature.Written] = likeness.Written;
            into[(int)Feature.Second] = likeness.Second;
            into[(int)(likeness.SameKind > 0 ? Feature.SameKind : Feature.OtherKind)] = Math.Abs(likeness.SameKind);
            into[(int)Feature.Extra] = Math.Min(2, likeness.Extra);
            into[(int)Feature.Lacking] = Math.Min(2, likeness.Lacking);
        }
        into[(int)Feature.Either] = at >= 0 ? Phrasebook.Either(wording, Likenesses[at].Wording, held) : Phrasebook.Either(wording, held);
    }

    private int LikenessOf(Statement statement) => Array.IndexOf(likened ??= Array.ConvertAll(Likenesses, static l => l.Statement), statement.Number);

    private Pointing Point()
    {
        var clues = new List<uint>(Frame.Tokens.Count * 4);
        Clues.Read(Frame.Tokens, Frame.Mentions, clues);
        if (Frame.Inherited.Count + Frame.InheritedConcepts.Count > 0)
            Clues.Lend(Frame.Inherited.Select(e => e.Id), Frame.InheritedConcepts, clues);
        return new Pointing(Index.Vectors, clues, Index.Vectors.ComparesAll ? [] : StatementFinder.Sharing(this));
    }

    private List<Found> Rank()
    {
        var best = StatementFinder.Best(this, null, null, MostRanked);
        // "By whom?", "which members were to run them?": another part of what was told a moment ago may be asked for.
        if (Frame is { IsFollowUp: true, IsOtherwise: false } && Before?.Fact is { } told && Index.Of(told) is { } again && !best.Exists(f => f.Statement == again) && StatementFinder.One(this, again) is { } one)
        {
            var at = best.FindIndex(f => f.Score < one.Score);
            best.Insert(at < 0 ? best.Count : at, one);
            if (at >= 0 && best.Count > MostRanked)
                best.RemoveRange(MostRanked, best.Count - MostRanked);
        }
        // The judge will want to know what else is said of them.
        foreach (var found in best)
            Ahead.Fetch(found.Statement.Spoken.AsSpan());
        return best;
    }
}
