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
            .Where(f => f.Property.Single && f.Status is FactStatus.InForce or FactStatus.Ended && CertainDay(f) is not null)
            .GroupBy(f => (f.Subject.Id, f.Property.Id));
        foreach (var group in groups)
        {
            var inOrder = group.OrderBy(CertainDay).ToArray();
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

    // The first day on which the value certainly holds, as a number of days; null where no such day is known.
    private static int? CertainDay(Fact fact) => (fact.From ?? fact.By, fact.Until) switch
    {
        ({ } from, _) => from.Last.DayNumber,
        (null, { Precision: DatePrecision.Day } until) => until.First.DayNumber - 1,
        (null, null) when fact.Status == FactStatus.InForce => DateOnly.MaxValue.DayNumber,
        _ => null,
    };

    // The last day on which it certainly still holds.
    private static int LastCertainDay(Fact fact) =>
        fact.Until is { } until ? until.First.DayNumber - 1
        : fact.Status == FactStatus.Ended ? CertainDay(fact)!.Value
        : DateOnly.MaxValue.DayNumber;

    private static bool CertainlyOverlap(Fact left, Fact right)
    {
        var day = Math.Max(CertainDay(left)!.Value, CertainDay(right)!.Value);
        return LastCertainDay(left) >= day && LastCertainDay(right) >= day;
    }
}
