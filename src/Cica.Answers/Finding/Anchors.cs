using Cica.Answers.Following;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;

namespace Cica.Answers.Finding;

/// <summary>How plainly a question speaks of CICA's world.</summary>
internal enum Anchor
{
    /// <summary>It speaks of something else.</summary>
    None,

    /// <summary>It may; only an answer that explains nearly all of it will do.</summary>
    Weak,

    /// <summary>It names CICA, something of CICA's, or leans on a conversation about it.</summary>
    Firm,
}

/// <summary>A question must name something of CICA's world, or lean on a conversation about it, to be answered at all.</summary>
internal static class Anchors
{
    private static readonly string[] Own =
        ["chair", "member", "observer", "observer-organisation", "secretary-general", "executive-director", "summit", "ministerial", "informal", "measure", "coordinator", "co-coordinator",
            "deputy", "transformation", "founding", "cica-day-word", "secretariat-word", "area", "dimension", "cbm-events", "event-word", "join", "partner", "seat", "building", "anniversary", "applicant",
            "title-change", "think-tank-word", "bodies", "organs"];

    // What every organisation has.
    private static readonly string[] OfItself = ["member", "chair", "summit", "secretary-general", "established", "head", "seat", "budget"];

    // How it is tied to CICA.
    private static readonly string[] Tied = ["observer", "observer-organisation", "partner", "document", "adopt"];

    private static readonly string[] Owning = ["of", "to", "in", "does", "в", "во", "у"];

    // What may be asked of any state or city; with nothing else it is not about CICA.
    private static readonly string[] Everyday =
        ["head", "attend-head", "ministers-word", "population-share", "gdp-share", "territory-share", "established", "name-word", "president-word", "status", "held", "region", "cica-noun", "quote", "view", "count-word",
            "history", "importance", "challenge", "planned", "security-word", "ministry", "handover", "number-of-times", "longest", "adopt", "interview", "woman", "digital", "finance-word", "business"];

    /// <summary>"How many countries belong to the Arab League?", "who chairs that of ASEAN?": what another organisation has is its own affair.</summary>
    public static bool IsOfAnother(Frame frame) =>
        !frame.MeansCica && (frame.Concepts.Keys.Any(OfItself.Contains) || (frame.Asks(Ask.HowMany) && frame.Concepts.ContainsKey("states-word"))) && !Tied.Any(frame.IsFollowUp ? frame.Concepts.ContainsKey : frame.Has)
        && frame.Entities.Any(e => e.Meaning.Entity!.Kind == EntityKind.ExternalOrganisation && (frame.IsFollowUp || IsOwner(frame, e)));

    /// <summary>"How many members does that organisation itself have?", of another one that was just asked about; null where it means ours.</summary>
    public static Entity? ThatOther(Frame frame, Conversation before) =>
        frame.Concepts.ContainsKey("cica-noun") && (!frame.NamesCica || frame.NamesCicaByNoun) && frame.Entities.Count == 0 && frame.Concepts.Keys.Any(OfItself.Contains) && !frame.HasAny("observer", "partner") && frame.Tokens.Any(static t => t.Text is "that" or "itself" or "той" or "та" or "этой" or "самой" or "сама")
            ? before.Asked.Concat(before.Earlier).FirstOrDefault(static e => e.Kind == EntityKind.ExternalOrganisation) : null;

    private static bool IsOwner(Frame frame, Mention mention)
    {
        // "ASEAN, how many members has that got?"
        if (frame.Has("follow.it") && frame.Asks(Ask.HowMany | Ask.Who | Ask.Where))
            return true;
        var before = mention.Start - 1;
        if (before > 0 && frame.Tokens[before].Text == "the")
            before--;
        return (before >= 0 && Owning.Contains(frame.Tokens[before].Text)) || (mention.End < frame.Tokens.Count && frame.Tokens[mention.End].Text is "have" or "has" or "got");
    }

    public static Anchor Of(Frame frame)
    {
        // "And ASEAN, how many has that got?" is asked of ASEAN, whatever was spoken of before.
        if (frame.IsFollowUp && IsOfAnother(frame))
            return Anchor.None;
        if (frame.MeansCica || frame.Inherited.Count > 0 || frame.InheritedConcepts.Count > 0)
            return Anchor.Firm;
        if (frame.AllEntities.Any(e => e.Kind is EntityKind.Organ or EntityKind.Body or EntityKind.Meeting or EntityKind.Document or EntityKind.Dimension or EntityKind.Area or EntityKind.Person or EntityKind.Topic))
            return Anchor.Firm;
        if (frame.IsFollowUp && Leaning.SaysSo(frame) && frame.Concepts.Keys.Any(c => !c.Contains('.')) && !frame.HasForeign)
            return Anchor.Firm;
        // Another organisation's members and chairs are not ours; but beside its assembly ours met.
        if (frame.First(EntityKind.ExternalOrganisation) is not null && !frame.HasAny("observer", "partner") && !(frame.Has("informal") && frame.HasAny("ministerial", "ministers-word")))
            return Anchor.None;
        if (frame.HasAny(Own))
            return Anchor.Firm;
        // "What is on in October?"
        if (frame.Time is { MonthOnly: true } && frame.Entities.Count == 0 && frame.Asks(Ask.What) && !frame.HasForeign)
            return Anchor.Weak;
        // "What status has Myanmar?" is asked of this bot.
        if (frame.Has("status") && !frame.HasForeign && frame.Entities is [{ Meaning.Entity.Kind: EntityKind.State }] && frame.Concepts.Keys.All(c => c.Contains('.') || c == "status"))
            return Anchor.Weak;
        var telling = frame.Concepts.Keys.Any(c => !c.Contains('.') && !Everyday.Contains(c));
        var named = frame.Entities.Count > 0;
        if (frame.HasForeign || !(telling || (named && frame.Time is not null) || (named && frame.HasAny("order.before", "order.after"))))
            return Anchor.None;
        return Anchor.Weak;
    }
}
