using Cica.Answers.Composing;
using Cica.Answers.Finding;
using Cica.Answers.Following;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Topics;

/// <summary>Who is what to CICA: members, observers, partners, applicants; since when; how many; and a plain no for the rest.</summary>
internal sealed partial class MembershipTopic : ITopic
{
    private static readonly string[] Relations = ["member", "join", "leave", "founding", "observer", "observer-organisation", "partner", "applicant", "signatory"];
    private static readonly string[] Properties = ["member", "observer", "partner", "applicant", "former-observer"];

    // The share of a question that a topic which settles it has explained at least.
    private const double Explained = 0.98;

    public IEnumerable<Candidate> Read(Asking asking)
    {
        var frame = asking.Frame;
        if (Together(asking) is { } together)
        {
            yield return together;
            yield break;
        }
        // "How many countries are there in CICA?"
        var countries = frame.Has("states-word") && frame.MeansCica && frame.Asks(Ask.HowMany | Ask.List | Ask.Which) && frame.Entities.Count == 0
            && !frame.HasAny("chair", "coordinator", "co-coordinator", "summit", "ministerial", "host", "area", "dimension", "participants", "partner", "cbm-events", "volunteer", "established", "adopt", "president-word");
        // "By how many states?" is asked of what was told.
        if (frame.IsFollowUp && Following.Leaning.CountsBy(frame))
            yield break;
        // "Since when?", of what it was before: a member it became later.
        if (asking.Before?.Fact is { Property.Id: "former-observer" } && frame.IsFollowUp && Following.Leaning.IsBareAsk(frame))
            yield break;
        var related = countries || frame.HasAny(Relations);
        var holders = frame.AllEntities.Where(e => e.Kind is EntityKind.State or EntityKind.ExternalOrganisation).Distinct().ToArray();
        // A state that is nothing to CICA: whatever is asked of its standing, that is the answer.
        var stranger = holders is [{ Kind: EntityKind.State } state] && !Standing(asking, state).Any();
        if (HasMovedOn(frame, stranger))
            yield break;
        related |= stranger && frame.Has("status") && frame.Concepts.Keys.All(IsLight);
        related |= stranger && frame.MeansCica && (frame.Has("status") || (frame.Ask == Ask.None && !frame.IsFollowUp) || (frame.Has("claim.strict") && frame.Concepts.Keys.All(IsLight)));
        if (!related && !(holders.Length > 0 && frame.MeansCica && frame.Concepts.Keys.All(c => IsLight(c) || (frame.Asks(Ask.YesNo) && c is "participants" or "task"))))
            yield break;
        // "Why did Japan join?": it did not.
        // "Why did India leave?": nor did that happen.
        var left = holders is [{ Kind: EntityKind.State } staying] && frame.Asks(Ask.Why) && frame.Has("leave") && !Turns.IsNegated(frame) && Standing(asking, staying).Any(f => f.Property.Id is "member" or "observer");
        var presumed = left || holders is [{ Kind: EntityKind.State } supposed] && frame.Asks(Ask.Why) && frame.Has("join") && !Turns.IsNegated(frame) && !frame.HasAny("observer", "applicant") && Best(asking, supposed, "member") is null;
        if (!presumed && (frame.HasAny("rule") || (frame.Asks(Ask.Why | Ask.How) && !frame.Asks(Ask.HowMany | Ask.HowLong))))
            yield break;
        if ((frame.HasAny("challenge", "view") && !stranger) || (frame.Asks(Ask.Where) && !frame.Has("join")))
            yield break;
        // "Has CICA a seat at the United Nations?" is no question about their tie to CICA.
        if (frame.NamesCica && holders.Length > 0 && holders.All(h => h.Kind == EntityKind.ExternalOrganisation) && Turns.IsWithin(frame))
            yield break;
        // "Which observer, apart from Belarus, is not Asian?"
        if (holders.Length > 0 && !frame.Asks(Ask.YesNo) && frame.Entities.Any(e => holders.Contains(e.Meaning.Entity) && Turns.IsExcepted(frame, e)))
            yield break;
        var relation = RelationOf(frame, holders);
        var used = new Used().Concepts(Relations).Concepts("order.current", "order.ever", "ask.when", "region", "status", "order.first", "order.last", "number-of-times", "established", "count-word", "cica-noun", "cica-here", "states-word");
        foreach (var holder in holders)
            used.Entity(holder);
        if (holders.Length > 0 && IsOfFoundingAct(frame))
            used.Entity(frame.First(EntityKind.Document)).Concepts("document", "adopt");

        if (holders.Length == 0)
        {
            foreach (var candidate in Collective(asking, relation, used))
                yield return candidate;
            yield break;
        }
        if (holders.Length >= 2 && (frame.Asks(Ask.Compare | Ask.Who | Ask.Which) || frame.HasAny("order.first", "order.earlier", "order.later", "order.before", "order.after")) && relation is "member" or "observer"
            && (frame.HasAny("join", "order.first", "order.earlier", "order.later", "ask.compare") || IsEither(frame)))
        {
            var facts = holders.Select(h => Best(asking, h, relation)).OfType<Fact>().OrderBy(f => f.From ?? f.By).ToArray();
            if (facts.Length == holders.Length)
            {
                yield return new Candidate("membership", asking.Coverage(used.Concepts("order.earlier", "order.later", "order.before", "order.after", "ask.compare"), facts), "compare when they joined", d => Compare(d, facts, holders, frame), "compare");
                yield break;
            }
        }
        if (frame.Ordinal is not null || !presumed && frame.HasAny("host", "summit", "ministerial", "coordinator", "chair") && !frame.HasAny("member", "observer", "join", "founding"))
            yield break;
        if (frame.Time is not null)
            used.Time();
        if (frame.AsksOnlyYesNo && frame.Has("join") && frame.First(EntityKind.Meeting) is { } occasion)
            used.Entity(occasion).Concepts("summit", "ministerial", "meeting").Ordinal();
        used.Concepts("order.before", "order.since", "held", "adopt");
        // "Do both sit in it?"
        if (frame.AsksOnlyYesNo && frame.First(EntityKind.Meeting) is null)
            used.Concepts("meeting", "task");
        var told = holders.SelectMany(h => Standing(asking, h)).ToArray();
        if (relation == "partner")
            used.Concepts("adopt", "document", "seat");
        var score = asking.Coverage(used, told);
        // No tie of that kind; but there may be another statement on it ("does CICA observe at the General Assembly?").
        if (holders.All(h => h.Kind != EntityKind.State) && told.Length == 0 && (!frame.Asks(Ask.YesNo) || holders.Any(h => asking.Knowledge.Of(h.Id).Length > 0 || asking.Index.Statements.Any(s => s.Fact is { Property.Id: "event" or "note" or "anniversary" } && s.Entities.Contains(h.Id) && s.Core[0].Id == "cica"))))
            score -= 0.3;
        if (holders.Any(h => h.Kind == EntityKind.State) && holders.Any(h => h.Kind == EntityKind.ExternalOrganisation) && !frame.MeansCica)
            yield break;
        if (holders.Any(h => h.Kind != EntityKind.State) && ((frame.Asks(Ask.HowMany | Ask.Where | Ask.What) && !(frame.Asks(Ask.YesNo) && frame.HasAny("member", "observer", "partner"))) || (!frame.MeansCica && !frame.HasAny("observer", "partner"))))
            yield break;
        if (!related && !frame.Asks(Ask.YesNo))
            score -= 0.15;
        // "When did Georgia join, and at which summit?"
        var ofJoining = frame.Has("join") && frame.Asks(Ask.When | Ask.Since);
        var rebuffed = presumed || stranger && related && (ofJoining || !frame.Asks(Ask.Who | Ask.Which | Ask.HowMany | Ask.List | Ask.Compare));
        if (rebuffed)
            score = Math.Max(score, Explained);
        yield return new Candidate("membership", score, $"{relation} of {string.Join(", ", holders.Select(h => h.Id))}", d => Individual(d, asking, holders, relation), "status:" + holders[0].Id, Settles: relation is "member" or "observer" && related && !frame.Has("applicant") && (frame.Asks(Ask.YesNo) || rebuffed || (ofJoining && told.Length > 0 && !frame.IsFollowUp)) && (holders.All(h => h.Kind == EntityKind.State) || IsAmongThem(frame)));
    }

