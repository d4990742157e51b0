using Cica.Answers.Understanding;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Finding;

/// <summary>The texts of one statement while the index is built: its own in each language, and the ways of asking for it.</summary>
internal sealed class StatementTexts
{
    private readonly string[] texts;
    private readonly int own;

    private StatementTexts(Statement statement, string[] own, IReadOnlyDictionary<string, IReadOnlyList<string>> questions)
    {
        Statement = statement;
        this.own = own.Length;
        texts = [.. own, .. questions.Values.SelectMany(q => q)];
    }

    public Statement Statement { get; }

    /// <summary>How many texts there are.</summary>
    public int Count => texts.Length;

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

    /// <summary>It says a text itself; with the others it is asked for.</summary>
    public bool IsOwn(int text) => text < own;

    /// <summary>The words of a text.</summary>
    public List<Token> Cut(int text, WordMemo memo) => Tokenizer.Cut(texts[text], memo);
}
