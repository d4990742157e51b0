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
        var found = asking.Ranked;
        if (found.Count == 0)
            yield break;
        var best = found[0];
        if (Contradicted(asking, best) is { } contradiction)
            yield return contradiction;
        foreach (var one in found.Where(f => f.Statement.Fact is not null || asking.IsLike(f.Statement)).Take(MostOffered))
        {
            // Close seconds about the same thing are told along: "who proposed it, and when was it set up?" often stands in two facts.
            var along = found.Where(f => f.Statement != one.Statement && f.Score <= one.Score && f.Score > one.Score - CloseBy && BelongTogether(f.Statement, one.Statement)).Take(2).Select(f => f.Statement.Fact!).ToArray();
            yield return new Candidate("statement", one.Share, $"{one.Statement.Id} {one.Score:0.00}", d => Tell(d, asking, one.Statement, along), "statement:" + one.Statement.Id);
        }
    }

    private const int MostOffered = 3;

    private const double CloseBy = 1.5;

    // The share of a yes/no question that a statement must say itself to be a yes.
    private const float Confirmed = 0.7f;

    private static bool BelongTogether(Statement one, Statement other) =>
        one.Fact is { } fact && other.Fact is { } with && one.Status != FactStatus.Opinion
        && (one.Core[0] == other.Core[0] || (fact.Property == with.Property && fact.From is not null && Equals(fact.From, with.From)));

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
            if (found.Statement.Fact is not { } fact || !Exclusive.Contains(fact.Property.Id) || fact.EndedBy(asking.AsOf) || found.Share < 0.7 || found.Statement.Entities.Contains(named[0].Id))
                continue;
            if (fact.Value?.Entity?.Kind == named[0].Kind)
                return new Candidate("statement", Math.Min(found.Share, 1) - 0.05, "another value: " + fact.Id, d => d.Tell(fact, d.Words.Text("word.no")), "statement:" + fact.Id);
        }
        return null;
    }

    private static void Tell(Draft draft, Asking asking, Statement statement, Fact[] along)
    {
        if (statement.Fact is { } fact)
        {
            draft.Tell(fact, Lead(draft, asking, fact));
            foreach (var more in along)
            {
                if (draft.Lines.Sum(l => l.Length) < 260)
                    draft.Tell(more);
            }
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
    internal static string? Lead(Draft draft, Asking asking, Fact fact)
    {
        var frame = asking.Frame;
        if (!OnlyYesNo(frame))
            return null;
        // That somebody said so is a yes to whether they said so.
        if (fact.Author is { } author && frame.AllEntities.Contains(author) && asking.Says(fact) >= Confirmed)
            return draft.Words.Text("word.yes");
        if (fact.Status is FactStatus.Opinion or FactStatus.Proposed or FactStatus.Planned or FactStatus.Disputed)
            return null;
        // "Is it compulsory?" of something voluntary.
        if (frame.Has("compulsory") && !frame.Has("voluntary"))
            return draft.Words.Text("word.no");
        // What the statement does not say itself is no yes.
        if (!Negative(fact) && asking.Says(fact) < Confirmed)
            return null;
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
