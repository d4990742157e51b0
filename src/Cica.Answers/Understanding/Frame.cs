using Cica.Knowledge.Model;

namespace Cica.Answers.Understanding;

/// <summary>What a question asks for.</summary>
[Flags]
internal enum Ask
{
    None = 0,
    Who = 1,
    What = 2,
    When = 4,
    Where = 8,
    HowMany = 16,
    Which = 32,
    Why = 64,
    How = 128,
    HowLong = 256,
    Since = 512,
    List = 1024,
    Compare = 2048,
    HowOften = 4096,
    FullName = 8192,
    YesNo = 16384,
}

/// <summary>
/// A question as read: the entities, concepts and time it names and the kind of answer it wants. A query over the facts, with
/// every token accounted for, so that what was not understood counts against an answer. Its tokens and mentions are gone through
/// hundreds of times for one answer: they are given as the lists they are, for nobody to change.
/// </summary>
internal sealed class Frame
{
    private Entity[] allEntities = [];

    /// <summary>Language of the question.</summary>
    public required string Language { get; init; }

    /// <summary>Its tokens.</summary>
    public required List<Token> Tokens { get; init; }

    /// <summary>What its words mean.</summary>
    public required List<Mention> Mentions { get; init; }

    /// <summary>How much each token counts when an answer must explain the question.</summary>
    public required double[] Weights { get; init; }

    /// <summary>What it asks for.</summary>
    public Ask Ask { get; set; }

    /// <summary>That it asks whether is told by nothing but its question mark.</summary>
    public bool PresumesYesNo { get; set; }

    /// <summary>Concepts named, with the tokens they cover.</summary>
    public required ConceptTable Concepts { get; init; }

    /// <summary>Entities named, in order.</summary>
    public required List<Mention> Entities { get; init; }

    /// <summary>The time named.</summary>
    public TimeReference? Time { get; set; }

    /// <summary>The ordinal named ("sixth"), and its tokens.</summary>
    public int? Ordinal { get; set; }

    /// <summary>Tokens of the ordinal.</summary>
    public IReadOnlyList<int> OrdinalTokens { get; set; } = [];

    /// <summary>The ordinal numbers what one of these words says: "the eighteenth member".</summary>
    public bool IsOrdinalOf(params ReadOnlySpan<string> concepts)
    {
        if (OrdinalTokens.Count == 0)
            return false;
        foreach (var concept in concepts)
        {
            if (Concepts.TryGetValue(concept, out var mentions) && mentions.Any(m => m.Start == OrdinalTokens[^1] + 1))
                return true;
        }
        return false;
    }

    /// <summary>CICA is named.</summary>
    public bool NamesCica { get; set; }

    /// <summary>It is named by a noun only, which may stand for a body of its own as well: "this forum".</summary>
    public bool NamesCicaByNoun { get; set; }

    /// <summary>CICA is named, or meant by "it" or "you": whoever asks its bot need not say its name.</summary>
    public bool MeansCica => NamesCica || Concepts.ContainsKey("cica-here");

    /// <summary>It leans on what was said before ("and before that?").</summary>
    public bool IsFollowUp { get; set; }

    /// <summary>By itself it says nothing: it can only be of what was said before.</summary>
    public bool PointsBack { get; set; }

    /// <summary>Another subject's words or another organisation stand in it.</summary>
    public bool HasForeign { get; set; }

    /// <summary>Entities carried over from the conversation: they count as named, but not as explaining any token.</summary>
    public List<Entity> Inherited { get; } = [];

    /// <summary>Concepts carried over from the conversation.</summary>
    public HashSet<string> InheritedConcepts { get; } = new(StringComparer.Ordinal);

    /// <summary>It is read as leaning on something else of what was spoken of than what it most likely leans on.</summary>
    public bool IsOtherwise { get; private init; }

    /// <summary>The same question, leaning on what was spoken of.</summary>
    /// <param name="weights">What its tokens count then.</param>
    public Frame Continued(double[] weights) => Copy(weights, otherwise: false);

