using Cica.Answers.Finding.Vectors;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Finding;

/// <summary>The texts of one statement while the index is built: its own in each language, and the ways of asking for it.</summary>
internal sealed class StatementTexts
{
    private readonly string[] texts;
    private readonly int own;
    private readonly (List<Token> Tokens, List<Mention> Mentions)[] read;

    private StatementTexts(Statement statement, string[] own, IReadOnlyDictionary<string, IReadOnlyList<string>> questions)
    {
        Statement = statement;
        this.own = own.Length;
        texts = [.. own, .. questions.Values.SelectMany(q => q)];
        read = new (List<Token>, List<Mention>)[texts.Length];
        Directions = new short[texts.Length][];
    }

    public Statement Statement { get; }

    /// <summary>What it says itself.</summary>
    public ReadOnlySpan<(List<Token> Tokens, List<Mention> Mentions)> Own => read.AsSpan(0, own);

    /// <summary>How it is asked for.</summary>
    public ReadOnlySpan<(List<Token> Tokens, List<Mention> Mentions)> Questions => read.AsSpan(own);

    /// <summary>Where each text points.</summary>
    public short[][] Directions { get; }

    /// <summary>Those of all facts, then of all articles.</summary>
    public static StatementTexts[] Of(KnowledgeSnapshot knowledge, Func<Fact, string, string> sentence) =>
    [
        .. knowledge.Facts.Select((fact, number) => new StatementTexts(
            new Statement(fact) { Number = number },
            [.. knowledge.Languages.Select(l => sentence(fact, l.Code) + "\n" + fact.Keywords?[l.Code])],
            fact.Questions)),
        .. knowledge.Articles.Select((article, i) => new StatementTexts(
            new Statement(article) { Number = knowledge.Facts.Count + i },
            [.. knowledge.Languages.Select(l => article.Title[l.Code] + "\n" + article.Text[l.Code])],
            article.Questions)),
    ];

    /// <summary>Cuts the texts; hands the memo back for the next.</summary>
    public WordMemo Cut(WordMemo memo)
    {
        for (var i = 0; i < texts.Length; i++)
            read[i].Tokens = Tokenizer.Cut(texts[i], memo);
        return memo;
    }

    /// <summary>Makes their words known.</summary>
    public void AddWords(Lexicon lexicon)
    {
        foreach (var (tokens, _) in read)
        {
            foreach (var token in tokens)
                lexicon.AddWord(token.Stem);
        }
    }

    /// <summary>Reads what their words mean, once all words are known.</summary>
    public void Read(QuestionReader reader, StatementVectors vectors)
    {
        var clues = new List<uint>(64);
        for (var i = 0; i < texts.Length; i++)
        {
            read[i].Mentions = reader.Mentions(read[i].Tokens);
            Clues.Read(read[i].Tokens, read[i].Mentions, clues);
            Directions[i] = vectors.Point(clues);
        }
    }
}
