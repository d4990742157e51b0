using Cica.Answers.Finding.Vectors;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Finding;

/// <summary>A statement that can be found by its words: a fact or an article.</summary>
internal sealed record Statement(Fact? Fact, Article? Article)
{
    /// <summary>Its number in the index.</summary>
    public int Number { get; set; }

    public string Id => Fact?.Id ?? Article!.Id;

    public FactStatus Status => Fact?.Status ?? Article!.Status;

    public Entity? Author => Fact is null ? Article!.Author : Fact.Author;

    /// <summary>Distinct terms it holds, sorted.</summary>
    public int[] Terms { get; set; } = [];

    /// <summary>Entities it is about first of all: the subject, the value.</summary>
    public required Entity[] Core { get; init; }

    /// <summary>Every entity it names.</summary>
    public HashSet<string> Entities { get; } = new(StringComparer.Ordinal);

    /// <summary>Places it names.</summary>
    public string[] Places { get; set; } = [];

    /// <summary>Persons, states, organisations and bodies it names.</summary>
    public string[] Actors { get; set; } = [];

    /// <summary>It holds a number that is no year.</summary>
    public bool HasNumber { get; set; }

    /// <summary>It holds a year.</summary>
    public bool HasYear { get; set; }
}

/// <summary>Words, concepts and entities of all statements, inverted: built once with the snapshot.</summary>
internal sealed class StatementIndex
{
    private StatementIndex(WordVectors vectors) => Vectors = new StatementVectors(vectors);

    private readonly Terms terms = new();
    private readonly List<Statement> statements = [];
    private readonly Dictionary<string, Statement> byId = new(StringComparer.Ordinal);
    private int[][] postings = [];
    private float[] rarity = [];

    public IReadOnlyList<Statement> Statements => statements;

    /// <summary>The ways of asking.</summary>
    public Phrasebook Phrases { get; } = new();

    /// <summary>Where they point.</summary>
    public StatementVectors Vectors { get; }

    public Terms Terms => terms;

    /// <summary>How telling each term is: high for rare ones.</summary>
    public float[] Rarities => rarity;

    public static StatementIndex Build(KnowledgeSnapshot knowledge, Lexicon lexicon, QuestionReader reader, WordVectors vectors, Func<Fact, string, string> sentence)
    {
        var index = new StatementIndex(vectors);
        var texts = new List<(Statement Statement, List<List<Token>> Tokens, List<List<Token>> Questions)>();
        foreach (var fact in knowledge.Facts)
        {
            var core = fact.Value?.Entity is { } value ? new[] { fact.Subject, value } : [fact.Subject];
            var statement = new Statement(fact, null) { Core = core };
            texts.Add((statement, [.. knowledge.Languages.Select(l => Tokenizer.Cut(sentence(fact, l.Code) + "\n" + fact.Keywords?[l.Code]))], Cut(fact.Questions)));
        }
        foreach (var article in knowledge.Articles)
        {
            var statement = new Statement(null, article) { Core = [.. article.About] };
            texts.Add((statement, [.. knowledge.Languages.Select(l => Tokenizer.Cut(article.Title[l.Code] + "\n" + article.Text[l.Code]))], Cut(article.Questions)));
        }
        foreach (var (_, languages, questions) in texts)
        {
            foreach (var tokens in languages.Concat(questions))
            {
                foreach (var token in tokens)
                    lexicon.AddWord(token.Stem);
            }
        }
        lexicon.Freeze();
        var scratch = new List<int>();
        var clues = new List<List<uint>>[texts.Count];
        for (var number = 0; number < texts.Count; number++)
        {
            var (statement, languages, _) = texts[number];
            var set = new HashSet<int>();
            clues[number] = [];
            foreach (var tokens in languages)
            {
                var mentions = reader.Mentions(tokens, scratch);
                index.Collect(tokens, mentions, set, statement.Entities);
                clues[number].Add(Read(tokens, mentions));
            }
            foreach (var entity in statement.Core.Concat(statement.Fact?.About ?? []))
            {
                set.Add(index.terms.Entity(entity.Id));
                statement.Entities.Add(entity.Id);
            }
            if (statement.Author is { } author)
            {
                set.Add(index.terms.Entity(author.Id));
                statement.Entities.Add(author.Id);
            }
            if (statement.Fact is { } fact)
                set.Add(index.terms.Concept(fact.Property.Id));
            statement.Places = [.. statement.Entities.Where(e => knowledge.Entities[e].Kind == EntityKind.Place)];
            statement.Actors = [.. statement.Entities.Where(e => knowledge.Entities[e].Kind is EntityKind.Person or EntityKind.State or EntityKind.ExternalOrganisation or EntityKind.Body)];
            var numbers = languages.SelectMany(l => l).Where(t => t.Number is not null).Select(t => t.Number!.Value).ToArray();
            statement.HasYear = numbers.Any(n => n is >= 1900 and <= 2100);
            statement.HasNumber = numbers.Any(n => n is < 1900 or > 2100) || statement.Fact?.Value?.Number is not null || set.Any(index.terms.IsCount);
            statement.Terms = [.. set.Order()];
            statement.Number = index.statements.Count;
            index.byId[statement.Id] = statement;
            index.statements.Add(statement);
        }
        var held = new List<HashSet<int>>(index.statements.Count);
        for (var number = 0; number < index.statements.Count; number++)
            {
            held.Add(index.AddPhrases(number, texts[number].Questions, reader, scratch, clues[number]));
            index.Vectors.Add(clues[number]);
        }
        index.terms.Freeze();
        index.Weigh(held);
        index.Vectors.Freeze();
        return index;
    }

    private static List<List<Token>> Cut(IReadOnlyDictionary<string, IReadOnlyList<string>> questions) => [.. questions.Values.SelectMany(q => q).Select(Tokenizer.Cut)];

    // Reads the ways of asking for a statement; returns every term that it or they hold.
    private HashSet<int> AddPhrases(int number, List<List<Token>> questions, QuestionReader reader, List<int> scratch, List<List<uint>> clues)
    {
        var all = statements[number].Terms.ToHashSet();
        foreach (var tokens in questions)
        {
            var mentions = reader.Mentions(tokens, scratch);
            var wording = Wording.Read(tokens, mentions, terms);
            clues.Add(Read(tokens, mentions));
            all.UnionWith(wording.Units.SelectMany(u => u.Signs).Select(s => s.Term));
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
        var lists = new List<int>[terms.Count];
        var frequency = new int[terms.Count];
        for (var number = 0; number < statements.Count; number++)
        {
            foreach (var term in held[number])
                frequency[term]++;
            foreach (var term in statements[number].Terms)
                (lists[term] ??= new List<int>(4)).Add(number);
        }
        postings = [.. lists.Select(l => l is null ? [] : l.ToArray())];
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

    public int[] Postings(int term) => postings[term];

    private void Collect(List<Token> tokens, List<Mention> mentions, HashSet<int> into, HashSet<string>? entities)
    {
        foreach (var mention in mentions)
        {
            if (TermOf(mention.Meaning) is not (>= 0 and var term))
                continue;
            into.Add(term);
            if (mention.Meaning.Kind == MeaningKind.Entity)
                entities?.Add(mention.Meaning.Id);
        }
        foreach (var token in tokens)
            into.Add(terms.Of(token));
    }
}
