using Cica.Answers.Composing;
using Cica.Answers.Finding;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Topics;

/// <summary>Offices held one after the other: CICA's chair, the head of the Secretariat, the heads of its bodies.</summary>
internal sealed class TenureTopic : ITopic
{
    private static readonly string[] Light =
        ["order.current", "order.ever", "order.alltime", "handover", "number-of-times", "count-word", "cica-noun", "region", "held", "name-word", "ask.when", "member", "planned", "order.since", "states-word", "established"];

    public IEnumerable<Candidate> Read(Asking asking)
    {
        var frame = asking.Frame;
        if (Presumed(asking) is { } presumed)
            yield return presumed;
        if (frame.Asks(Ask.Why | Ask.How) && !frame.Asks(Ask.HowLong | Ask.HowMany))
            yield break;
        if (frame.HasAny("coordinator", "co-coordinator") && frame.AllEntities.Any(e => e.Kind is EntityKind.Area or EntityKind.Dimension))
            yield break;
        var office = frame.HasAny("secretary-general", "executive-director") || (frame.Has("head") && !frame.Has("deputy") && (frame.Has("secretariat-word") || Mentioned(frame, "secretariat")));
        if (office)
            yield return Of(asking, "secretariat", "head", ["head", "chair", "secretary-general", "executive-director", "secretariat-word"]);
        if (frame.Has("deputy"))
            yield return Of(asking, "secretariat", "deputy", ["deputy", "secretary-general", "secretariat-word", "head", "executive-director"]);
        foreach (var body in frame.AllEntities.Where(e => e.Kind is EntityKind.Body or EntityKind.Organ && e.Id != "secretariat").Distinct())
        {
            if (frame.HasAny("head", "chair") && asking.Knowledge.Of(body.Id, "head").Length > 0)
                yield return Of(asking, body.Id, "head", ["head", "chair"]);
        }
        if (!office && !frame.Has("deputy") && frame.HasAny("order.before", "order.after", "order.previous", "handover") && frame.First(EntityKind.Person) is { } person)
        {
            // "Who was Sarybay's predecessor?"
            foreach (var held in asking.Knowledge.WithValue("head", person.Id).ToArray().Select(f => f.Subject.Id).Distinct())
                yield return Of(asking, held, "head", ["head", "chair", "secretariat-word"]);
        }
        if (!(frame.IsFollowUp && asking.Before?.Fact is { Property.Id: "head" or "deputy" }) && !frame.HasAny("chair", "handover", "follow.office") && frame.HasAny("order.before", "order.after", "order.between") && frame.AllEntities.All(e => e.Kind is EntityKind.State or EntityKind.Place) && frame.AllEntities.Length > 0 && frame.Asks(Ask.Who | Ask.Which) && frame.Time is null
            && !frame.HasAny("member", "observer", "coordinator", "summit", "ministerial", "area", "partner", "applicant", "leave", "adopt", "president-word"))
            yield return Of(asking, "cica", "chair", ["chair"]);
        if (frame.Has("head") && frame.NamesCica && !frame.Has("chair") && !office && !frame.Has("deputy") && frame.AllEntities.All(e => e.Kind is EntityKind.State or EntityKind.Place))
            yield return Of(asking, "cica", "chair", ["chair", "head"]);
        if (frame.HasAny("chair", "handover") && !office && !frame.Has("deputy") && !OfAnotherOffice(asking) && !OfThatMeeting(frame) && !OfBody(asking) && !frame.Inherited.Any(IsPresidedOver))
            yield return Of(asking, "cica", "chair", ["chair", "head"]);
    }

