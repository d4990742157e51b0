using Cica.Answers.Composing;
using Cica.Answers.Finding;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Topics;

/// <summary>"What is X?", "Who is X?", or just "X": the thing itself, if the question holds nothing else.</summary>
internal sealed class DefinitionTopic : ITopic
{
    private static readonly string[] Light = ["name-word", "cica-noun", "region", "ask.full", "order.current", "task", "established", "status", "view", "quote", "follow.more"];

    public IEnumerable<Candidate> Read(Asking asking)
    {
        var frame = asking.Frame;
        var entities = frame.AllEntities.Distinct().ToArray();
        if (entities.Length == 0 && frame.HasAny("name-word") || frame.Asks(Ask.FullName) && entities.Length == 0)
            yield break;
        if (entities.Length > 1 || (entities.Length == 0 && !frame.NamesCica))
            yield break;
        if (frame.Asks(Ask.When | Ask.Where | Ask.HowMany | Ask.Why | Ask.HowLong | Ask.Since | Ask.Compare | Ask.YesNo | Ask.HowOften | Ask.List) || frame.Time is not null || frame.Ordinal is not null)
            yield break;
        if (frame.Concepts.Keys.Any(c => !c.Contains('.') && c is not ("name-word" or "cica-noun" or "region")) || frame.Concepts.Keys.Any(c => c.StartsWith("order.", StringComparison.Ordinal) && c != "order.current"))
            yield break;
        var entity = entities.Length == 1 ? entities[0] : asking.Knowledge.Entities.GetValueOrDefault("cica");
        if (entity is null || entity.Kind is EntityKind.State or EntityKind.Meeting or EntityKind.Place)
            yield break;
        // Who a thing is nobody asks, nor what a person is: "what would Sarybay prefer?"
        if (frame.Asks(Ask.Who) != (entity.Kind == EntityKind.Person) && frame.Asks(Ask.Who | Ask.What | Ask.How | Ask.Which))
            yield break;
        var properties = frame.Asks(Ask.FullName) || frame.Has("name-word") ? new[] { "name", "what" } : entity.Kind == EntityKind.Person ? ["role", "head", "deputy"] : ["what", "status-now", "name"];
        foreach (var property in properties)
        {
            var facts = asking.Knowledge.Of(entity.Id, property).ToArray().Where(f => f.Begun(asking.AsOf) && f.Status is not FactStatus.Opinion)
                .OrderBy(f => f.EndedBy(asking.AsOf)).ThenByDescending(f => f.From is null ? 0 : 1).ToArray();
            if (facts.Length == 0)
                continue;
            if (property == "role")
                facts = [.. facts.OrderBy(f => f.EndedBy(asking.AsOf)).ThenByDescending(f => f.From)];
            var used = new Used().Concepts(Light).Entity(entity);
            yield return new Candidate("definition", asking.Coverage(used, facts[0]), $"{property} of {entity.Id}", d => Tell(d, entity, facts), "definition:" + entity.Id);
            yield break;
        }
    }

    private static void Tell(Draft draft, Entity entity, Fact[] facts)
    {
        draft.Tell(facts[0]);
        foreach (var more in facts.Skip(1).Take(2))
        {
            if (draft.Length < 240)
                draft.Tell(more);
        }
        draft.Told.Add(entity);
        draft.Suggest("suggest.chair").Suggest("suggest.members").Suggest("suggest.next-summit");
    }
}
