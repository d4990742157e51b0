using Cica.Answers.Composing;
using Cica.Answers.Finding;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Topics;

/// <summary>Everything told by a single fact or article, found by what the question shares with it.</summary>
internal sealed class StatementTopic : ITopic
{
    public IEnumerable<Candidate> Read(Asking asking)
    {
        var found = StatementFinder.Best(asking, null, null, 5);
        if (found.Count == 0)
            yield break;
        var best = found[0];
        if (Contradicted(asking, best) is { } contradiction)
            yield return contradiction;
        // Close seconds about the same thing are told along: "who proposed it, and when was it set up?" often stands in two facts.
        var along = found.Skip(1).Where(f => f.Score > best.Score - 0.05 && f.Statement.Fact is not null && best.Statement.Fact is not null
            && (f.Statement.Core[0] == best.Statement.Core[0] || (f.Statement.Fact.Property == best.Statement.Fact.Property && f.Statement.Fact.From is not null && Equals(f.Statement.Fact.From, best.Statement.Fact.From))) && f.Statement.Status != FactStatus.Opinion).Take(2).Select(f => f.Statement.Fact!).ToArray();
        var score = Math.Min(best.Score, 1.01);
        // A yes or no must rest on nearly the whole question; two statements on different things that fit alike are a guess.
        if (score < 0.92 && OnlyYesNo(asking.Frame))
            score -= 0.15;
        else if (score < 0.95 && found.Count > 1 && found[1].Score > best.Score - 0.015 && found[1].Statement.Core.Length > 0 && found[1].Statement.Core[0] != best.Statement.Core[0]
            && found[1].Statement.Fact?.Property != best.Statement.Fact?.Property)
            score -= 0.08;
        yield return new Candidate("statement", score, string.Join(", ", found.Select(f => $"{f.Statement.Id} {f.Score:0.00}")), d => Tell(d, asking, best.Statement, along), "statement:" + best.Statement.Id);
    }

    private static readonly string[] Exclusive = ["seat", "held", "host", "dimension", "adopted", "signed", "head", "initiative"];

    // "Is CICA based in Shanghai?": all but the place fits a statement that names another one, so the answer is no.
    private static Candidate? Contradicted(Asking asking, Found best)
    {
        var frame = asking.Frame;
        if (!frame.Asks(Ask.YesNo) || frame.Asks(Ask.When | Ask.Who | Ask.HowMany | Ask.Which))
            return null;
        var named = frame.AllEntities.Where(e => e.Kind is EntityKind.Place or EntityKind.State).Distinct().ToArray();
        if (named.Length != 1 || best.Statement.Entities.Contains(named[0].Id))
            named = named.Length == 1 ? named : [];
        if (named.Length != 1)
            return null;
        foreach (var found in StatementFinder.Best(asking, null, new Used().Entity(named[0]), 6))
        {
            if (found.Statement.Fact is not { } fact || !Exclusive.Contains(fact.Property.Id) || fact.EndedBy(asking.AsOf) || found.Score < 0.7 || found.Statement.Entities.Contains(named[0].Id))
                continue;
            if (fact.Value?.Entity?.Kind == named[0].Kind)
                return new Candidate("statement", Math.Min(found.Score, 1) - 0.05, "another value: " + fact.Id, d => d.Tell(fact, d.Words.Text("word.no")), "statement:" + fact.Id);
        }
        return null;
    }

    private static void Tell(Draft draft, Asking asking, Statement statement, Fact[] along)
    {
        if (statement.Fact is { } fact)
        {
            draft.Tell(fact, Lead(draft, asking.Frame, fact));
            foreach (var more in along)
            {
                if (draft.Lines.Sum(l => l.Length) < 260)
                    draft.Tell(more);
            }
            if (fact.Property.Id == "not-known")
                draft.Outcome = Outcome.Unknown;
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

    private static bool OnlyYesNo(Frame frame) =>
        frame.Asks(Ask.YesNo) && !frame.Asks(Ask.When | Ask.Where | Ask.Who | Ask.HowMany | Ask.Which | Ask.What | Ask.Why | Ask.How);

    // A yes/no question about a plan or a proposal is answered by what it is; only what is in force can be a yes.
    internal static string? Lead(Draft draft, Frame frame, Fact fact)
    {
        if (!OnlyYesNo(frame))
            return null;
        if (fact.Status is FactStatus.Opinion or FactStatus.Proposed or FactStatus.Planned or FactStatus.Disputed)
            return null;
        // "Is it compulsory?" of something voluntary.
        if (frame.Has("compulsory") && !frame.Has("voluntary"))
            return draft.Words.Text("word.no");
        return Negative(fact) ? draft.Words.Text("word.no") : draft.Words.Text("word.yes");
    }

    private static readonly string[] Denials =
        [" is not a", " are not a", " has not ", " had not ", " does not ", " do not ", " did not ", " cannot ", "never ", "no longer", " nothing ", " was not a", " is no ", " has no ", " no organ", "not been "];

    private static bool Negative(Fact fact)
    {
        // What is said of unknown days and undisclosed details is no denial.
        var text = fact.Say?["en"];
        return text is not null && Denials.Any(d => text.Contains(d, StringComparison.Ordinal));
    }
}
