namespace Cica.Knowledge.Checking;

/// <summary>The checks that look at the data as a whole. Each gathers all it finds; none stops at the first.</summary>
internal static class Checks
{
    public static IEnumerable<Problem> Run(KnowledgeDraft draft, DateOnly today) =>
        OverlappingPeriods.Find(draft)
            .Concat(AliasesWithTwoMeanings.Find(draft))
            .Concat(PassedPlans.Find(draft, today));
}
