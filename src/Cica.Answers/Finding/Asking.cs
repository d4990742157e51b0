using System.Collections.Frozen;
using Cica.Answers.Finding.Scoping;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Finding;

/// <summary>One question on its way: the frame, the facts, the day it is asked on, what was said before, and what counts how much.</summary>
internal sealed partial class Asking
{
    private const int FewestUnread = 2;
    private const char FirstIdeograph = '\u3000';

    private static readonly FrozenSet<string> Telling = FrozenSet.ToFrozenSet(
        ["theme", "priority", "document", "outcome", "adopt", "transformation", "goal", "postponed", "rule", "proposed", "view", "host", "coordinator", "participants", "president-word",
            "budget", "staff", "anniversary", "consensus", "voluntary", "principle", "history", "building", "title-change", "signatory", "importance", "challenge"]);

    private readonly AskedWording wording;
    private readonly Learnt learnt;
    private float[]? evidence;
    private double[]? tokenWeights;
    private ScopeReading? scope;
    private int[]? focus;
    private Anchor? anchor;
    private bool? isUnread;

    public Asking(Frame frame, KnowledgeSnapshot knowledge, StatementIndex index, DateOnly asOf, Conversation? before, Learnt learnt)
    {
        (Frame, Knowledge, Index, AsOf, Before, this.learnt) = (frame, knowledge, index, asOf, before, learnt);
        InheritedTerms = Inherited(frame, index.Terms);
        var read = Wording.Read(frame.Tokens, frame.Mentions, index.Terms, InheritedTerms).Weigh(index.Rarities);
        TokenTerms = new int[frame.Tokens.Count];
        MentionTerms = new int[frame.Mentions.Count];
        Named = frame.AllEntities;
        Terms = new QuestionTerms(read.Signs.Length + TokenTerms.Length + MentionTerms.Length + InheritedTerms.Length + Named.Length);
        wording = new AskedWording(read, Terms);
        for (var i = 0; i < TokenTerms.Length; i++)
            TokenTerms[i] = index.Terms.Of(frame.Tokens[i]);
        for (var i = 0; i < MentionTerms.Length; i++)
            MentionTerms[i] = index.TermOf(frame.Mentions[i].Meaning);
        TokenPlaces = Places(TokenTerms);
        MentionPlaces = Places(MentionTerms);
        InheritedPlaces = Places(InheritedTerms);
        NamedTerms = new int[Named.Length];
        for (var i = 0; i < NamedTerms.Length; i++)
            NamedTerms[i] = index.Terms.Entity(Named[i].Id);
        NamedPlaces = Places(NamedTerms);
        AsksForPresident = frame.Has("president-word");
        AsksForOpinion = frame.HasAny("view", "recommendation");
        NamesPerson = frame.First(EntityKind.Person) is not null;
    }

    public Frame Frame { get; }

    public KnowledgeSnapshot Knowledge { get; }

    public StatementIndex Index { get; }

    public DateOnly AsOf { get; }

    public Conversation? Before { get; }

    /// <summary>How much what counts.</summary>
    public Weights Weights => learnt.Weights;

    /// <summary>Whether it is one for the facts at all.</summary>
    public ScopeReading Scope => scope ??= learnt.Scope.Of(Frame);

    /// <summary>Every term of the question, each with its place.</summary>
    public QuestionTerms Terms { get; }

    /// <summary>The term of each token.</summary>
    public int[] TokenTerms { get; }

    /// <summary>The place of each token's term.</summary>
    public int[] TokenPlaces { get; }

    /// <summary>The term of each mention.</summary>
    public int[] MentionTerms { get; }

    /// <summary>The place of each mention's term.</summary>
    public int[] MentionPlaces { get; }

    /// <summary>What a follow-up carries over counts like words of its own.</summary>
    public int[] InheritedTerms { get; }

    /// <summary>The place of each term carried over.</summary>
    public int[] InheritedPlaces { get; }

    /// <summary>The entities named or carried over.</summary>
    public Entity[] Named { get; }

