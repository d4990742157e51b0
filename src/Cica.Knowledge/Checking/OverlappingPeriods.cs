using Cica.Knowledge.Model;

namespace Cica.Knowledge.Checking;

/// <summary>
/// A property with one value at a time may not have two in force on the same day. Periods known only to a month or a year
/// overlap only if they do so however the missing days turn out.
/// </summary>
internal static class OverlappingPeriods
{
    public static IEnumerable<Problem> Find(KnowledgeDraft draft)
    {
        var groups = draft.Facts
            .Where(f => f.Property.Single && f.Status is FactStatus.InForce or FactStatus.Ended && (f.From ?? f.By) is not null)
            .GroupBy(f => (f.Subject.Id, f.Property.Id));
        foreach (var group in groups)
        {
            var inOrder = group.OrderBy(Latest).ToArray();
            for (var i = 0; i < inOrder.Length; i++)
            {
                for (var j = i + 1; j < inOrder.Length; j++)
                {
                    if (CertainlyOverlap(inOrder[i], inOrder[j]))
                        yield return new Problem(
                            inOrder[j].Place,
                            $"'{inOrder[j].Id}' overlaps '{inOrder[i].Id}' ({inOrder[i].Place}): '{group.Key.Item2}' of '{group.Key.Item1}' has one value at a time; end the earlier with 'until'");
                }
            }
        }
    }

    // The first day on which the value certainly holds.
    private static DateOnly Latest(Fact fact) => (fact.From ?? fact.By)!.Value.Last;

    private static bool CertainlyOverlap(Fact left, Fact right)
    {
        var start = Latest(left) > Latest(right) ? Latest(left) : Latest(right);
        return Ends(left) > start && Ends(right) > start;
    }

    // The first day on which it may no longer hold.
    private static DateOnly Ends(Fact fact) => fact.Until?.First ?? DateOnly.MaxValue;
}
