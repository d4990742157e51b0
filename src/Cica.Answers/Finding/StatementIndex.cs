using System.Runtime.InteropServices;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Finding;

/// <summary>A statement that can be found by its words: a fact or an article.</summary>
internal sealed record Statement(Fact? Fact, Article? Article)
{
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

    /// <summary>The terms of each question an article answers.</summary>
    public List<int[]> Questions { get; } = [];
}

/// <summary>Words, concepts and entities of all statements, inverted: built once with the snapshot.</summary>
internal sealed class StatementIndex
{
    private readonly Dictionary<string, int> terms = new(StringComparer.Ordinal);
    private readonly List<List<int>> postings = [];
    private readonly HashSet<int> numberWords = [];
    private readonly List<Statement> statements = [];
    private readonly Dictionary<string, Statement> byFact = new(StringComparer.Ordinal);
    private double[] rarity = [];

    public IReadOnlyList<Statement> Statements => statements;

    public static StatementIndex Build(KnowledgeSnapshot knowledge, Lexicon lexicon, QuestionReader reader, Func<Fact, string, string> sentence)
    {
        var index = new StatementIndex();
        var texts = new List<(Statement Statement, List<List<Token>> Tokens)>();
        foreach (var fact in knowledge.Facts)
        {
            var core = fact.Value?.Entity is { } value ? new[] { fact.Subject, value } : [fact.Subject];
            var statement = new Statement(fact, null) { Core = core };
            texts.Add((statement, [.. knowledge.Languages.Select(l => Tokenizer.Cut(sentence(fact, l.Code) + "\n" + fact.Keywords?[l.Code]))]));
        }
        foreach (var article in knowledge.Articles)
        {
            var statement = new Statement(null, article) { Core = [.. article.About] };
            texts.Add((statement, [.. knowledge.Languages.Select(l => Tokenizer.Cut(article.Title[l.Code] + "\n" + article.Text[l.Code]))]));
        }
        foreach (var (_, languages) in texts)
        {
            foreach (var tokens in languages)
            {
                foreach (var token in tokens)
                    lexicon.AddWord(token.Stem);
            }
        }
        lexicon.Freeze();
        var scratch = new List<int>();
        foreach (var (statement, languages) in texts)
        {
            var set = new HashSet<int>();
            foreach (var tokens in languages)
                index.Collect(tokens, reader.Mentions(tokens, scratch), set, statement.Entities);
            foreach (var entity in statement.Core.Concat(statement.Fact?.About ?? []))
            {
                set.Add(index.Term("e:" + entity.Id));
                statement.Entities.Add(entity.Id);
            }
            if (statement.Author is { } author)
            {
                set.Add(index.Term("e:" + author.Id));
                statement.Entities.Add(author.Id);
            }
            if (statement.Fact is { } fact)
                set.Add(index.Term("c:" + fact.Property.Id));
            if (statement.Article is { } article)
            {
                foreach (var question in article.Questions.Values.SelectMany(q => q))
                {
                    var tokens = Tokenizer.Cut(question);
                    var own = new HashSet<int>();
                    index.Collect(tokens, reader.Mentions(tokens, scratch), own, null);
                    statement.Questions.Add([.. own]);
                    set.UnionWith(own);
                }
            }
            statement.Places = [.. statement.Entities.Where(e => knowledge.Entities[e].Kind == EntityKind.Place)];
            statement.Actors = [.. statement.Entities.Where(e => knowledge.Entities[e].Kind is EntityKind.Person or EntityKind.State or EntityKind.ExternalOrganisation or EntityKind.Body)];
            var numbers = languages.SelectMany(l => l).Where(t => t.Number is not null).Select(t => t.Number!.Value).ToArray();
            statement.HasYear = numbers.Any(n => n is >= 1900 and <= 2100);
            statement.HasNumber = numbers.Any(n => n is < 1900 or > 2100) || statement.Fact?.Value?.Number is not null || set.Any(t => index.IsNumberWord(t));
            statement.Terms = [.. set.Order()];
            var number = index.statements.Count;
            index.statements.Add(statement);
            if (statement.Fact is not null)
                index.byFact[statement.Fact.Id] = statement;
            foreach (var term in statement.Terms)
                index.postings[term].Add(number);
        }
        var count = index.statements.Count;
        index.rarity = [.. index.postings.Select(p => Math.Log(1 + ((double)count / (1 + p.Count))))];
        return index;
    }

    /// <summary>The statement of a fact.</summary>
    public Statement? Of(Fact fact) => byFact.GetValueOrDefault(fact.Id);

    /// <summary>The key of the term a meaning stands for; null where it stands for none.</summary>
    public static string? KeyOf(Meaning meaning) => meaning.Kind switch
    {
        // What is asked as compulsory is told as voluntary.
        MeaningKind.Concept when meaning.Id == "compulsory" => "c:voluntary",
        MeaningKind.Concept when !meaning.Id.Contains('.') => "c:" + meaning.Id,
        MeaningKind.Entity => "e:" + meaning.Id,
        MeaningKind.Synonym => "y:" + meaning.Id,
        MeaningKind.Month => "m:" + meaning.Number,
        MeaningKind.Number => "n:" + meaning.Number,
        _ => null,
    };

    /// <summary>The term under a key ("e:baku", "c:chair", "w:corridor"), or -1.</summary>
    public int Find(string key) => terms.TryGetValue(key, out var term) ? term : -1;

    public int FindWord(string stem) => Find("w:" + stem);

    /// <summary>How telling a term is: high for rare ones.</summary>
    public double Rarity(int term) => rarity[term];

    public IReadOnlyList<int> Postings(int term) => postings[term];

    private void Collect(List<Token> tokens, List<Mention> mentions, HashSet<int> into, HashSet<string>? entities)
    {
        foreach (var mention in mentions)
        {
            if (KeyOf(mention.Meaning) is not { } key)
                continue;
            into.Add(Term(key));
            if (mention.Meaning.Kind == MeaningKind.Entity)
                entities?.Add(mention.Meaning.Id);
        }
        foreach (var token in tokens)
            into.Add(Term(token.Number is { } number ? "n:" + number : "w:" + token.Stem));
    }

    private bool IsNumberWord(int term) => numberWords.Contains(term);

    private int Term(string key)
    {
        ref var term = ref CollectionsMarshal.GetValueRefOrAddDefault(terms, key, out var exists);
        if (!exists)
        {
            term = postings.Count;
            if (key.StartsWith("n:", StringComparison.Ordinal) && key.Length < 6 && key != "n:1")
                numberWords.Add(term);
            postings.Add([]);
        }
        return term;
    }
}
