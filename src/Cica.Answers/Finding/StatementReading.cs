using Cica.Answers.Understanding;
using Cica.Knowledge.Model;

namespace Cica.Answers.Finding;

/// <summary>What one statement holds by its own texts, while the index is built.</summary>
/// <param name="statement">The statement.</param>
/// <param name="terms">Numbers what it holds.</param>
internal sealed class StatementReading(Statement statement, Terms terms)
{
    private readonly HashSet<int> held = [];
    private readonly HashSet<Entity> entities = [];
    private bool hasNumber = statement.Fact?.Value?.Number is not null;
    private bool hasYear;

    /// <summary>Reads one of its own texts.</summary>
    public void Read(List<Token> tokens, List<Mention> mentions)
    {
        foreach (var mention in mentions)
        {
            // "Sixteen"; 1 is also an article.
            hasNumber |= mention.Meaning is { Kind: MeaningKind.Number, Number: > 1 and < 1000 };
            if (StatementIndex.TermOf(mention.Meaning, terms) is not (>= 0 and var term))
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

    /// <summary>Adds what it is of besides what its texts say.</summary>
    public void End()
    {
        foreach (var entity in statement.Core.Concat(statement.Fact?.About ?? []).Concat(statement.Author is { } author ? [author] : []))
        {
            held.Add(terms.Entity(entity.Id));
            entities.Add(entity);
        }
        if (statement.Fact is { } fact)
            held.Add(terms.Concept(fact.Property.Id));
    }

    /// <summary>Tells the statement, once the terms have their last numbers.</summary>
    /// <param name="numbers">The last number of each term.</param>
    /// <param name="all">All terms.</param>
    public void Tell(int[] numbers, Terms all) => statement.Hold(held.Select(term => numbers[term]), entities, all, hasNumber, hasYear);

    // "4 June", "June 4": a day is no count.
    private static bool IsDay(List<Mention> mentions, int token)
    {
        foreach (var mention in mentions)
        {
            if (mention.Meaning.Kind == MeaningKind.Month && (mention.Start == token + 1 || mention.End == token))
                return true;
        }
        return false;
    }
}
