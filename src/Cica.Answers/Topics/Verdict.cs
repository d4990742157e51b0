using Cica.Answers.Composing;
using Cica.Answers.Finding;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Topics;

/// <summary>Whether a statement says yes or no to a question; neither where it only speaks of the matter.</summary>
internal static class Verdict
{
    // The share of a yes/no question that a statement must say itself to be a yes.
    private const float Confirmed = 0.7f;

    // How near one of its wordings must be to stand for what it says.
    private const float Near = 0.8f;

    private static readonly string[] Denials =
        [" is not a", "neither ", " nor ", " are not a", " has not ", " had not ", " does not ", " do not ", " did not ", " cannot ", "never ", "no longer", " nothing ", " was not a", " is no ", " has no ", " no organ", "not been "];

    private static readonly string[] Hedges = [" not ", " none ", " without ", " except ", " no "];

    /// <summary>"Yes.", "No." or nothing, in the draft's language.</summary>
    public static string? Of(Draft draft, Asking asking, Fact fact)
    {
        if (!asking.Frame.AsksOnlyYesNo || Says(asking, fact) is not { } yes)
            return null;
        return draft.Words.Text(yes ? "word.yes" : "word.no");
    }

    /// <summary>The values a thing has had one after the other, where a question says that one was always so; the present one first.</summary>
    public static Fact[] Changes(Asking asking, Fact fact)
    {
        if (!asking.Frame.Has("claim.always") || !fact.Property.Single)
            return [];
        var all = asking.Knowledge.Of(fact.Subject.Id, fact.Property.Id).ToArray().Where(f => f.Begun(asking.AsOf) && f.Status is FactStatus.InForce or FactStatus.Ended).Reverse().ToArray();
        return all.Select(f => f.Value).Distinct().Count() > 1 ? all : [];
    }

    // A yes/no question about a plan or a proposal is answered by what it is; only what is in force can be a yes.
    private static bool? Says(Asking asking, Fact fact)
    {
        var frame = asking.Frame;
        // That somebody said so is a yes to whether they said so.
        if (fact.Author is { } author && frame.AllEntities.Contains(author) && asking.Says(fact) >= Confirmed)
            return true;
        if (fact.Status is FactStatus.Opinion or FactStatus.Proposed or FactStatus.Planned or FactStatus.Disputed)
            return null;
        // "Is it compulsory?" of something voluntary.
        if (frame.Has("compulsory") && !frame.Has("voluntary"))
            return false;
        if (Changes(asking, fact).Length > 0)
            return false;
        if (Negative(fact))
            return false;
        if (frame.Time is null && !fact.Property.Happening && fact.EndedBy(asking.AsOf))
            return frame.Has("order.current") ? false : null;
        // What a statement says not to be, it cannot be a yes to.
        if (fact.Say?["en"] is { } text && Hedges.Any(h => text.Contains(h, StringComparison.Ordinal)))
            return null;
        // What is claimed more strictly than the statement tells, or of another name, number or time, it does not confirm.
        if (frame.HasAny("claim.strict", "claim.always") || !KnowsAll(asking, fact))
            return null;
        return asking.Says(fact) >= Confirmed || asking.Index.Of(fact) is { } statement && asking.Pointing.Near(statement.Number) >= Near ? true : null;
    }

    private static bool KnowsAll(Asking asking, Fact fact)
    {
        var frame = asking.Frame;
        if (asking.Index.Of(fact) is not { } statement || !frame.AllEntities.All(e => e.Kind == EntityKind.Organisation || statement.Entities.Contains(e.Id)))
            return false;
        if (frame.Time is { } time && fact.From is not null && Grader.IsAtOtherTime(fact, time, asking.AsOf))
            return false;
        for (var i = 0; i < frame.Tokens.Count; i++)
        {
            if (frame.Tokens[i].Number is not null && !(frame.Time?.Tokens.Contains(i) ?? false) && (asking.TokenTerms[i] < 0 || Array.BinarySearch(statement.Terms, asking.TokenTerms[i]) < 0))
                return false;
        }
        return true;
    }

    private static bool Negative(Fact fact)
    {
        // What is said of unknown days and undisclosed details is no denial.
        var text = fact.Say?["en"];
        return text is not null && Denials.Any(d => text.Contains(d, StringComparison.Ordinal));
    }
}