    /// <summary>The term of each of them.</summary>
    public int[] NamedTerms { get; }

    /// <summary>The place of each entity's term.</summary>
    public int[] NamedPlaces { get; }

    /// <summary>It asks for a president.</summary>
    public bool AsksForPresident { get; }

    /// <summary>It asks for somebody's view.</summary>
    public bool AsksForOpinion { get; }

    /// <summary>How plainly it speaks of CICA's world.</summary>
    public Anchor Anchor => anchor ??= Anchors.Of(Frame);

    /// <summary>Most of its words are none that the facts or anybody asking for them ever used: another language, or none.</summary>
    public bool IsUnread => isUnread ??= Unread();

    /// <summary>It names a person.</summary>
    public bool NamesPerson { get; }

    /// <summary>What each token counts when statements are compared: more for rare words.</summary>
    public double[] TokenWeights => tokenWeights ??= StatementFinder.TokenWeights(this);

    /// <summary>What the judge needs to know of the question, whatever the answer.</summary>
    public ReadOnlySpan<float> Evidence => evidence ??= EvidenceReader.OfQuestion(this);

    /// <summary>The tokens that say what it wants to know.</summary>
    public int[] Focus => focus ??= Understanding.Focus.Of(Frame);

    /// <summary>
    /// How much of the question a reading explains, 0 to 1: what it used as concepts, entities and time, and the words that its
    /// statements share with the question. Words that carry no meaning count nothing.
    /// </summary>
    public double Coverage(Used used, params ReadOnlySpan<Fact> facts)
    {
        Span<bool> explained = stackalloc bool[Frame.Tokens.Count];
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

    /// <summary>Not a word of it is known, and it leans on nothing.</summary>
    public bool SaysNothing => InheritedTerms.Length == 0 && Frame.Entities.Count == 0 && !Frame.NamesCica && !Frame.Tokens.Where(IsSaid).Any();

    private bool IsSaid(Token token, int at) =>
        token.Number is null && token.Text.Length > 1 && (TokenTerms[at] >= 0 || Frame.Mentions.Any(m => m.Covers(at) && m.Meaning.Kind is not MeaningKind.Filler));

    private bool Unread()
    {
        int words = 0, unread = 0;
        for (var i = 0; i < TokenTerms.Length; i++)
        {
            if (Frame.Tokens[i].Number is not null || (Frame.Tokens[i].Text.Length == 1 && Frame.Tokens[i].Text[0] < FirstIdeograph))
                continue;
            words++;
            unread += TokenTerms[i] < 0 && !Frame.Mentions.Any(m => m.Covers(i)) ? 1 : 0;
        }
        return unread > FewestUnread && unread * 2 > words;
    }

    private double Share(ReadOnlySpan<bool> explained)
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

    // The tokens whose words a statement holds.
    private void MarkShared(Statement statement, Span<bool> explained)
    {
        for (var i = 0; i < explained.Length; i++)
        {
            if (!explained[i] && Frame.Weights[i] > 0 && TokenTerms[i] >= 0 && Array.BinarySearch(statement.Terms, TokenTerms[i]) >= 0)
                explained[i] = true;
        }
    }

    private static int[] Inherited(Frame frame, Terms terms)
    {
        if (frame.Inherited.Count + frame.InheritedConcepts.Count == 0)
            return [];
        var found = new List<int>();
        foreach (var entity in frame.Inherited)
        {
            if (entity.Kind != EntityKind.Organisation && terms.Entity(entity.Id) is >= 0 and var term)
                found.Add(term);
        }
        foreach (var concept in frame.InheritedConcepts)
        {
            if (terms.Concept(concept) is >= 0 and var term)
                found.Add(term);
        }
        return [.. found];
    }

    private int[] Places(int[] terms)
    {
        var places = new int[terms.Length];
        for (var i = 0; i < places.Length; i++)
            places[i] = Terms.Add(terms[i]);
        return places;
    }
}
