using Cica.Answers.Finding;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Topics;

/// <summary>"How old is the Secretariat?", "how many years will it be in 2027?": counted from the day that its anniversary recalls, or else on which it began.</summary>
internal sealed class AgeTopic : ITopic
{
    private static readonly string[] Beginnings = ["anniversary", "established", "adopted", "signed", "founded", "held"];

    // What else may be said of an age, and adds nothing.
    private static readonly string[] Light = ["age", "anniversary", "established", "adopt", "held", "planned", "cica-noun", "region", "order.current", "count-word", "document", "ask.when", "summit", "event-word", "status"];

    public IEnumerable<Candidate> Read(Asking asking)
    {
        var frame = asking.Frame;
        if (!frame.Has("age") || frame.Time is { Relation: not TimeRelation.In } || frame.Asks(Ask.Who | Ask.Where | Ask.Why | Ask.Which) || frame.First(EntityKind.Person) is not null)
            yield break;
        var things = frame.AllEntities.Where(e => e.Kind is not (EntityKind.State or EntityKind.Place)).Distinct().ToArray();
        var subject = things.Length == 1 ? things[0].Id : things.Length == 0 && frame.MeansCica ? "cica" : null;
        if (subject is null || (BeginningOf(asking, subject) ?? (frame.Has("anniversary") ? BeginningOf(asking, "cica") : null)) is not { } began)
            yield break;
        var used = new Used().Concepts(Light).Time();
        if (things.Length == 1)
            used.Entity(things[0]);
        yield return new Candidate("age", asking.Coverage(used, began), $"years since {began.Id}", draft =>
        {
            draft.Tell(began);
            var from = began.From!.Value;
            if (frame.Time is { } time && time.First.Year >= from.Year)
                draft.Line(draft.Words.Text("age.in-year", ("year", $"{time.First.Year}"), ("count", draft.Words.Dates.Counted(time.First.Year - from.Year, "unit.year"))));
            else if (frame.Time is null)
                draft.Line(draft.Words.Text("length.so-far", ("length", draft.Words.Dates.Length(from.First, asking.AsOf))));
            draft.Told.Add(began.Subject);
            draft.Suggest("suggest.cica-day").Suggest("suggest.next-summit");
        }, "age:" + began.Id, Settles: true);
    }

    // Of several anniversaries the first was the day itself.
    private static Fact? BeginningOf(Asking asking, string subject)
    {
        foreach (var property in Beginnings)
        {
            if (asking.Knowledge.Of(subject, property).ToArray().Where(f => f.From is not null && f.Begun(asking.AsOf) && f.Status is FactStatus.InForce or FactStatus.Ended).MinBy(f => f.From!.Value.First) is { } first)
                return first;
        }
        return null;
    }
}
