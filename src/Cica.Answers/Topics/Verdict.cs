using System.Collections.Frozen;
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

    // A word that counts so much must be said.
    private const double Telling = 0.5;

    private static readonly string[] Denials =
        [" is not a", "neither ", " nor ", " are not a", " has not ", " had not ", " does not ", " do not ", " did not ", " cannot ", "never ", "no longer", " nothing ", " was not a", " is no ", " has no ", " no organ", " no such ", "not been "];

    private static readonly FrozenSet<string> Preventing = FrozenSet.ToFrozenSet(["keep", "keeps", "kept", "prevent", "prevents", "stop", "stops", "bar", "bars", "exclude", "excludes", "forbid", "forbids", "lack", "lacks", "мешает", "мешают", "запрещает", "исключает", "отсутствует", "лишен", "лишена"], StringComparer.Ordinal);

    private static readonly string[] Hedges = [" not ", " none ", " without ", " except ", " no "];

    /// <summary>"Yes.", "No." or nothing, in the draft's language.</summary>
    public static string? Of(Draft draft, Asking asking, Fact fact) => asking.Frame is { AsksOnlyYesNo: true, WantsVerdict: true } ? Word(draft, Says(asking, fact)) : null;

    /// <summary>The word for a verdict, in the draft's language; nothing for none.</summary>
    public static string? Word(Draft draft, bool? verdict) => verdict is { } yes ? draft.Words.Text(yes ? "word.yes" : "word.no") : null;

    /// <summary>
    /// Whether what happened is what a question says of it: no where it names another place, host, meeting or time; null where it names
    /// something of which the fact does not tell.
    /// </summary>
    public static bool? Agrees(Asking asking, Fact fact)
    {
        var frame = asking.Frame;
        if (asking.Index.Of(fact) is not { } statement)
            return null;
        bool? agrees = frame.HasAny("claim.strict", "claim.always") ? null : true;
        foreach (var entity in frame.AllEntities)
        {
            if (entity.Kind == EntityKind.Organisation || statement.Entities.Contains(entity.Id) || IsWhere(asking, fact, entity))
                continue;
            if (!frame.Inherited.Contains(entity) && HasAnother(asking, fact, entity))
                return false;
            agrees = null;
        }
        if (frame.Time is { Relation: TimeRelation.In } time && fact.From is not null && !fact.BeganWithin(time.First, time.Last) && !fact.HoldsWithin(time.First, time.Last))
            return false;
        return agrees;
    }

    /// <summary>What happened at a place happened in its state.</summary>
    public static bool IsWhere(Asking asking, Fact fact, Entity entity) =>
        entity.Kind == EntityKind.State && Values(fact).Any(v => v.Kind == EntityKind.Place && v.State == entity.Id)
        || entity.Kind == EntityKind.Place && Values(fact).Any(v => v.Kind == EntityKind.State && v.Id == entity.State && asking.Frame.HasAny("host", "chair"));

    // Of the same kind, and not that one.
    private static bool HasAnother(Asking asking, Fact fact, Entity entity) => entity.Kind switch
    {
        EntityKind.Place => Values(fact).Any(v => v.Kind == EntityKind.Place),
        EntityKind.State => asking.Frame.HasAny("host", "held", "meeting", "summit", "ministerial") && !asking.Frame.HasAny("participants", "join", "member") && Values(fact).Any(v => v.Kind is EntityKind.State or EntityKind.Place),
        EntityKind.Meeting => Values(fact).Any(v => v.Kind == EntityKind.Meeting),
        _ => false,
    };

    private static IEnumerable<Entity> Values(Fact fact) => fact.Value?.Entity is { } value ? fact.About.Prepend(value) : fact.About;

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
            return frame.HasAny("claim.strict", "claim.always") ? null : true;
        if (fact.Status is FactStatus.Opinion or FactStatus.Proposed or FactStatus.Planned or FactStatus.Disputed)
            return null;
        // "Is it compulsory?" of something voluntary.
        if (frame.Has("compulsory") && !frame.Has("voluntary"))
            return false;
        if (Changes(asking, fact).Length > 0)
            return false;
        // "Does the rule keep Belarus out?" of what says that it cannot join.
        if (Negative(fact) && frame.Tokens.Any(static t => Preventing.Contains(t.Text)))
            return null;
        if ((Negative(fact) && (fact.Property.Id is not ("note" or "comparison") || SaysAll(asking, fact))) || CountsOtherwise(asking, fact))
            return false;
        if (frame.Time is null && !fact.Property.Happening && fact.EndedBy(asking.AsOf) && !IsOfThePast(frame))
            return frame.Has("order.current") ? false : null;
        // What a statement says not to be, it cannot be a yes to.
        if (fact.Say?["en"] is { } text && Hedges.Any(h => text.Contains(h, StringComparison.Ordinal)))
            return null;
        // What is claimed more strictly than the statement tells, or of another name, number or time, it does not confirm.
        if (frame.HasAny("claim.strict", "claim.always") || !KnowsAll(asking, fact))
            return null;
        return SaysAll(asking, fact) && (asking.Says(fact) >= Confirmed || asking.Index.Of(fact) is { } statement && asking.Pointing.Near(statement.Number) >= Near) ? true : null;
    }

    // "Was Xi Jinping ever in the chair?"
    private static bool IsOfThePast(Frame frame) =>
        !frame.Has("order.current") && (frame.Has("order.ever") || frame.Tokens.Any(t => t.Text is "was" or "were" or "did" or "had" or "был" or "была" or "было" or "были"));

    // What is asked about in words that the statement does not hold, it does not confirm.
    private static bool SaysAll(Asking asking, Fact fact)
    {
        if (asking.Index.Of(fact) is not { } statement)
            return false;
        Span<ulong> held = stackalloc ulong[asking.Terms.Words];
        asking.Terms.Mark(statement.Terms, held);
        var said = false;
        for (var i = 0; i < asking.Frame.Tokens.Count; i++)
        {
            if (asking.Frame.Weights[i] < Telling)
                continue;
            if (asking.Frame.Tokens[i].Number is null && !asking.IsSpoken(i, held))
                return false;
            said = true;
        }
        return said;
    }

    // "Are there four?" of something that has another number.
    private static bool CountsOtherwise(Asking asking, Fact fact)
    {
        var frame = asking.Frame;
        for (var i = 0; fact.Value?.Number is { } number && i < frame.Tokens.Count; i++)
        {
            if (frame.CountAt(i) is { } count && count != number && !(frame.Time?.Tokens.Contains(i) ?? false) && !frame.OrdinalTokens.Contains(i))
                return true;
        }
        return false;
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
