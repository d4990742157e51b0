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
        var offered = 0;
        for (var i = 0; i < found.Count && offered < (asking.Frame.IsFollowUp ? MostContinuing : MostOffered); i++)
        {
            if (found[i].Statement.Fact is null && !asking.IsLike(found[i].Statement))
                continue;
            offered++;
            yield return Offer(asking, found[i], Along(found, found[i]));
        }
    }

    private static Candidate Offer(Asking asking, Found found, Fact[] along) =>
        new("statement", found.Share, "", d => Tell(d, asking, found.Statement, along), found.Statement.Key) { Found = found };

    // Two close seconds about the same thing are told along: "who proposed it, and when was it set up?" often stands in two facts.
    private static Fact[] Along(List<Found> found, Found one)
    {
        Fact? first = null;
        foreach (var other in found)
        {
            if (other.Statement == one.Statement || other.Score > one.Score || other.Score <= one.Score - CloseBy || !BelongTogether(other.Statement, one.Statement))
                continue;
            if (first is not null)
                return [first, other.Statement.Fact!];
            first = other.Statement.Fact;
        }
        return first is null ? [] : [first];
    }

    private const int MostOffered = 5;

    // What the turn before spoke of decides among more of them; and what it told may hold the next thing asked as well.
    private const int MostContinuing = 9;

    private const double CloseBy = 1.5;

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
            var lead = Verdict.Of(draft, asking, fact);
            var changes = Verdict.Changes(asking, fact);
            foreach (var one in changes)
                draft.Tell(one, one == changes[0] ? lead : null);
            draft.Tell(fact, changes.Length == 0 ? lead : null);
            foreach (var more in along)
            {
                if (draft.Length < 260)
                    draft.Tell(more);
            }
            draft.Told.Add(fact.Subject);
            if (fact.Value?.Entity is { } value && value != fact.Subject)
                draft.Told.Add(value);
            else if (asking.Frame.HasAny("order.before", "order.after", "order.previous", "order.next") && Beside(asking, fact) is { } beside)
                draft.Told.Add(beside);
            // A statement on CICA as a whole tells of nobody; what is told along with it may.
            if (draft.Told.TrueForAll(e => e.Kind == EntityKind.Organisation) && along.Select(static a => a.Value?.Entity).FirstOrDefault(static e => e?.Kind is EntityKind.State or EntityKind.Person) is { } who)
                draft.Told.Add(who);
        }
        else
        {
            draft.Line(statement.Article!.Text[draft.Words.Code]).Cite(statement.Article);
            draft.Told.AddRange(statement.Article.About.Take(2));
        }
        draft.Suggest("suggest.chair").Suggest("suggest.next-summit");
    }

    private static Entity? Beside(Asking asking, Fact fact) => fact.About.FirstOrDefault(e => e.Kind == fact.Subject.Kind && !asking.Named.Contains(e));
}
