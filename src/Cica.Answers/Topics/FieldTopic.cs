using Cica.Answers.Composing;
using Cica.Answers.Finding;
using Cica.Answers.Following;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Topics;

/// <summary>The five dimensions and the priority areas: what belongs where, who coordinates, how many.</summary>
internal sealed class FieldTopic : ITopic
{
    private static readonly string[] Light =
        ["area", "dimension", "measure", "coordinator", "co-coordinator", "order.current", "cica-noun", "region", "count-word", "member", "ask.list", "name-word", "environment-word", "transport-word", "tourism-word", "agriculture-word", "energy-word", "digital", "health", "terrorism-word", "finance-word", "business", "security-word", "volunteer", "priority", "head", "chair", "task", "cbm-events", "states-word"];

    public IEnumerable<Candidate> Read(Asking asking)
    {
        var frame = asking.Frame;
        if (frame.Asks(Ask.Why | Ask.How) && !frame.Asks(Ask.HowMany))
            yield break;
        var area = frame.First(EntityKind.Area);
        // "What are the other dimensions?"
        var dimension = frame.Has("follow.else") && frame.Concepts.ContainsKey("dimension") ? null : frame.First(EntityKind.Dimension);
        var state = frame.First(EntityKind.State);
        var used = new Used().Concepts(Light).Entity(area).Entity(dimension).Entity(state);
        var coordinates = frame.HasAny("coordinator", "co-coordinator");
        // "Anything else that it coordinates?", after one was told.
        if (coordinates && frame is { IsFollowUp: true, IsOtherwise: false, Entities.Count: 0 } && frame.Has("follow.else") && asking.Before?.Fact is { Property.Id: "coordinator" or "co-coordinator", Value.Entity: { Kind: EntityKind.State } leader } told)
        {
            var others = Of(asking, "coordinator", leader).Concat(Of(asking, "co-coordinator", leader)).Where(f => f != told).ToArray();
            if (others.Length > 0)
                yield return new Candidate("field", asking.Coverage(used, others), $"what else {leader.Id} coordinates", d => TellAll(d, others, leader), "coordinated:" + leader.Id, Settles: true);
            yield break;
        }
        if (coordinates && state is not null && area is null && dimension is null && !frame.HasAny("chair", "order.before", "order.after", "handover") && !(frame.NamesCica && frame.Has("head") && !frame.HasAny("area", "dimension", "measure")))
        {
            var led = Of(asking, "coordinator", state).Concat(Of(asking, "co-coordinator", state)).ToArray();
            var wanted = frame.Concepts.ContainsKey("co-coordinator") ? [.. led.Where(f => f.Property.Id == "co-coordinator")] : led;
            if (wanted.Length > 0)
                yield return new Candidate("field", asking.Coverage(used, wanted) + 0.02, $"what {state.Id} coordinates", d => TellAll(d, frame.Asks(Ask.Who) ? WithCoordinators(asking, wanted) : wanted, state), "coordinated:" + state.Id);
            yield break;
        }
        if (coordinates && (area ?? dimension) is { } field)
        {
            var properties = frame.Concepts.ContainsKey("co-coordinator") && !frame.Concepts.ContainsKey("coordinator") ? new[] { "co-coordinator" } : ["coordinator", "co-coordinator"];
            var facts = properties.SelectMany(p => asking.Knowledge.Of(field.Id, p).ToArray()).Where(f => f.Begun(asking.AsOf)).ToArray();
            if (frame.Asks(Ask.YesNo) && state is not null)
            {
                if (facts.Length > 0)
                    yield return new Candidate("field", asking.Coverage(used, facts) + 0.02, $"whether {state.Id} coordinates {field.Id}", d => YesNo(d, facts, state, field), "coordinator:" + field.Id);
                yield break;
            }
            if (facts.Length > 0)
                yield return new Candidate("field", asking.Coverage(used, facts) + 0.02, $"who coordinates {field.Id}", d => TellAll(d, facts, field), "coordinator:" + field.Id);
            yield break;
        }
        if (area is not null && frame.Has("dimension") && dimension is null)
        {
            var belongs = asking.Knowledge.Of(area.Id, "dimension").ToArray().Where(f => f.Begun(asking.AsOf)).ToArray();
            if (belongs.Length > 0)
                yield return new Candidate("field", asking.Coverage(used, belongs), $"the dimension of {area.Id}", d => TellAll(d, belongs, area), "dimension:" + area.Id);
            yield break;
        }
        if (area is not null || state is not null || frame.AllEntities.Any(e => e.Kind is EntityKind.Meeting or EntityKind.Document or EntityKind.Body or EntityKind.Person))
            yield break;
        if (dimension is not null && frame.HasAny("area", "measure", "ask.list", "dimension") && !frame.Asks(Ask.When | Ask.Where | Ask.Who) && (frame.Has("area") || frame.Asks(Ask.List | Ask.Which | Ask.HowMany)))
        {
            var areas = asking.Knowledge.WithValue("dimension", dimension.Id).ToArray().Where(f => f.Begun(asking.AsOf)).ToArray();
            if (areas.Length > 0)
                yield return new Candidate("field", asking.Coverage(used, areas), $"areas of {dimension.Id}", d => Areas(d, areas, dimension), "areas:" + dimension.Id);
            yield break;
        }
        if (dimension is not null || frame.Time is not null)
            yield break;
        // "How many are there?", "list them"
        var listed = frame.IsFollowUp && frame.Asks(Ask.List) && Leaning.IsBareAsk(frame);
        if ((frame.Concepts.ContainsKey("area") || (listed && frame.Has("area"))) && !frame.Has("cbm-events") && frame.HasAny("priority", "area", "measure") && frame.Asks(Ask.HowMany | Ask.List | Ask.What | Ask.Which))
        {
            var areas = asking.Knowledge.WithProperty("dimension").ToArray().Where(f => f.Begun(asking.AsOf)).ToArray();
            var count = Last(asking, "priority-area-count");
            yield return new Candidate("field", asking.Coverage(used) - (listed ? 0 : 0.03), "the priority areas", d => AllAreas(d, areas, count, frame.Asks(Ask.HowMany)), "areas", Settles: listed);
        }
        else if ((frame.Concepts.ContainsKey("dimension") || (listed && frame.Has("dimension"))) && frame.Asks(Ask.HowMany | Ask.List | Ask.What | Ask.Which))
        {
            var count = Last(asking, "dimension-count");
            var names = asking.Knowledge.Entities.Values.Where(e => e.Kind == EntityKind.Dimension).OrderBy(e => e.Id, StringComparer.Ordinal).ToArray();
            if (count is not null)
                yield return new Candidate("field", asking.Coverage(used), "the dimensions", d => Dimensions(d, names, count), "dimensions", Settles: listed);
        }
    }

