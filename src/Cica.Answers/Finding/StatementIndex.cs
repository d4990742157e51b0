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

    public ScoreBoard.Pool Boards { get; private set; } = new(0);

    public static StatementIndex Build(KnowledgeSnapshot knowledge, Lexicon lexicon, QuestionReader reader, WordVectors vectors, Func<Fact, string, string> sentence)
    {
        var index = new StatementIndex(vectors);
        var texts = new List<(Statement Statement, List<List<Token>> Tokens, List<List<Token>> Questions)>();
        foreach (var fact in knowledge.Facts)
            texts.Add((new Statement(fact) { Number = texts.Count }, [.. knowledge.Languages.Select(l => Tokenizer.Cut(sentence(fact, l.Code) + "\n" + fact.Keywords?[l.Code]))], Cut(fact.Questions)));
        foreach (var article in knowledge.Articles)
            texts.Add((new Statement(article) { Number = texts.Count }, [.. knowledge.Languages.Select(l => Tokenizer.Cut(article.Title[l.Code] + "\n" + article.Text[l.Code]))], Cut(article.Questions)));
        foreach (var (_, languages, questions) in texts)
        {
            foreach (var tokens in languages.Concat(questions))
            {
                foreach (var token in tokens)
                    lexicon.AddWord(token.Stem);
            }
        }
        lexicon.Freeze();
        var clues = new List<List<uint>>[texts.Count];
        foreach (var (statement, languages, _) in texts)
        {
            clues[statement.Number] = [];
            index.Add(statement, languages, reader, clues[statement.Number]);
            index.byId[statement.Id] = statement;
            index.statements.Add(statement);
        }
        var held = new List<HashSet<int>>(index.statements.Count);
        for (var number = 0; number < index.statements.Count; number++)
        {
            held.Add(index.AddPhrases(number, texts[number].Questions, reader, clues[number]));
            index.Vectors.Add(clues[number]);
        }
        index.terms.Freeze();
        index.Weigh(held);
        index.Vectors.Freeze();
        return index;
    }

    private static List<List<Token>> Cut(IReadOnlyDictionary<string, IReadOnlyList<string>> questions) => [.. questions.Values.SelectMany(q => q).Select(Tokenizer.Cut)];

    private void Add(Statement statement, List<List<Token>> languages, QuestionReader reader, List<List<uint>> clues)
    {
        var held = new HashSet<int>();
        var entities = new HashSet<Entity>();
        bool hasNumber = statement.Fact?.Value?.Number is not null, hasYear = false;
        foreach (var tokens in languages)
        {
            var mentions = reader.Mentions(tokens);
            clues.Add(Read(tokens, mentions));
            foreach (var mention in mentions)
            {
                if (TermOf(mention.Meaning) is not (>= 0 and var term))
                    continue;
                held.Add(term);
                if (mention.Meaning.Entity is { } entity)
                    entities.Add(entity);
            }
            foreach (var token in tokens)
            {
                held.Add(terms.Of(token));
                if (token.Number is >= 1900 and <= 2100)
                    hasYear = true;
                else if (token.Number is not null)
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
        statement.Hold(held, entities, hasNumber || held.Any(terms.IsCount), hasYear);
    }

    // Reads the ways of asking for a statement; returns every term that it or they hold.
    private HashSet<int> AddPhrases(int number, List<List<Token>> questions, QuestionReader reader, List<List<uint>> clues)
    {
        var all = statements[number].Terms.ToHashSet();
        foreach (var tokens in questions)
        {
            var mentions = reader.Mentions(tokens);
            var wording = Wording.Read(tokens, mentions, terms);
            clues.Add(Read(tokens, mentions));
            foreach (var sign in wording.Signs)
                all.Add(sign.Term);
            Phrases.Add(number, wording);
        }
        return all;
    }

    private static List<uint> Read(List<Token> tokens, List<Mention> mentions)
    {
        var clues = new List<uint>(tokens.Count * 4);
        Clues.Read(tokens, mentions, clues);
        return clues;
    }

    private void Weigh(List<HashSet<int>> held)
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
        Boards = new ScoreBoard.Pool(statements.Count);
        rarity = [.. frequency.Select(f => (float)Math.Log(1 + ((double)statements.Count / (1 + f))))];
        Phrases.Freeze(terms.Count, rarity);
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
