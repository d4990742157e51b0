using Cica.Answers.Finding;
using Cica.Answers.Following;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Topics;

/// <summary>"And the one before?", "who came next?": one step on along what the turn before was one of.</summary>
internal sealed class SequenceTopic : ITopic
{
    private static readonly string[] Counts = ["member-count", "observer-state-count", "observer-organisation-count"];

    private static readonly string[] Steps =
        ["order.before", "order.after", "order.previous", "order.next", "order.since", "handover", "held", "join", "meeting", "count-word", "ask.when", "cica-noun", "order.last", "follow.it", "status", "order.ever", "participants", "task"];

    public IEnumerable<Candidate> Read(Asking asking)
    {
        var frame = asking.Frame;
        if (Beside(asking) is { } beside)
            yield return beside;
        if (!frame.IsFollowUp || asking.Before is not { } before || frame.Entities.Count > 0 || frame.Time is not null || frame.Ordinal is not null || frame.Concepts.ContainsKey("ask.howmany") || frame.Concepts.ContainsKey("ask.where") || frame.Concepts.ContainsKey("ask.why"))
            yield break;
        var backwards = Direction.IsBackwards(frame);
        if (Direction.IsEnd(frame) || Direction.IsOfTheSame(frame) || Anchor(asking, before) is not { } anchor || !(backwards || Moves(frame, anchor)) || Step(asking, anchor, backwards) is not { } found)
            yield break;
        // "Is Korea a member?", "since when?", "and before that?": what it was itself, and not who came in before it.
        if (FollowUpWords.Ties.Contains(anchor.Property.Id) && before.Asked.Contains(Holder(anchor)) && !frame.Asks(Ask.Who | Ask.Which) && !frame.Has("join"))
            yield break;
        // "What was it before that?" asks of the one that was spoken of.
        if (((frame.Asks(Ask.What) && frame.Has("follow.them")) || frame.Has("follow.person")) && FollowUpWords.Ties.Contains(anchor.Property.Id))
            yield break;
        if (Counts.Contains(anchor.Property.Id) && (frame.Has("follow.them") || frame.Asks(Ask.Who)))
            yield break;
        // The office that the turn before spoke of may be named again ("who chaired before that?").
        var used = new Used().Concepts(Steps).Concepts(anchor.Property.Id).Concepts([.. before.Concepts]);
        yield return new Candidate("sequence", asking.Coverage(used, found), $"{(backwards ? "before" : "after")} {anchor.Id}: {found.Id}", draft =>
        {
            draft.Tell(found);
            draft.Told.Add(Holder(found));
            draft.Suggest("suggest.chair").Suggest("suggest.members");
        }, "sequence:" + found.Id, Settles: true);
    }

    // "Who joined right before Kuwait?"
    private static Candidate? Beside(Asking asking)
    {
        var frame = asking.Frame;
        if (!frame.HasAny("order.before", "order.after", "order.previous", "order.next") || Direction.IsOfTheSame(frame) || frame.Time is not null || frame.Ordinal is not null || !frame.HasAny("join", "member", "observer") || frame.HasAny("chair", "summit", "ministerial", "order.last", "order.first")
            || frame.Asks(Ask.YesNo | Ask.When | Ask.HowMany | Ask.HowLong | Ask.Why | Ask.List) || frame.AllEntities.Where(e => e.Kind != EntityKind.Organisation).ToArray() is not [{ Kind: EntityKind.State } state])
            return null;
        var tie = frame.Has("observer") ? "observer" : "member";
        if (asking.Knowledge.Of(state.Id, tie).ToArray().LastOrDefault(f => f.Begun(asking.AsOf)) is not { } anchor)
            return null;
        var backwards = frame.HasAny("order.before", "order.previous");
        if (Step(asking, anchor, backwards) is not { } found)
            return null;
        var used = new Used().Concepts(Steps).Concepts("member", "observer", "join", "status", "states-word", "region", "adopt", "established").Entity(state);
        return new Candidate("sequence", asking.Coverage(used), $"{(backwards ? "before" : "after")} {anchor.Id}: {found.Id}", draft =>
        {
            draft.Tell(found);
            draft.Tell(anchor, caveats: false);
            draft.Told.Add(Holder(found));
            draft.Suggest("suggest.members").Suggest("suggest.observers");
        }, "sequence:" + found.Id, Settles: true);
    }

    // An office is handed on; who takes a seat among the members takes it from nobody.
    private static bool Moves(Frame frame, Fact anchor) =>
        frame.Concepts.ContainsKey("order.after") || frame.Concepts.ContainsKey("order.next") || (frame.Concepts.ContainsKey("handover") && FollowUpWords.Offices.Contains(anchor.Property.Id));

    // The fact told last, or the office that whoever was told last held.
    private static Fact? Anchor(Asking asking, Conversation before)
    {
        if (before.Fact is { } fact && (FollowUpWords.Offices.Contains(fact.Property.Id) || FollowUpWords.Ties.Contains(fact.Property.Id) || Counts.Contains(fact.Property.Id)))
            return fact;
        foreach (var told in before.Told.Reverse())
        {
            foreach (var office in FollowUpWords.Offices)
            {
                if (asking.Knowledge.WithValue(office, told.Id).ToArray().LastOrDefault(f => f.Begun(asking.AsOf)) is { } held)
                    return held;
            }
        }
        // "At which meeting?" in between has not ended the talk of who joined.
        var ties = FollowUpWords.Ties.Where(before.Concepts.Contains).ToArray();
        if (ties.Length == 0 && before.Concepts.Contains("join"))
            ties = FollowUpWords.Ties;
        foreach (var spoken in before.Told.Concat(before.Asked).Concat(before.Earlier).Where(e => e.Kind == EntityKind.State))
        {
            foreach (var tie in ties)
            {
                if (asking.Knowledge.Of(spoken.Id, tie).ToArray().LastOrDefault(f => f.Begun(asking.AsOf)) is { } tied)
                    return tied;
            }
        }
        return null;
    }

    // The same holder's next term is no other holder.
    private static Fact? Step(Asking asking, Fact anchor, bool backwards)
    {
        var row = Row(asking, anchor);
        var at = Array.IndexOf(row, anchor);
        // Of some nobody knows since when: they have no place in the row.
        if (at < 0)
            return null;
        for (var i = at + (backwards ? -1 : 1); i >= 0 && i < row.Length; i += backwards ? -1 : 1)
        {
            if (Counts.Contains(anchor.Property.Id))
                return row[i];
            // "Who came before?", "and after?": not the one from whom we have just come.
            if (Holder(row[i]) != Holder(anchor) && !(asking.Frame.Entities.Count == 0 && asking.Before is { Earlier: [var from, ..] } && Holder(row[i]) == from))
                return row[i];
        }
        return null;
    }

    private static Fact[] Row(Asking asking, Fact anchor)
    {
        var all = FollowUpWords.Ties.Contains(anchor.Property.Id)
            ? asking.Knowledge.WithProperty(anchor.Property.Id).ToArray().Where(f => f.Value?.Entity == anchor.Value?.Entity)
            : asking.Knowledge.Of(anchor.Subject.Id, anchor.Property.Id).ToArray().AsEnumerable();
        return [.. all.Where(f => f.From is not null && f.Begun(asking.AsOf) && f.Status is FactStatus.InForce or FactStatus.Ended).OrderBy(f => f.From!.Value)];
    }

    private static Entity Holder(Fact fact) => FollowUpWords.Ties.Contains(fact.Property.Id) ? fact.Subject : fact.Value?.Entity ?? fact.Subject;
}