    private static Fact? Last(Asking asking, string property)
    {
        return asking.Knowledge.Of("cica", property).ToArray().LastOrDefault(f => f.Begun(asking.AsOf));
    }

    // "Whose co-coordinator is Afghanistan?"
    private static Fact[] WithCoordinators(Asking asking, Fact[] helping) =>
        [.. helping, .. helping.Where(f => f.Property.Id == "co-coordinator").SelectMany(f => asking.Knowledge.Of(f.Subject.Id, "coordinator").ToArray()).Where(f => f.Begun(asking.AsOf) && !f.EndedBy(asking.AsOf)).Distinct()];

    private static IEnumerable<Fact> Of(Asking asking, string property, Entity state) =>
        asking.Knowledge.WithValue(property, state.Id).ToArray().Where(f => f.Begun(asking.AsOf) && !f.EndedBy(asking.AsOf));

    private static void TellAll(Draft draft, Fact[] facts, Entity told)
    {
        draft.Told.Add(told);
        foreach (var fact in facts.Take(8))
            draft.Tell(fact, caveats: facts.Length < 3);
        if (facts.Length == 1 && facts[0].Value?.Entity is { } value && value != told)
            draft.Told.Add(value);
        draft.Suggest("suggest.areas").Suggest("suggest.dimensions");
    }

    private static void YesNo(Draft draft, Fact[] facts, Entity state, Entity field)
    {
        var hit = facts.FirstOrDefault(f => f.Value?.Entity == state);
        draft.Told.Add(field);
        if (hit is not null)
        {
            draft.Tell(hit, draft.Words.Text("word.yes"));
            return;
        }
        draft.Tell(facts[0], draft.Words.Text("word.no"));
    }

    private static void Areas(Draft draft, Fact[] areas, Entity dimension)
    {
        var words = draft.Words;
        draft.Told.Add(dimension);
        draft.Line(words.Text("field.areas-of", ("dimension", words.Name(dimension)), ("count", words.Dates.Counted(areas.Length, "unit.area")), ("areas", string.Join("; ", areas.Select(f => words.Name(f.Subject))))));
        foreach (var fact in areas)
            draft.Cite(fact);
        draft.Suggest("suggest.dimensions").Suggest("suggest.areas");
    }

    private static void AllAreas(Draft draft, Fact[] areas, Fact? count, bool howMany)
    {
        var words = draft.Words;
        if (count is not null)
            draft.Tell(count);
        if (!howMany)
        {
            foreach (var group in areas.GroupBy(f => f.Value!.Entity!).OrderBy(g => g.Key.Id, StringComparer.Ordinal))
                draft.Line($"{words.Name(group.Key)}: {string.Join("; ", group.Select(f => words.Name(f.Subject)))}");
            foreach (var fact in areas.Take(3))
                draft.Cite(fact);
        }
        draft.Suggest("suggest.dimensions").Suggest("suggest.what-cbm");
    }

    private static void Dimensions(Draft draft, Entity[] dimensions, Fact count)
    {
        draft.Tell(count);
        draft.Line(string.Join("; ", dimensions.Select(e => draft.Words.Name(e))));
        draft.Told.AddRange(dimensions);
        draft.Suggest("suggest.areas").Suggest("suggest.what-cbm");
    }
}
