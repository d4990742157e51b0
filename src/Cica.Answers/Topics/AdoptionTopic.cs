using Cica.Answers.Composing;
using Cica.Answers.Finding;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Topics;

/// <summary>When and where a document was adopted, or honestly that it was not.</summary>
internal sealed class AdoptionTopic : ITopic
{
    private static readonly string[] Made = ["adopted", "signed", "established"];
    private static readonly string[] Pending = ["status-now", "in-force", "drafted", "planned-date"];

    public IEnumerable<Candidate> Read(Asking asking)
    {
        var frame = asking.Frame;
        var document = frame.First(EntityKind.Document);
        if (document is null || frame.Named(EntityKind.Document).Distinct().Count() > 1 || !(frame.HasAny("adopt", "established", "signatory", "held") || frame.Asks(Ask.When | Ask.Where)))
            yield break;
        if (frame.Asks(Ask.Why | Ask.How | Ask.HowMany | Ask.Who | Ask.Compare) || frame.HasAny("amend", "anniversary", "goal", "proposed", "postponed", "planned", "order.last", "view", "drafted"))
            yield break;
        var made = Best(asking, document, Made);
        var used = new Used().Concepts("adopt", "established", "document", "order.first", "held", "ask.when", "meeting", "status", "order.ever", "planned").Entity(document);
        foreach (var entity in frame.AllEntities.Where(e => made is not null ? asking.Index.Of(made)?.Entities.Contains(e.Id) == true : e.Kind is EntityKind.Place or EntityKind.Meeting))
            used.Entity(entity);
        if (frame.Time is { } time && (made is null || made.BeganWithin(time.First, time.Last)))
            used.Time();
        // "Was it signed at the ministerial of 1999?": it was not, whatever that one adopted.
        var denied = made is not null && frame.AsksOnlyYesNo && Verdict.Agrees(asking, made) is false;
        if (denied)
        {
            used.Time();
            foreach (var entity in frame.AllEntities)
                used.Entity(entity);
        }
        if (made is null || denied)
            used.Concepts("summit", "ministerial").Ordinal();
        // How far a draft has come by now is not how far it was then.
        var fact = made ?? (frame.Time is { } then && then.Last < asking.AsOf ? null : Best(asking, document, Pending));
        if (fact is not null)
            yield return new Candidate("adoption", asking.Coverage(used, fact), $"{fact.Property.Id} of {document.Id}", d => Tell(d, asking, document, fact, made is not null), "adoption:" + document.Id, Settles: denied);
    }

    private static Fact? Best(Asking asking, Entity document, string[] properties)
    {
        foreach (var property in properties)
        {
            Fact? last = null;
            foreach (var fact in asking.Knowledge.Of(document.Id, property))
            {
                if (fact.Begun(asking.AsOf) && fact.Status is not FactStatus.Opinion && !(fact.Until is { } until && until.First <= asking.AsOf))
                    last = properties == Made ? last ?? fact : fact;
            }
            if (last is not null)
                return last;
        }
        return null;
    }

    private static void Tell(Draft draft, Asking asking, Entity document, Fact fact, bool made)
    {
        var frame = asking.Frame;
        var yesNo = frame.WantsYesOrNo && !frame.Asks(Ask.When | Ask.Where | Ask.What | Ask.Which);
        draft.Tell(fact, yesNo && made ? Verdict.Word(draft, Verdict.Agrees(asking, fact)) : null);
        draft.Told.Add(document);
        draft.Suggest("suggest.next-summit").Suggest("suggest.chair");
    }
}
