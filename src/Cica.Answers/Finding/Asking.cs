using Cica.Answers.Composing;
using Cica.Answers.Finding.Vectors;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Finding;

/// <summary>One question on its way: the frame, the facts, the day it is asked on, what was said before, and what counts how much.</summary>
internal sealed record Asking(Frame Frame, KnowledgeSnapshot Knowledge, StatementIndex Index, DateOnly AsOf, Conversation? Before, Weights Weights)
{
    /// <summary>The term of each token.</summary>
    public int[] TokenTerms { get; } = [.. Frame.Tokens.Select(Index.Terms.Of)];

    /// <summary>The term of each mention.</summary>
    public int[] MentionTerms { get; } = [.. Frame.Mentions.Select(m => Index.TermOf(m.Meaning))];

    /// <summary>The statements whose wordings are most like the question, the best first.</summary>
    public List<Likeness> Likenesses => likenesses ??= Index.Phrases.MostLike(Wording);

    private Wording Wording => wording ??= Wording.Read(Frame.Tokens, Frame.Mentions, Index.Terms, Grader.Inherited(this)).Weigh(Index.Rarities);

    /// <summary>A wording says nearly the same, with the same names and numbers.</summary>
    public bool IsLikeAWording => !Frame.HasForeign && Likenesses.Any(l => l is { Asked: >= AlikeAsked, Written: >= AlikeWritten, Lacking: 0, SameKind: >= 0 });

    /// <summary>It points straight at a statement that knows every name it holds.</summary>
    public bool PointsPlainly => !Frame.HasForeign && Pointing.Nearest.Any(s => Pointing.Near(s) >= Straight && Frame.AllEntities.All(e => Index.Statements[s].Entities.Contains(e.Id)));

    /// <summary>One of the statement's wordings says a good part of it. Prose answers what it was written for; sharing words is not enough.</summary>
    public bool IsLike(Statement statement) => Likenesses.Any(l => l.Statement == statement.Number && l.Asked * l.Written >= Akin);

    /// <summary>The statements that fit best, the best first.</summary>
    public List<Found> Ranked => ranked ??= StatementFinder.Best(this, null, null, 8);

    /// <summary>Where it points among the statements.</summary>
    public Pointing Pointing => pointing ??= Point();

    private const float AlikeAsked = 0.85f;
    private const float AlikeWritten = 0.75f;
    private const float Akin = 0.2f;
    private const float Straight = 0.75f;

    private List<Likeness>? likenesses;
    private List<Found>? ranked;
    private Wording? wording;
    private Pointing? pointing;

    private Pointing Point()
    {
        var clues = new List<uint>(Frame.Tokens.Count * 4);
        Clues.Read(Frame.Tokens, Frame.Mentions, clues);
        if (Frame.Inherited.Count + Frame.InheritedConcepts.Count > 0)
            Clues.Lend(Frame.Inherited.Select(e => e.Id), Frame.InheritedConcepts, clues);
        return new Pointing(Index.Vectors, clues, Index.Vectors.ComparesAll ? [] : StatementFinder.Sharing(this));
    }

    /// <summary>The share of the question that a fact's own text says.</summary>
    public float Says(Fact fact) => Index.Of(fact) is { } statement ? Index.Phrases.Either(Wording, -1, statement.Terms) : 0;

    /// <summary>Reads how like the question a statement's wordings are.</summary>
    public void Liken(Statement statement, Span<float> into)
    {
        foreach (var likeness in Likenesses)
        {
            if (likeness.Statement != statement.Number)
                continue;
            into[(int)Feature.Asked] = likeness.Asked;
            into[(int)Feature.Written] = likeness.Written;
            into[(int)Feature.Second] = likeness.Second;
            into[(int)(likeness.SameKind > 0 ? Feature.SameKind : Feature.OtherKind)] = Math.Abs(likeness.SameKind);
            into[(int)Feature.Extra] = Math.Min(2, likeness.Extra);
            into[(int)Feature.Lacking] = Math.Min(2, likeness.Lacking);
            into[(int)Feature.Either] = Index.Phrases.Either(Wording, likeness.Entry, statement.Terms);
            return;
        }
        into[(int)Feature.Either] = Index.Phrases.Either(Wording, -1, statement.Terms);
    }

    /// <summary>
    /// How much of the question a reading explains, 0 to 1: what it used as concepts, entities and time, and the words that its
    /// statements share with the question. Words that carry no meaning count nothing.
    /// </summary>
    public double Coverage(Used used, params ReadOnlySpan<Fact> facts)
    {
        var explained = new bool[Frame.Tokens.Count];
        used.Mark(Frame, explained);
        foreach (var fact in facts)
        {
            if (Index.Of(fact) is { } statement)
                MarkShared(statement, explained);
        }
        // A concept left aside is not explained by its word standing somewhere in a statement on something else.
        foreach (var mention in Frame.Mentions)
        {
            if (mention.Meaning.Kind != MeaningKind.Concept || !Telling.Contains(mention.Meaning.Id) || used.Knows(mention.Meaning.Id))
                continue;
            for (var i = mention.Start; i < mention.End; i++)
            {
                if (!used.Explains(Frame, i))
                    explained[i] = false;
            }
        }
        return Share(explained);
    }

