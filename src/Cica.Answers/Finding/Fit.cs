using Cica.Answers.Following;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;

namespace Cica.Answers.Finding;

/// <summary>Reads the features of a statement for a question.</summary>
internal static class Fit
{
    public static readonly int Features = Enum.GetValues<Feature>().Length;

    /// <summary>How well a statement with these features fits, to be compared with that of others only.</summary>
    public static double Score(Weights weights, ReadOnlySpan<float> features) => Weights.Sum(weights.Fit, features);

    /// <summary>How much more it could be than without <see cref="Feature.Nearest"/>, which is no more than 1; a trace more, for sums are rounded.</summary>
    public static double MostForNearest(Weights weights) => (Math.Max(0, weights.Fit[(int)Feature.Nearest]) * 1.001) + 0.001;

    /// <summary>Reads all but <see cref="Feature.Nearest"/> and what <see cref="Grader"/> reads.</summary>
    /// <param name="asking">The question.</param>
    /// <param name="statement">A statement.</param>
    /// <param name="held">Which of the question's terms it holds.</param>
    /// <param name="into">Where its features go.</param>
    public static void Read(Asking asking, Statement statement, ReadOnlySpan<ulong> held, Span<float> into)
    {
        var frame = asking.Frame;
        into[(int)Feature.Centre] = asking.Pointing.Centre(statement.Number);
        Names(asking, statement, held, into);
        into[(int)Feature.Length] = statement.Excess;
        if (frame.IsFollowUp)
            Continues(asking, statement, held, into);
        Opinion(asking, statement, into);
        if (asking.AsksForPresident)
            into[(int)(statement.IsOfPerson ? Feature.Leader : Feature.NoLeader)] = 1;
        if (statement.Fact is not null)
            Properties(asking, statement, into);
        else
        {
            into[(int)Feature.Prose] = 1;
            if (frame.Asks(Ask.Why | Ask.How))
                into[(int)Feature.ProseForReason] = 1;
            else if (!frame.Asks(Ask.What | Ask.Compare) && frame.Asks(Ask.Who | Ask.When | Ask.Where | Ask.HowMany | Ask.Which | Ask.List | Ask.YesNo))
                into[(int)Feature.ProseForValue] = 1;
        }
    }

    private static void Names(Asking asking, Statement statement, ReadOnlySpan<ulong> held, Span<float> into)
    {
        var each = 1f / Math.Max(1, asking.Named.Length);
        var core = statement.CoreTerms;
        var named = false;
        for (var i = 0; i < asking.NamedTerms.Length; i++)
        {
            var at = Array.IndexOf(core, asking.NamedTerms[i]);
            if (at == 0)
            {
                named = true;
                into[(int)Feature.SubjectNamed] += each;
            }
            else if (at > 0)
                into[(int)Feature.ValueNamed] += each;
            else if (!QuestionTerms.Holds(held, asking.NamedPlaces[i]))
                into[(int)Feature.EntityMissing] += each;
        }
        if (statement.SubjectKind is not { } kind)
            return;
        if (asking.Frame.NamesCica && asking.Named.Length == 0)
            into[(int)(kind == EntityKind.Organisation ? Feature.CicaItself : Feature.NotCicaItself)] = 1;
        if (kind != EntityKind.Organisation && !named)
            into[(int)(kind is EntityKind.State or EntityKind.Person ? Feature.ActorUnnamed : Feature.SubjectUnnamed)] = 1;
    }

    // In a conversation, what was spoken of before is meant rather than something new.
    private static void Continues(Asking asking, Statement statement, ReadOnlySpan<ulong> held, Span<float> into)
    {
        var lent = asking.Named.Length - asking.Frame.Entities.Count;
        for (var i = asking.Named.Length - lent; i < asking.Named.Length; i++)
        {
            if (!QuestionTerms.Holds(held, asking.NamedPlaces[i]))
                into[(int)Feature.LentMissing] += 1f / lent;
        }
        if (asking.Before?.Fact is not { } before || asking.Index.Of(before) is not { } last)
            return;
        if (last == statement)
            into[(int)(Leaning.IsBareAsk(asking.Frame) && Holds(asking, statement) == true ? Feature.ToldAgain : Feature.ToldBefore)] = 1;
        into[(int)Feature.SameSubject] = statement.Core.Length > 0 && statement.Core[0] == before.Subject ? 1 : 0;
        into[(int)Feature.SameProperty] = last != statement && statement.Fact?.Property == before.Property ? 1 : 0;
        into[(int)Feature.Coherent] = asking.Index.Vectors.Between(statement.Number, last.Number);
    }

    private static void Opinion(Asking asking, Statement statement, Span<float> into)
    {
        var asked = asking.AsksForOpinion;
        var named = statement.Author is not null && Array.IndexOf(asking.NamedTerms, statement.AuthorTerm) >= 0;
        if (statement.Status == FactStatus.Opinion && !asked && !named)
            into[(int)Feature.OpinionUnasked] = 1;
        if (asked && (statement.Status == FactStatus.Opinion || (statement.Fact is not null && statement.Author is not null)))
            into[(int)Feature.OpinionAsked] = 1;
        if (statement.Author is not null && !named && asking.NamesPerson)
            into[(int)Feature.OtherAuthor] = 1;
    }

    private static void Properties(Asking asking, Statement statement, Span<float> into)
    {
        var frame = asking.Frame;
        if (Holds(asking, statement) is { } holds)
            into[(int)(holds ? Feature.AnswersKind : Feature.LacksKind)] = 1;
        if (frame.HasAny(statement.AskedMarks, statement.AskedBy))
            into[(int)Feature.PropertyNamed] = 1;
        else if (statement.IsParticular)
            into[(int)Feature.PropertyUnasked] = 1;
        if (statement.Defines && frame.Asks(Ask.What | Ask.Who) && !frame.Asks(Ask.When | Ask.Where | Ask.HowMany | Ask.Why))
            into[(int)Feature.Definition] = 1;
        if (statement.GivesReason && frame.Asks(Ask.Why))
            into[(int)Feature.Reason] = 1;
        if (statement.OverFrom <= asking.AsOf && frame.Time is null)
            into[(int)Feature.Ended] = 1;
        if (statement.Status is FactStatus.Disputed)
            into[(int)Feature.Disputed] = 1;
    }

    // A question for a number wants a statement with a number, one for a time a date, one for a place a place it did not name itself.
    private static bool? Holds(Asking asking, Statement statement)
    {
        var frame = asking.Frame;
        if (frame.Asks(Ask.HowMany))
            return statement.HasNumber;
        if (frame.Asks(Ask.When | Ask.Since))
            return statement.TellsTime;
        if (frame.Asks(Ask.Where))
            return HasOther(statement.Places, asking.NamedTerms);
        if (frame.Asks(Ask.Who))
            return HasOther(statement.Actors, asking.NamedTerms);
        return null;
    }

    /// <summary>Among them is one that the question does not name.</summary>
    public static bool HasOther(int[] held, int[] named)
    {
        foreach (var entity in held)
        {
            if (Array.IndexOf(named, entity) < 0)
                return true;
        }
        return false;
    }
}