    /// <summary>A question that leans on what was spoken of, read as leaning on this instead.</summary>
    public Frame Otherwise(Entity meant)
    {
        var other = Copy(Weights, otherwise: true);
        other.PointsBack = PointsBack;
        other.Inherited.Add(meant);
        other.InheritedConcepts.UnionWith(InheritedConcepts);
        return other;
    }

    private Frame Copy(double[] weights, bool otherwise) => new()
    {
        Language = Language,
        Tokens = Tokens,
        Mentions = Mentions,
        Weights = weights,
        Concepts = Concepts,
        Entities = Entities,
        Ask = Ask,
        PresumesYesNo = PresumesYesNo,
        Time = Time,
        Ordinal = Ordinal,
        OrdinalTokens = OrdinalTokens,
        IsFollowUp = true,
        IsOtherwise = otherwise,
    };

    /// <summary>How many of something are spoken of at a token, in digits or in words.</summary>
    public int? CountAt(int token)
    {
        if (Tokens[token].Number is { } number)
            return number;
        foreach (var mention in Mentions)
        {
            if (mention.Start == token && mention.Meaning.Kind == MeaningKind.Number && FrameReader.IsCardinal(Tokens[mention.End - 1]))
                return mention.Meaning.Number;
        }
        return null;
    }

    public bool Has(string concept) => Concepts.ContainsKey(concept) || (InheritedConcepts.Count > 0 && InheritedConcepts.Contains(concept));

    /// <summary>Named by its own word, not merely by one of the thesaurus.</summary>
    public bool HasPlainly(string concept) => Concepts.TryGetValue(concept, out var mentions) && mentions.Any(static m => !m.Meaning.Loose);

    public bool HasAny(params ReadOnlySpan<string> concepts)
    {
        foreach (var concept in concepts)
        {
            if (Has(concept))
                return true;
        }
        return false;
    }

    /// <summary>The same, where the marks of the concepts are known: mostly they tell that none is named.</summary>
    public bool HasAny(ulong marks, string[] concepts) => (InheritedConcepts.Count > 0 || (Concepts.Marks & marks) != 0) && HasAny(concepts);

    /// <summary>The concept stands only in what names something: the "finance" of an area.</summary>
    public bool IsWithinName(string concept) => IsIn(concept, static (name, mention) => name.Length >= mention.Length);

    /// <summary>It is only a part of a name: the "summit" of the Finance Summit is no summit that is asked about.</summary>
    public bool IsPartOfName(string concept) => IsIn(concept, static (name, mention) => name.Length > mention.Length);

    private bool IsIn(string concept, Func<Mention, Mention, bool> covers) =>
        Entities.Count > 0 && Concepts.TryGetValue(concept, out var mentions) && mentions.All(m => Entities.Any(e => e.Start <= m.Start && e.End >= m.End && covers(e, m)));

    public bool Asks(Ask kinds) => (Ask & kinds) != 0;

    /// <summary>A yes or a no is asked for; "this or that?" wants neither.</summary>
    public bool WantsYesOrNo => Asks(Ask.YesNo) && !Has("ask.either");

    /// <summary>A yes or a no may be said: "а глава МИД?" may as well ask who that is.</summary>
    public bool WantsVerdict => WantsYesOrNo && !(PresumesYesNo && Has("follow.and"));

    /// <summary>Nothing but yes or no is asked for.</summary>
    public bool AsksOnlyYesNo => WantsYesOrNo && !Asks(Ask.When | Ask.Where | Ask.Who | Ask.HowMany | Ask.Which | Ask.What | Ask.Why | Ask.How);

    public IEnumerable<Entity> Named(EntityKind kind) => AllEntities.Where(e => e.Kind == kind);

    public Entity? First(EntityKind kind)
    {
        foreach (var entity in AllEntities)
        {
            if (entity.Kind == kind)
                return entity;
        }
        return null;
    }

    /// <summary>The entities named, then those carried over.</summary>
    public Entity[] AllEntities
    {
        get
        {
            // While a frame is being read or completed, entities are added and never taken away.
            if (allEntities.Length != Entities.Count + Inherited.Count)
                allEntities = [.. Entities.Select(static m => m.Meaning.Entity!), .. Inherited];
            return allEntities;
        }
    }
}