    // "Why is Kazakhstan still in the chair?": it is not.
    private static Candidate? Presumed(Asking asking)
    {
        var frame = asking.Frame;
        if (!frame.Asks(Ask.Why) || !frame.HasPlainly("chair") || !frame.Has("order.current") || Turns.IsNegated(frame) || frame.AllEntities.Distinct().ToArray() is not [{ Kind: EntityKind.State } state])
            return null;
        var current = asking.Knowledge.Of("cica", "chair").ToArray().LastOrDefault(f => f.HoldsOn(asking.AsOf) && f.Status is FactStatus.InForce);
        if (current is null || current.Value?.Entity == state)
            return null;
        return new Candidate("tenure", 1, $"{state.Id} does not chair", draft =>
        {
            draft.Line(draft.Words.Text("word.no") + " " + draft.Words.Text("tenure.not-now", ("holder", draft.Words.Name(state))));
            draft.Tell(current);
            draft.Told.Add(state);
        }, "chair:presumed", Settles: true);
    }

    // "Whom did Sarybay take over from?" speaks of his office, though one takes over a chair as well.
    private static bool OfAnotherOffice(Asking asking) =>
        asking.Frame.First(EntityKind.Person) is { } person && asking.Frame.Concepts.TryGetValue("handover", out var handovers)
        && (!asking.Frame.Concepts.TryGetValue("chair", out var chairs) || chairs.All(c => handovers.Any(h => h.Start == c.Start)))
        && asking.Knowledge.WithValue("head", person.Id).Length > 0;

    // A body that is named has a head of its own.
    private static bool OfBody(Asking asking) =>
        !asking.Frame.NamesCica && asking.Frame.Entities.Any(e => e.Meaning.Entity!.Kind is EntityKind.Body && asking.Knowledge.Of(e.Meaning.Entity.Id, "head").Length > 0);

    // "Who chaired that meeting?", of one that nothing is known of.
    private static bool OfThatMeeting(Frame frame) =>
        frame.First(EntityKind.Meeting) is null && frame.Concepts.TryGetValue("follow.meeting", out var pointing) && pointing.Any(m => m.Length > 1);

    // A body or a meeting below the summit has a chair of its own.
    private static bool IsPresidedOver(Entity entity) =>
        entity.Kind is EntityKind.Body || (entity.Kind == EntityKind.Meeting && entity.Series is not null and not "summit");

    private static bool Mentioned(Frame frame, string id) => frame.AllEntities.Any(e => e.Id == id);

    private static Candidate Of(Asking asking, string subject, string property, string[] concepts)
    {
        var frame = asking.Frame;
        var terms = new List<Fact>();
        foreach (var fact in asking.Knowledge.Of(subject, property))
        {
            if (fact.Begun(asking.AsOf) && fact.Status is FactStatus.InForce or FactStatus.Ended && fact.Value?.Entity is not null)
                terms.Add(fact);
        }
        if (property == "head" && subject == "secretariat" && frame.HasPlainly("executive-director") && !frame.HasPlainly("secretary-general") && !frame.Has("order.current"))
            terms.RemoveAll(t => t.Title is { } title && !title["en"].Contains("Executive", StringComparison.Ordinal));
        if (property == "head" && subject == "secretariat" && frame.HasPlainly("secretary-general") && !frame.Has("executive-director") && terms.Any(IsSecretaryGeneral)
            && frame.HasAny("order.first", "ask.howmany", "ask.since", "ask.when", "ask.howlong", "established"))
            terms.RemoveAll(t => !IsSecretaryGeneral(t));
        var used = new Used().Concepts(concepts).Concepts(Light);
        if (asking.Knowledge.Entities.TryGetValue(subject, out var entity))
            used.Entity(entity);
        var plan = new TenurePlan(asking, terms, used);
        var compose = plan.Choose(subject, property);
        var score = asking.Coverage(used, [.. plan.Cited]);
        if (compose is null)
            score = 0;
        return new Candidate("tenure", score, $"{property} of {subject}: {plan.Reading}", compose ?? (_ => { }), $"{property}:{subject}:{plan.Reading}", Settles: plan.Settles);
    }

    private static bool IsSecretaryGeneral(Fact fact) => fact.Title is { } title && title["en"].StartsWith("Secretary General", StringComparison.Ordinal);
}
