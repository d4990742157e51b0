using Cica.Answers.Composing;
using Cica.Answers.Finding;
using Cica.Answers.Following;
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
        var entities = frame.AllEntities.Where(e => Dated.Contains(e.Kind) || (e.Kind == EntityKind.State && BeginsOf(frame) is not null)).Distinct().ToArray();
        if (entities.All(e => e.Kind == EntityKind.State))
            yield break;
        if (entities.Length != 2)
            yield break;
        // "And did it meet after that?": a council came before its own meeting.
        if (entities[0].Series == entities[1].Id || entities[1].Series == entities[0].Id)
            yield break;
        // "Was the forum the first one outside China?", after another meeting: "first" compares no two.
        if (frame is { IsFollowUp: true, Inherited.Count: > 0 } && !frame.HasAny("order.earlier", "order.later", "order.before", "order.after", "ask.compare") && !Leaning.SaysSo(frame))
            yield break;
        var facts = entities.Select(e => e.Kind == EntityKind.State ? OfState(asking, e) : Beginning(asking, e)).OfType<Fact>().ToArray();
        // Which of two came first is not known of dates that may be the same.
        if (facts.Length != 2 || !(facts[0].From!.Value.Last < facts[1].From!.Value.First || facts[1].From!.Value.Last < facts[0].From!.Value.First))
            yield break;
        var used = new Used().Concepts("order.first", "order.earlier", "order.later", "order.before", "order.after", "ask.compare", "established", "adopt", "held", "meeting", "document", "order.last", "handover")
            .Entity(entities[0]).Entity(entities[1]);
        if (entities.Any(e => e.Kind == EntityKind.State))
            used.Concepts("chair", "head", "member", "observer", "join");
        yield return new Candidate("order", asking.Coverage(used, facts), $"{entities[0].Id} or {entities[1].Id} first", d => Tell(d, facts, entities, frame), "order", Settles: frame.AsksOnlyYesNo);
    }

    // What of a state has a date: "before Azerbaijan took the chair", "after Kuwait had joined".
    private static string? BeginsOf(Frame frame) => frame.HasAny("chair", "handover") ? "chair" : frame.Has("observer") ? "observer" : frame.HasAny("join", "member") ? "member" : null;

    private static Fact? OfState(Asking asking, Entity state)
    {
        var begins = BeginsOf(asking.Frame)!;
        var all = begins == "chair" ? asking.Knowledge.WithValue(begins, state.Id) : asking.Knowledge.Of(state.Id, begins);
        return all.ToArray().LastOrDefault(f => f.From is not null && f.Begun(asking.AsOf));
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
        var first = facts[0].From!.Value.First <= facts[1].From!.Value.First ? 0 : 1;
        string? lead = null;
        if (frame.WantsYesOrNo && frame.HasAny("order.before", "order.after", "order.earlier", "order.later"))
            lead = Verdict.Word(draft, (first == 0) == frame.HasAny("order.before", "order.earlier"));
        // Of a state it is told what it did first.
        if (entities.All(e => e.Kind != EntityKind.State))
        {
            draft.Line((lead is null ? "" : lead + " ") + words.Text("order.first-was", ("thing", words.Name(entities[first]))));
            lead = null;
        }
        foreach (var at in (int[])[first, 1 - first])
        {
            draft.Tell(facts[at], at == first ? lead : null);
            draft.Told.Add(entities[at]);
        }
        draft.Suggest("suggest.chair").Suggest("suggest.next-summit");
    }
}
