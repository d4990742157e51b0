using Cica.Answers.Composing;
using Cica.Answers.Finding;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;

namespace Cica.Answers.Topics;

/// <summary>What CICA is called, in full and for short, and in which language.</summary>
internal sealed class NameTopic : ITopic
{
    private const string Tongue = "tongue-";

    public IEnumerable<Candidate> Read(Asking asking)
    {
        var frame = asking.Frame;
        var tongue = frame.Concepts.Keys.FirstOrDefault(c => c.StartsWith(Tongue, StringComparison.Ordinal));
        if (!frame.NamesCica || !(frame.Asks(Ask.FullName) || frame.Has("name-word") || tongue is not null) || frame.Time is not null)
            yield break;
        if (frame.AllEntities.Any(e => e.Kind != EntityKind.State) || frame.AllEntities.Distinct().Count() > 1 || frame.Asks(Ask.When | Ask.Why | Ask.HowMany | Ask.Who))
            yield break;
        if (tongue is null && frame.Entities.Count > 0 && !frame.Asks(Ask.FullName) && !frame.Has("name-word"))
            yield break;
        var state = frame.First(EntityKind.State);
        var wanted = tongue is not null ? asking.Index.Terms.Concept(tongue)
            : state is not null ? asking.Index.Terms.Entity(state.Id)
            : asking.Index.Terms.Concept(Tongue + (frame.Language == "ru" ? "russian" : "english"));
        if (wanted < 0)
            yield break;
        var names = asking.Knowledge.Of("cica", "name").ToArray();
        var fact = names.FirstOrDefault(f => asking.Index.Of(f) is { } statement && Array.BinarySearch(statement.Terms, wanted) >= 0 && f.Conflict is null)
            ?? names.FirstOrDefault(f => asking.Index.Of(f) is { } statement && Array.BinarySearch(statement.Terms, wanted) >= 0);
        if (fact is null)
            yield break;
        var used = new Used().Concepts("name-word", "cica-noun", "region", "quote", "document").Entity(state);
        if (tongue is not null)
            used.Concepts(tongue);
        yield return new Candidate("name", asking.Coverage(used, fact), "the name " + fact.Id, d => Tell(d, fact), "name");
    }

    private static void Tell(Draft draft, Fact fact) => draft.Tell(fact).Suggest("suggest.chair").Suggest("suggest.members");
}
