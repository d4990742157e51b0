using Cica.Answers.Composing;
using Cica.Answers.Finding;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;

namespace Cica.Answers.Topics;

/// <summary>Everything told by a single fact or article, found by what the question shares with it.</summary>
internal sealed class StatementTopic : ITopic
{
    public IEnumerable<Candidate> Read(Asking asking)
    {
        var found = StatementFinder.Best(asking, null, null, 4);
        foreach (var (statement, score) in found)
            yield return new Candidate("statement", score, statement.Id, d => Tell(d, asking, statement), "statement:" + statement.Id);
    }

    private static void Tell(Draft draft, Asking asking, Statement statement)
    {
        if (statement.Fact is { } fact)
        {
            draft.Tell(fact, Lead(draft, asking.Frame, fact));
            draft.Told.Add(fact.Subject);
            if (fact.Value?.Entity is { } value && value != fact.Subject)
                draft.Told.Add(value);
        }
        else
        {
            draft.Line(statement.Article!.Text[draft.Words.Code]).Cite(statement.Article);
            draft.Told.AddRange(statement.Article.About.Take(2));
        }
        draft.Suggest("suggest.chair").Suggest("suggest.next-summit");
    }

    // A yes/no question about a plan or a proposal is answered by what it is; only what is in force can be a yes.
    private static string? Lead(Draft draft, Frame frame, Fact fact)
    {
        if (!frame.Asks(Ask.YesNo) || frame.Asks(Ask.When | Ask.Where | Ask.Who | Ask.HowMany | Ask.Which | Ask.What | Ask.Why | Ask.How))
            return null;
        if (fact.Status is FactStatus.Opinion or FactStatus.Proposed or FactStatus.Planned or FactStatus.Disputed)
            return null;
        return Negative(fact) ? draft.Words.Text("word.no") : draft.Words.Text("word.yes");
    }

    private static bool Negative(Fact fact)
    {
        var text = fact.Say?["en"];
        return text is not null && (text.Contains(" not ", StringComparison.Ordinal) || text.Contains(" no ", StringComparison.Ordinal) || text.Contains("never", StringComparison.Ordinal)
            || text.Contains("voluntary", StringComparison.Ordinal) || text.StartsWith("No ", StringComparison.Ordinal) || text.Contains("nothing", StringComparison.Ordinal));
    }
}
