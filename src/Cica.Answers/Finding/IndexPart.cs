using Cica.Answers.Finding.Vectors;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Finding;

/// <summary>
/// Some of the statements while the index is built, in a row. The parts are read side by side, and each numbers what it meets by
/// itself, in the order of meeting. Whoever then takes the parts up one after the other gives every word and term the number it
/// would have got had all been read in a row: the index is the same however many parts there are.
/// </summary>
internal sealed class IndexPart
{
    private readonly ReadOnlyMemory<StatementTexts> statements;
    private readonly WordMemo words = new();
    private readonly Terms own = new();
    private readonly Terms asked = new();
    private readonly StatementReading[] readings;
    private readonly int[][] askedOf;
    private int[] ownNumbers = [];
    private int[] askedNumbers = [];

    private IndexPart(ReadOnlyMemory<StatementTexts> statements)
    {
        this.statements = statements;
        readings = new StatementReading[statements.Length];
        askedOf = new int[statements.Length][];
    }

    /// <summary>The statements.</summary>
    public ReadOnlySpan<StatementTexts> Statements => statements.Span;

    /// <summary>The ways of asking for them.</summary>
    public PhrasePart Phrases { get; } = new();

    /// <summary>All statements, in parts: some more than can be read at once, since none takes quite as long as another.</summary>
    public static IndexPart[] Of(KnowledgeSnapshot knowledge, Func<Fact, string, string> sentence) => Of(knowledge, sentence, Environment.ProcessorCount * 4);

    /// <summary>All statements, in so many parts.</summary>
    public static IndexPart[] Of(KnowledgeSnapshot knowledge, Func<Fact, string, string> sentence, int count)
    {
        var all = StatementTexts.Of(knowledge, sentence);
        var parts = new IndexPart[count];
        // By their texts: some statements have many more than others.
        for (var (i, end, texts, sum) = (0, 0, 0, all.Sum(s => s.Count)); i < count; i++)
        {
            var start = end;
            while (end < all.Length && texts * (long)count < sum * (i + 1L))
                texts += all[end++].Count;
            parts[i] = new IndexPart(all.AsMemory(start..end));
        }
        return parts;
    }

    /// <summary>Cuts the texts and reads what their words mean. A text is done with before the next is cut: so many words are not kept.</summary>
    public void Read(QuestionReader reader, StatementVectors vectors)
    {
        var clues = new List<uint>(64);
        var wording = Wording.Blank();
        var numbers = new NumbersMemo();
        var terms = new HashSet<int>();
        for (var s = 0; s < statements.Length; s++)
        {
            var texts = Statements[s];
            var number = texts.Statement.Number;
            var reading = readings[s] = new StatementReading(texts.Statement, own);
            terms.Clear();
            for (var i = 0; i < texts.Count; i++)
            {
                var tokens = texts.Cut(i, words);
                var mentions = reader.Mentions(tokens, numbers);
                Clues.Read(tokens, mentions, clues);
                vectors.Add(number, i, clues);
                if (texts.IsOwn(i))
                {
                    reading.Read(tokens, mentions);
                    continue;
                }
                wording.Reread(tokens, mentions, asked);
                Phrases.Add(number, wording);
                foreach (var sign in wording.Signs)
                    terms.Add(sign.Term);
            }
            reading.End();
            vectors.End(number);
            askedOf[s] = [.. terms];
        }
    }

    /// <summary>Makes the words of the texts known.</summary>
    public void AddWords(Lexicon lexicon)
    {
        foreach (var (text, stem) in words.All)
            lexicon.AddWord(text, stem);
    }

    /// <summary>Gives the terms of the statements themselves their last numbers.</summary>
    public void EnterOwn(Terms all) => ownNumbers = all.Enter(own);

    /// <summary>Gives those of the ways of asking theirs.</summary>
    public void EnterAsked(Terms all) => askedNumbers = all.Enter(asked);

    /// <summary>Tells the statements what they hold, once all terms have their last numbers.</summary>
    public void Tell(Terms all)
    {
        for (var s = 0; s < statements.Length; s++)
        {
            readings[s].Tell(ownNumbers, all);
            var statement = Statements[s].Statement;
            statement.Spoken = [.. statement.Terms.Union(askedOf[s].Select(term => askedNumbers[term])).Order()];
        }
        Phrases.Renumber(askedNumbers);
    }
}
