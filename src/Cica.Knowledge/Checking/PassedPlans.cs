using Cica.Knowledge.Model;

namespace Cica.Knowledge.Checking;

/// <summary>What the passing of time made doubtful: a plan whose time has come without word. Only ever a warning.</summary>
internal static class PassedPlans
{
    public static IEnumerable<Problem> Find(KnowledgeDraft draft, DateOnly today)
    {
        foreach (var fact in draft.Facts)
        {
            if (fact.Until is null && fact.ExpectedEnd is { } end && end.Last < today)
                yield return new Problem(fact.Place, $"'{fact.Id}' was expected to end in {end}; look for word of it", IsWarning: true);
            if (fact.Property.Id == "held" && fact.Status == FactStatus.Planned && fact.From is { } planned && planned.Last < today)
                yield return new Problem(fact.Place, $"'{fact.Id}' was planned for {planned}; look for word of whether it took place", IsWarning: true);
        }
        foreach (var entry in draft.Events)
        {
            if (!entry.Yearly && entry.Status is EventStatus.Planned or EventStatus.Confirmed or EventStatus.Moved && entry.Start.Last < today)
                yield return new Problem(entry.Place, $"event '{entry.Id}' was to take place in {entry.Start}; look for word of it", IsWarning: true);
        }
    }
}
