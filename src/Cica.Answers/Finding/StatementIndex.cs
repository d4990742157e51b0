using Cica.Answers.Finding.Vectors;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Finding;

/// <summary>Words, concepts and entities of all statements, inverted: built once with the snapshot.</summary>
internal sealed class StatementIndex
{
    private StatementIndex(WordVectors vectors) => Vectors = new StatementVectors(vectors);

    private readonly Terms terms = new();
    private readonly List<Statement> statements = [];
    private readonly Dictionary<string, Statement> byId = new(StringComparer.Ordinal);
    private Postings postings = Finding.Postings.Empty;
    private float[] rarity = [];

    public List<Statement> Statements => statements;

    /// <summary>The ways of asking.</summary>
    public Phrasebook Phrases { get; } = new();

    /// <summary>Where they point.</summary>
    public StatementVectors Vectors { get; }

    public Terms Terms => terms;

    /// <summary>How telling each term is: high for rare ones.</summary>
    public float[] Rarities => rarity;

    /// <summary>The numbers of the statements that hold each term.</summary>
    public Postings Holders => postings;

    /// <summary>Boards to add up scores on.</summary>
    public Shelf<ScoreBoard> Boards { get; } = new(() => new ScoreBoard());

    /// <summary>Tables of all terms.</summary>
    public Shelf<TermPlaces> Tables { get; private set; } = new(() => new TermPlaces(0));

    public static StatementIndex Build(KnowledgeSnapshot knowledge, Lexicon lexicon, QuestionReader reader, WordVectors vectors, Func<Fact, string, string> sentence)
    {
        var index = new StatementIndex(vectors);
        var texts = StatementTexts.Of(knowledge, sentence);
        // Cutting and reading take nearly all of the time, and each statement is by itself; what gets a number gets it in order.
        Parallel.For(0, texts.Length, () => new WordMemo(), (i, _, memo) => texts[i].Cut(memo), _ => { });
        foreach (var text in texts)
            text.AddWords(lexicon);
        lexicon.Freeze();
        Parallel.ForEach(texts, text => text.Read(reader, index.Vectors));
        foreach (var text in texts)
            index.Add(text);
        var held = Array.ConvertAll(texts, index.AddPhrases);
        index.terms.Freeze();
        index.Weigh(held);
        index.Vectors.Freeze();
        return index;
    }

    private void Add(StatementTexts texts)
    {
        var statement = texts.Statement;
        var held = new HashSet<int>();
        var entities = new HashSet<Entity>();
        bool hasNumber = statement.Fact?.Value?.Number is not null, hasYear = false;
        foreach (var (tokens, mentions) in texts.Own)
        {
            foreach (var mention in mentions)
            {
                // "Sixteen"; 1 is also an article.
                hasNumber |= mention.Meaning is { Kind: MeaningKind.Number, Number: > 1 and < 1000 };
                if (TermOf(mention.Meaning) is not (>= 0 and var term))
                    continue;
                held.Add(term);
                if (mention.Meaning.Entity is { } entity)
                    entities.Add(entity);
            }
            for (var i = 0; i < tokens.Count; i++)
            {
                held.Add(terms.Of(tokens[i]));
                if (tokens[i].Number is >= 1900 and <= 2100)
                    hasYear = true;
                else if (tokens[i].Number is not null && !IsDay(mentions, i))
                    hasNumber = true;
            }
        }
        foreach (var entity in statement.Core.Concat(statement.Fact?.About ?? []).Concat(statement.Author is { } author ? [author] : []))
        {
            held.Add(terms.Entity(entity.Id));
            entities.Add(entity);
        }
        if (statement.Fact is { } fact)
            held.Add(terms.Concept(fact.Property.Id));
        statement.Hold(held, entities, terms, hasNumber, hasYear);
        byId[statement.Id] = statement;
        statements.Add(statement);
    }

    // "4 June", "June 4": a day is no count.
    private static bool IsDay(IReadOnlyList<Mention> mentions, int token)
    {
        foreach (var mention in mentions)
        {
            if (mention.Meaning.Kind == MeaningKind.Month && (mention.Start == token + 1 || mention.End == token))
                return true;
        }
        return false;
    }

    // Adds the ways of asking for a statement; returns every term that it or they hold.
    private HashSet<int> AddPhrases(StatementTexts texts)
    {
        var all = texts.Statement.Terms.ToHashSet();
        foreach (var (tokens, mentions) in texts.Questions)
        {
            var wording = Wording.Read(tokens, mentions, terms);
            foreach (var sign in wording.Signs)
                all.Add(sign.Term);
            Phrases.Add(texts.Statement.Number, wording);
        }
        Vectors.Add(texts.Directions);
        texts.Statement.Spoken = [.. all.Order()];
        return all;
    }

    private void Weigh(HashSet<int>[] held)
    {
        var frequency = new int[terms.Count];
        var builder = new Postings.Builder(terms.Count);
        for (var number = 0; number < statements.Count; number++)
        {
            foreach (var term in held[number])
                frequency[term]++;
            foreach (var term in statements[number].Terms)
                builder.Count(term);
        }
        builder.EndCounting();
        for (var number = 0; number < statements.Count; number++)
        {
            foreach (var term in statements[number].Terms)
                builder.Add(term, number);
        }
        postings = builder.Build();
        Tables = new Shelf<TermPlaces>(() => new TermPlaces(terms.Count));
        rarity = [.. frequency.Select(f => (float)Math.Log(1 + ((double)statements.Count / (1 + f))))];
        Phrases.Freeze(Boards, Tables, rarity);
    }

    /// <summary>The statement of a fact.</summary>
    public Statement? Of(Fact fact) => Of(fact.Id);

    /// <summary>The statement of a fact or an article by its id; null for another.</summary>
    public Statement? Of(string id) => byId.GetValueOrDefault(id);

    /// <summary>What a meaning is found by in a statement; what only directs a question is not.</summary>
    public int TermOf(Meaning meaning) => meaning.Kind == MeaningKind.Concept && meaning.Id.Contains('.') ? Terms.None : terms.Of(meaning);

    /// <summary>How telling a term is: high for rare ones.</summary>
    public double Rarity(int term) => rarity[term];

    public ReadOnlySpan<int> Postings(int term) => postings.Of(term);
}
