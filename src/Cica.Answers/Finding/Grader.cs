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

    /// <param name="asking">The question.</param>
    /// <param name="used">What is explained already, whatever the statement.</param>
    public Grader(Asking asking, Used? used)
    {
        this.asking = asking;
        weights = asking.TokenWeights;
        marked = new bool[weights.Length];
        used?.Mark(asking.Frame, marked);
        grades = new double[weights.Length];
    }

    /// <param name="statement">A statement.</param>
    /// <param name="held">Which of the question's terms it holds.</param>
    /// <param name="into">Features, all zero.</param>
    public void Read(Statement statement, ReadOnlySpan<ulong> held, Span<float> into)
    {
        Grade(held);
        if (asking.Frame.Time is { } time && statement.Fact is { From: not null } fact)
            ReadTime(fact, time, into);
        into[(int)Feature.Share] = (float)Share(held);
        asking.Liken(statement, held, into);
    }

    /// <summary>A fact that certainly does not hold, or did not happen, in the time asked about; of a time to come, nobody knows what will still be so.</summary>
    public static bool IsAtOtherTime(Fact fact, TimeReference time, DateOnly asOf) => time.Relation switch
    {
        not TimeRelation.Before when time.First > asOf && fact.Status is FactStatus.InForce or FactStatus.Ended => true,
        TimeRelation.Before => fact.From!.Value.First >= time.First,
        TimeRelation.After => (fact.Until?.First ?? (fact.Property.Happening ? fact.From!.Value.Last : DateOnly.MaxValue)) <= time.Last,
        _ => fact.Property.Happening ? !fact.BeganWithin(time.First, time.Last) : !fact.HoldsWithin(time.First, time.Last),
    };

    // How well it explains each token: wholly by the very word or entity, nearly by the concept.
    private void Grade(ReadOnlySpan<ulong> held)
    {
        var mentions = asking.Frame.Mentions;
        for (var i = 0; i < grades.Length; i++)
            grades[i] = marked[i] || QuestionTerms.Holds(held, asking.TokenPlaces[i]) ? 1 : 0;
        for (var m = 0; m < asking.MentionPlaces.Length; m++)
        {
            if (!QuestionTerms.Holds(held, asking.MentionPlaces[m]))
                continue;
            var mention = mentions[m];
            var grade = mention.Meaning.Kind switch { MeaningKind.Concept => 0.9, MeaningKind.Synonym => 0.93, _ => 1 };
            for (var i = mention.Start; i < mention.End; i++)
                grades[i] = Math.Max(grades[i], grade);
        }
    }

    private void ReadTime(Fact fact, TimeReference time, Span<float> into)
    {
        if (fact.HoldsWithin(time.First, time.Last) && (!fact.Property.Happening || fact.BeganWithin(time.First, time.Last)))
        {
            // That something has been so ever since says little of one year, unless it is an office, a membership or a number.
            var telling = fact.Property.Happening || fact.Until is not null || fact.Property.Single || fact.Property.Id is "head" or "deputy" or "role" or "coordinator" or "co-coordinator" or "seat";
            foreach (var token in time.Tokens)
                grades[token] = Math.Max(grades[token], telling ? 0.95 : 0.5);
            into[(int)Feature.Overlap] = (float)Overlap(fact, time, asking.AsOf);
        }
        if (IsAtOtherTime(fact, time, asking.AsOf))
            into[(int)Feature.OtherTime] = 1;
    }

    // How much of the time asked about the fact covers.
    private static double Overlap(Fact fact, TimeReference time, DateOnly asOf)
    {
        var first = fact.From!.Value.First > time.First ? fact.From.Value.First : time.First;
        var end = fact.Until?.First ?? (fact.Property.Happening ? fact.From.Value.Last : asOf);
        var last = end < time.Last ? end : time.Last;
        var all = time.Last.DayNumber - time.First.DayNumber + 1;
        return fact.Property.Happening ? 1 : Math.Clamp((last.DayNumber - first.DayNumber + 1) / (double)all, 0, 1);
    }

    private double Share(ReadOnlySpan<ulong> held)
    {
        var inherited = 0;
        foreach (var place in asking.InheritedPlaces)
            inherited += QuestionTerms.Holds(held, place) ? 1 : 0;
        var total = asking.InheritedPlaces.Length * 0.8;
        var covered = inherited * 0.8;
        for (var i = 0; i < weights.Length; i++)
        {
            total += weights[i];
            covered += weights[i] * grades[i];
        }
        return total < 0.3 ? 0 : covered / total;
    }
}