    private static readonly System.Collections.Frozen.FrozenSet<string> Telling = System.Collections.Frozen.FrozenSet.ToFrozenSet(
        ["theme", "priority", "document", "outcome", "adopt", "transformation", "goal", "postponed", "rule", "proposed", "view", "host", "coordinator", "participants", "president-word",
            "budget", "staff", "anniversary", "consensus", "voluntary", "principle", "history", "building", "title-change", "signatory", "importance", "challenge"]);

    public double Share(bool[] explained)
    {
        double total = 0, covered = 0;
        for (var i = 0; i < explained.Length; i++)
        {
            total += Frame.Weights[i];
            if (explained[i])
                covered += Frame.Weights[i];
        }
        return total < 0.01 ? 1 : covered / total;
    }

    /// <summary>How well a statement explains each token: wholly by the very word or entity, nearly by the concept.</summary>
    public void Grade(Statement statement, double[] grades)
    {
        for (var i = 0; i < grades.Length; i++)
        {
            if (grades[i] >= 1)
                continue;
            var term = TokenTerms[i];
            if (term >= 0 && Array.BinarySearch(statement.Terms, term) >= 0)
                grades[i] = 1;
        }
        for (var m = 0; m < MentionTerms.Length; m++)
        {
            var term = MentionTerms[m];
            if (term < 0 || Array.BinarySearch(statement.Terms, term) < 0)
                continue;
            var mention = Frame.Mentions[m];
            var grade = mention.Meaning.Kind switch { MeaningKind.Concept => 0.9, MeaningKind.Synonym => 0.93, _ => 1 };
            for (var i = mention.Start; i < mention.End; i++)
                grades[i] = Math.Max(grades[i], grade);
        }
    }

    // The tokens whose words a statement holds.
    private void MarkShared(Statement statement, bool[] explained)
    {
        for (var i = 0; i < explained.Length; i++)
        {
            if (!explained[i] && Frame.Weights[i] > 0 && TokenTerms[i] >= 0 && Array.BinarySearch(statement.Terms, TokenTerms[i]) >= 0)
                explained[i] = true;
        }
    }
}

/// <summary>What of a frame a reading made use of.</summary>
internal sealed class Used
{
    private readonly HashSet<string> concepts = new(StringComparer.Ordinal);
    private readonly HashSet<string> entities = new(StringComparer.Ordinal);
    private readonly List<int> tokens = [];
    private bool time;
    private bool ordinal;

    public Used Concepts(params ReadOnlySpan<string> ids)
    {
        foreach (var id in ids)
            concepts.Add(id);
        return this;
    }

    public Used Entity(Entity? entity)
    {
        if (entity is not null)
            entities.Add(entity.Id);
        return this;
    }

    public Used Token(int token)
    {
        tokens.Add(token);
        return this;
    }

    public Used Time()
    {
        time = true;
        return this;
    }

    public Used Ordinal()
    {
        ordinal = true;
        return this;
    }

    public bool Knows(string concept) => concepts.Contains(concept);

    /// <summary>Another meaning of the token was used.</summary>
    public bool Explains(Frame frame, int token)
    {
        foreach (var mention in frame.Mentions)
        {
            if (mention.Covers(token) && (mention.Meaning.Kind == MeaningKind.Concept ? concepts.Contains(mention.Meaning.Id) : entities.Contains(mention.Meaning.Id)))
                return true;
        }
        return false;
    }

    public void Mark(Frame frame, bool[] explained)
    {
        foreach (var mention in frame.Mentions)
        {
            var hit = mention.Meaning.Kind switch
            {
                MeaningKind.Concept => concepts.Contains(mention.Meaning.Id) || (time && mention.Meaning.Id.StartsWith("time.", StringComparison.Ordinal)),
                MeaningKind.Entity => entities.Contains(mention.Meaning.Id),
                _ => false,
            };
            for (var i = mention.Start; hit && i < mention.End; i++)
                explained[i] = true;
        }
        foreach (var token in tokens)
            explained[token] = true;
        if (time && frame.Time is { } reference)
        {
            foreach (var token in reference.Tokens)
                explained[token] = true;
        }
        if (ordinal)
        {
            foreach (var token in frame.OrdinalTokens)
                explained[token] = true;
        }
    }
}

/// <summary>A reading of a question: how well it fits, and how to tell it.</summary>
/// <param name="Topic">Which topic read it.</param>
/// <param name="Score">How much of the question it explains, with small preferences added.</param>
/// <param name="Why">For the trace: what was read.</param>
/// <param name="Compose">Writes the answer.</param>
/// <param name="Key">What it is about, so that two readings of one thing are not taken for rivals.</param>
internal sealed record Candidate(string Topic, double Score, string Why, Action<Draft> Compose, string Key);

/// <summary>A subject the bot can talk about: reads a frame its own way, or not at all.</summary>
internal interface ITopic
{
    /// <summary>Its readings of the question.</summary>
    IEnumerable<Candidate> Read(Asking asking);
}
