using Cica.Answers.Composing;
using Cica.Answers.Finding;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Topics;

/// <summary>"Where is she from?", "is the Secretary General from Azerbaijan?": the state of a person, by a fact that tells it.</summary>
internal sealed class OriginTopic : ITopic
{
    private static readonly string[] Telling = ["role", "head", "deputy", "chair"];

    public IEnumerable<Candidate> Read(Asking asking)
    {
        var frame = asking.Frame;
        if (!Turns.AsksOrigin(frame) || frame.Time is not null || frame.Asks(Ask.When | Ask.Why | Ask.HowMany | Ask.HowLong))
            yield break;
        var people = frame.Named(EntityKind.Person).Distinct().ToArray();
        if (people.Length != 1 || people[0].State is not { } home || Told(asking, people[0], home) is not { } fact)
            yield break;
        var used = new Used().Entity(people[0]).Concepts("origin", "order.since", "ask.where", "ask.which", "states-word", "name-word", "head", "secretary-general", "executive-director", "deputy", "order.ever");
        var claimed = frame.Entities.Select(e => e.Meaning.Entity!).FirstOrDefault(e => e.Kind is EntityKind.State or EntityKind.Place);
        used.Entity(claimed);
        yield return new Candidate("origin", asking.Coverage(used, fact), $"where {people[0].Id} is from", draft =>
        {
            draft.Tell(fact, claimed is not null && frame.WantsYesOrNo ? Verdict.Word(draft, IsFrom(home, claimed)) : null);
            draft.Told.Add(people[0]);
            draft.Suggest("suggest.chair").Suggest("suggest.members");
        }, "origin:" + people[0].Id, Settles: true);
    }

    // From which town of a state somebody is, no source tells.
    private static bool? IsFrom(string home, Entity claimed) =>
        claimed.Kind == EntityKind.State ? claimed.Id == home : claimed.State == home ? null : false;

    // A fact on the person that names the state, what they were before what they did.
    private static Fact? Told(Asking asking, Entity person, string home)
    {
        foreach (var property in Telling)
        {
            foreach (var fact in property == "role" ? asking.Knowledge.Of(person.Id, property) : asking.Knowledge.WithValue(property, person.Id))
            {
                if (fact.Begun(asking.AsOf) && fact.Status is FactStatus.InForce or FactStatus.Ended && asking.Index.Of(fact) is { } statement && statement.Entities.Contains(home))
                    return fact;
            }
        }
        return null;
    }
}
