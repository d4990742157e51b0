using Cica.Answers.Understanding;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Finding;

/// <summary>Measures how much of one question the statements explain: by their own text, by their wordings, by their time.</summary>
internal sealed class Grader
{
    private readonly Asking asking;
    private readonly double[] weights;
    private readonly bool[] marked;
    private readonly double[] grades;
    private readonly List<int> inherited;

    /// <param name="asking">The question.</param>
    /// <param name="used">What is explained already, whatever the statement.</param>
    /// <param name="weights">How much each token counts.</param>
    public Grader(Asking asking, Used? used, double[] weights)
    {
        this.asking = asking;
        this.weights = weights;
        marked = new bool[weights.Length];
        used?.Mark(asking.Frame, marked);
        grades = new double[weights.Length];
        inherited = Inherited(asking);
    }

    public void Read(Statement statement, Span<float> into)
    {
        var frame = asking.Frame;
        for (var i = 0; i < grades.Length; i++)
            grades[i] = marked[i] ? 1 : 0;
        asking.Grade(statement, grades);
        if (frame.Time is { } time && statement.Fact is { From: not null } fact)
        {
            if (fact.HoldsWithin(time.First, time.Last) && (!fact.Property.Happening || fact.BeganWithin(time.First, time.Last)))
            {
                // That something has been so ever since says little of one year, unless it is an office, a membership or a number.
                var telling = fact.Property.Happening || fact.Until is not null || fact.Property.Single || fact.Property.Id is "head" or "deputy" or "role" or "coordinator" or "co-coordinator" or "seat";
                foreach (var token in time.Tokens)
                    grades[token] = Math.Max(grades[token], telling ? 0.95 : 0.5);
                into[(int)Feature.Overlap] = (float)Overlap(fact, time, asking.AsOf);
            }
            if (IsAtOtherTime(fact, time))
                into[(int)Feature.OtherTime] = 1;
        }
        var held = inherited.Count(t => Array.BinarySearch(statement.Terms, t) >= 0);
        into[(int)Feature.Share] = (float)Share(inherited.Count * 0.8, held * 0.8);
        asking.Liken(statement, into);
    }

    /// <summary>A fact that certainly does not hold, or did not happen, in the time asked about.</summary>
    public static bool IsAtOtherTime(Fact fact, TimeReference time) => time.Relation switch
    {
        TimeRelation.Before => fact.From!.Value.First >= time.First,
        TimeRelation.After => (fact.Until?.First ?? (fact.Property.Happening ? fact.From!.Value.Last : DateOnly.MaxValue)) <= time.Last,
        _ => fact.Property.Happening ? !fact.BeganWithin(time.First, time.Last) : !fact.HoldsWithin(time.First, time.Last),
    };

    // How much of the time asked about the fact covers.
    private static double Overlap(Fact fact, TimeReference time, DateOnly asOf)
    {
        var first = fact.From!.Value.First > time.First ? fact.From.Value.First : time.First;
        var end = fact.Until?.First ?? (fact.Property.Happening ? fact.From.Value.Last : asOf);
        var last = end < time.Last ? end : time.Last;
        var all = time.Last.DayNumber - time.First.DayNumber + 1;
        return fact.Property.Happening ? 1 : Math.Clamp((last.DayNumber - first.DayNumber + 1) / (double)all, 0, 1);
    }

    // What a follow-up carries over counts like words of its own.
    public static List<int> Inherited(Asking asking)
    {
        var terms = new List<int>();
        foreach (var entity in asking.Frame.Inherited)
        {
            if (entity.Kind != EntityKind.Organisation && asking.Index.Terms.Entity(entity.Id) is >= 0 and var term)
                terms.Add(term);
        }
        foreach (var concept in asking.Frame.InheritedConcepts)
        {
            if (asking.Index.Terms.Concept(concept) is >= 0 and var term)
                terms.Add(term);
        }
        return terms;
    }

    private double Share(double total, double covered)
    {
        for (var i = 0; i < weights.Length; i++)
        {
            total += weights[i];
            covered += weights[i] * grades[i];
        }
        return total < 0.3 ? 0 : covered / total;
    }
}
