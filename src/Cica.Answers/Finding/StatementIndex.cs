using Cica.Answers.Finding.Vectors;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;

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

    /// <param name="parts">All statements.</param>
    /// <param name="lexicon">All phrases; it gets the words of the statements as well.</param>
    /// <param name="reader">Reads by the lexicon.</param>
    /// <param name="vectors">Where words point.</param>
    public static StatementIndex Build(IndexPart[] parts, Lexicon lexicon, QuestionReader reader, WordVectors vectors)
    {
        var index = new StatementIndex(vectors);
        foreach (var part in parts)
            index.Add(part);
        lexicon.EndPhrases();
        index.Vectors.Reserve(parts);
        // Reading takes nearly all of the time, and each part is by itself; what gets a number gets it in order.
        Parallel.ForEach(parts, part => part.Read(reader, index.Vectors));
        Parallel.Invoke(() => AddWords(parts, lexicon), () => index.Enter(parts));
        return index;
    }

    private static void AddWords(IndexPart[] parts, Lexicon lexicon)
    {
        foreach (var part in parts)
            part.AddWords(lexicon);
        lexicon.Freeze();
    }

    private void Enter(IndexPart[] parts)
    {
        foreach (var part in parts)
            part.EnterOwn(terms);
        foreach (var part in parts)
            part.EnterAsked(terms);
        terms.Freeze();
        Parallel.ForEach(parts, part => part.Tell(terms));
        Weigh(Array.ConvertAll(parts, part => part.Phrases));
    }

    private void Add(IndexPart part)
    {
        foreach (var texts in part.Statements)
        {
            byId[texts.Statement.Id] = texts.Statement;
            statements.Add(texts.Statement);
        }
    }

    private void Weigh(PhrasePart[] phrases)
    {
        var frequency = new int[terms.Count];
        var builder = new Postings.Builder(terms.Count);
        foreach (var statement in statements)
        {
            foreach (var term in statement.Spoken)
                frequency[term]++;
            foreach (var term in statement.Terms)
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
        Phrases.Fill(phrases, Boards, Tables, rarity);
    }

    /// <summary>The statement of a fact.</summary>
    public Statement? Of(Fact fact) => Of(fact.Id);

    /// <summary>The statement of a fact or an article by its id; null for another.</summary>
    public Statement? Of(string id) => byId.GetValueOrDefault(id);

    /// <summary>What a meaning is found by in a statement; what only directs a question is not.</summary>
    public int TermOf(Meaning meaning) => TermOf(meaning, terms);

    /// <summary>The same among other terms.</summary>
    public static int TermOf(Meaning meaning, Terms terms) => meaning.Kind == MeaningKind.Concept && meaning.Id.Contains('.') ? Terms.None : terms.Of(meaning);

    /// <summary>How telling a term is: high for rare ones.</summary>
    public double Rarity(int term) => rarity[term];

    public ReadOnlySpan<int> Postings(int term) => postings.Of(term);
}