    // "What is the Almaty Act?", "the fifth summit, which city?", after a state: that state has been left behind.
    private static bool HasMovedOn(Frame frame, bool stranger) =>
        frame.IsFollowUp && !Relations.Any(frame.Concepts.ContainsKey) && !frame.Has("status")
        && frame.Entities.TrueForAll(static e => e.Meaning.Entity!.Kind is not (EntityKind.State or EntityKind.ExternalOrganisation))
        && ((frame.Ask & ~Ask.YesNo) == Ask.None ? stranger && frame.HasAny(FollowUpWords.Series)
            : frame.Entities.Count > 0 || (stranger && frame.Concepts.Keys.Any(static c => !c.Contains('.') && !FollowUpWords.Weak.Contains(c))));

    // "With whom?", after it was told when a state came in.
    private static Candidate? Together(Asking asking)
    {
        var frame = asking.Frame;
        if (!frame.IsFollowUp || frame.IsOtherwise || frame.Entities.Count > 0 || asking.Before?.Fact is not { Property.Id: "member" or "observer", From: { } from } told || !AsksCompany(frame))
            return null;
        var others = asking.Knowledge.WithProperty(told.Property.Id).ToArray().Where(f => f != told && f.From == from && f.Begun(asking.AsOf)).ToArray();
        return others.Length is 0 or > 4 ? null : new Candidate("membership", 1, "who came in together with " + told.Subject.Id, d => Joined(d, others, asking, told.Property.Id), "joined", Settles: true);
    }

