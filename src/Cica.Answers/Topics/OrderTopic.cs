using Cica.Answers.Composing;
using Cica.Answers.Finding;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Topics;

/// <summary>"Which came first, the Secretariat or the Catalogue?": two dated things put in order.</summary>
internal sealed class OrderTopic : ITopic
{
    private static readonly EntityKind[] Dated = [EntityKind.Meeting, EntityKind.Document, EntityKind.Body, EntityKind.Organ];
    private static readonly string[] Beginnings = ["held", "adopted", "established", "founded", "signed"];

    public IEnumerable<Candidate> Read(Asking asking)
    {
        var frame = asking.Frame;
        if (!frame.HasAny("order.first", "order.earlier", "order.later", "order.before", "order.after", "ask.compare"))
            yield break;
        var entities = frame.AllEntities.Where(e => Dated.Contains(e.Kind)).Distinct().ToArray();
        if (entities.Length != 2)
            yield break;
        var facts = entities.Select(e => Beginning(asking, e)).OfType<Fact>().ToArray();
        if (facts.Length != 2)
            yield break;
        var used = new Used().Concepts("order.first", "order.earlier", "order.later", "order.before", "order.after", "ask.compare", "established", "adopt", "held", "meeting", "document", "order.last", "handover")
            .Entity(entities[0]).Entity(entities[1]);
        yield return new Candidate("order", asking.Coverage(used, facts), $"{entities[0].Id} or {entities[1].Id} first", d => Tell(d, facts, entities, frame), "order");
    }

    private static Fact? Beginning(Asking asking, Entity entity)
    {
        foreach (var property in Beginnings)
        {
            foreach (var fact in asking.Knowledge.Of(entity.Id, property))
            {
                if (fact.From is not null && fact.Begun(asking.AsOf) && fact.Status != FactStatus.Planned)
                    return fact;
            }
        }
        return null;
    }

    private static void Tell(Draft draft, Fact[] facts, Entity[] entities, Frame frame)
    {
        var words = draft.Words;
        var inOrder = facts.OrderBy(f => f.From!.Value).ToArray();
        if (frame.Asks(Ask.YesNo) && frame.HasAny("order.before", "order.after", "order.earlier", "order.later"))
        {
            var firstNamed = inOrder[0].Subject == entities[0];
            var claim = frame.HasAny("order.before", "order.earlier");
            draft.Line(words.Text(firstNamed == claim ? "word.yes" : "word.no") + " " + words.Text("order.first-was", ("thing", words.Name(inOrder[0].Subject))));
        }
        else
        {
            draft.Line(words.Text("order.first-was", ("thing", words.Name(inOrder[0].Subject))));
        }
        foreach (var fact in inOrder)
        {
            draft.Tell(fact);
            draft.Told.Add(fact.Subject);
        }
        draft.Suggest("suggest.chair").Suggest("suggest.next-summit");
    }
}