    private static bool AsksCompany(Frame frame) => frame.Has("follow.company") || (frame.Tokens.Count <= 3 && frame.Tokens[^1].Text is "with" or "с");

    // "Is the SCO one of them?", after observers were told.
    private static bool IsAmongThem(Frame frame) => frame.IsFollowUp && frame.Has("follow.them") && frame.AsksOnlyYesNo && frame.Entities.Count == 1;

    // "China founded CICA, right?": one among sixteen; whose idea it was is told instead.
    private static Fact? FoundedAlone(Asking asking, Entity holder)
    {
        var frame = asking.Frame;
        if (frame.HasAny("member", "signatory") || !frame.Tokens.Any(t => t.Text is "founded" or "created" or "started" or "invented" or "launched" or "основал" or "основала" or "создал" or "создала" or "придумал" or "придумала" or "учредил" or "учредила"))
            return null;
        var initiative = asking.Knowledge.Of("cica", "proposed").ToArray().FirstOrDefault(f => f.Value?.Entity?.Kind == EntityKind.State);
        return initiative?.Value?.Entity == holder ? null : initiative;
    }

    // The Almaty Act was signed by the founders.
    private static bool IsOfFoundingAct(Frame frame) => frame.HasAny("signatory", "adopt") && frame.AllEntities.Any(e => e.Id == "almaty-act");

    private static bool IsLight(string concept) => concept.Contains('.') || concept is "status" or "region" or "cica-noun" or "member";

    private static string RelationOf(Frame frame, Entity[] holders)
    {
        if (frame.Has("applicant") && !frame.Has("order.next"))
            return "applicant";
        if (frame.Has("observer"))
            return "observer";
        if (frame.Has("partner") && !frame.Has("member"))
            return "partner";
        if (frame.Has("observer-organisation") && !frame.HasAny("member", "states-word") && holders.Length == 0)
            return "observer";
        return "member";
    }

    // What may be said of one holder on that day, the strongest first.
    private static IEnumerable<Fact> Standing(Asking asking, Entity holder)
    {
        foreach (var property in Properties)
        {
            var facts = asking.Knowledge.Of(holder.Id, property);
            for (var i = facts.Length - 1; i >= 0; i--)
            {
                if (facts[i].Begun(asking.AsOf) && (facts[i].HoldsOn(asking.AsOf) || property == "former-observer"))
                    return [facts[i]];
            }
        }
        return [];
    }

    private static Fact? Best(Asking asking, Entity holder, string property)
    {
        var facts = asking.Knowledge.Of(holder.Id, property);
        for (var i = facts.Length - 1; i >= 0; i--)
        {
            if (facts[i].Begun(asking.AsOf))
                return facts[i];
        }
        return null;
    }
}
