using Cica.Answers.Understanding;
using Cica.Knowledge.Model;

namespace Cica.Answers.Following;

/// <summary>Whether a question leans on what was said before.</summary>
internal static class Leaning
{
    // A question of so much content leans on nothing unless it says so.
    private const double Whole = 3.2;

    // One of so much that asks something of something by name does neither.
    private const double Complete = 1.7;

    // One of less that is asked of things is asked of the thing in hand.
    private const double Short = 1.7;

    /// <summary>One of less says nothing by itself once something was said before.</summary>
    public const double Bare = 1.2;

    // "Who chaired CICA before that?" names CICA, and says nothing without a "that".
    private static readonly string[] OfThat = ["order.before", "order.after", "follow.then", "follow.day", "follow.year", "follow.year-later", "follow.year-earlier"];

    private static readonly HashSet<string> Past = new(["was", "were", "did", "took", "был", "была", "было", "прошел", "прошла", "прошло", "состоялся", "состоялась", "проходил", "проходила", "проводили", "провели"], StringComparer.Ordinal);

    /// <summary>It says all it asks: whatever was said before, it is the same question.</summary>
    public static bool StandsAlone(Frame frame) =>
        frame.Tokens.Count == 0 || (frame.NamesCica && !(SaysSo(frame) && (frame.HasAny(OfThat) || Pronouns.SaysHe(frame) || (frame.NamesCicaByNoun && frame.Has("follow.them"))))) || (frame.HasForeign && !frame.Has("follow.person")) || (!SaysSo(frame) && (frame.Weights.Sum() > Whole || IsComplete(frame)));

    /// <summary>The same, for sure: no word of it could point at anything that was said.</summary>
    public static bool LeansOnNothing(Frame frame) => StandsAlone(frame) && !frame.NamesCicaByNoun && !Homewards.MayTurn(frame);

    // "Who coordinates tourism?", "when did India join?": what is asked, and of whom, is all there.
    private static bool IsComplete(Frame frame) =>
        frame.Entities.Exists(static e => e.Meaning.Entity!.Kind != EntityKind.Organisation) && (frame.Ask & ~Ask.YesNo) != Ask.None && frame.Weights.Sum() > Complete
        && frame.Concepts.Keys.Any(c => !c.Contains('.') && !FollowUpWords.Weak.Contains(c) && !frame.IsWithinName(c))
        && (frame.Asks(Ask.Who) || !frame.HasAny(FollowUpWords.Offices))
        && !frame.Concepts.Keys.Any(static c => c.StartsWith("follow.", StringComparison.Ordinal) || (c.StartsWith("order.", StringComparison.Ordinal) && c is not "order.current"));

    /// <summary>It says that it leans: "and", "it", "more".</summary>
    public static bool SaysSo(Frame frame) => frame.HasAny("follow.and", "follow.it", "follow.more");

    /// <summary>
    /// It says nothing by itself: it names nothing, and asks of "it" or "him", or for what came before or after "that", which the turn
    /// before told; or it is no more than another name, of which the same is asked, or no more than "when?".
    /// </summary>
    public static bool PointsBack(Frame frame, Frame complete, Conversation before) =>
        SaysTooLittle(frame, complete, before)
        || (frame.Time is null
            && (CountsAtMeeting(frame, complete)
                || CountsAtGathering(frame, before)
                || NamesAnother(frame, before)
                || (frame.Entities.All(e => e.Meaning.Entity!.Kind is EntityKind.Body or EntityKind.Organ) && frame.Has("follow.it") && frame.HasAny("order.before", "order.after"))
                || (frame.Entities.Count == 0 && (GoesAlongRow(frame, before) || PointsAtTime(frame, complete) || Spoken.IsWithinTerm(frame, before) || PointsAtMeeting(frame, complete, before) || PointsAtThing(frame, complete, before)))));

    // No more than "when?", "and as an observer?", "a year later?", "in that post?", "how many then?"
    private static bool SaysTooLittle(Frame frame, Frame complete, Conversation before) =>
        ((IsBareAsk(frame) || Direction.IsEnd(frame)) && before.Concepts.Count + before.Asked.Count + before.Told.Count > 0)
        || FollowUps.AsksOfAnotherKind(frame, before)
        || Spoken.IsShifted(frame)
        || (CountsBy(frame) && before.Fact is not null)
        || (frame.Has("follow.office") && complete.HasAny(FollowUpWords.Offices))
        || (Spoken.CountsThen(frame) && complete.Time is not null);

    /// <summary>"By how many states?", of what was told.</summary>
    public static bool CountsBy(Frame frame) =>
        frame.Asks(Ask.HowMany) && frame.Entities.Count == 0 && !frame.MeansCica && frame.Weights.Sum() <= Short && frame.Tokens[0].Text is "by" or "from" or "with" or "to" or "из" or "с" or "от";

    /// <summary>"How many participants came?", of the gathering that was told.</summary>
    public static bool CountsAtGathering(Frame frame, Conversation before) =>
        frame.Asks(Ask.HowMany) && frame.Has("participants") && !frame.Has("join") && !frame.MeansCica && before.Told.Concat(before.Asked).Any(static e => e.Kind is EntityKind.Meeting or EntityKind.Body);

    // "And how many did they become?"
    private static bool CountsAtMeeting(Frame frame, Frame complete) =>
        frame.Asks(Ask.HowMany) && (frame.Has("join") || (frame.HasAny(FollowUpWords.Kinds) && SaysThere(frame))) && !frame.MeansCica && frame.Entities.Count == 0 && HasMeeting(complete);

    // "Qatar?", after another state.
    private static bool NamesAnother(Frame frame, Conversation before) =>
        IsBareName(frame)
        && frame.Entities.All(e => before.Asked.Any(a => a.Kind == e.Meaning.Entity!.Kind || (Things.IsField(a) && Things.IsField(e.Meaning.Entity!))))
        && before.Concepts.Any(c => !FollowUpWords.Weak.Contains(c));

    // "Who handed it over to them?", "who joined next?"
    private static bool GoesAlongRow(Frame frame, Conversation before) =>
        !frame.MeansCica && IsOfRow(before)
        && ((frame.Has("handover") && SaysSo(frame)) || (frame.HasAny("order.next", "order.after") && !frame.Asks(Ask.When | Ask.Where) && !frame.HasAny("summit", "ministerial", "meeting", "planned", "held")));

    // "Who held the chair that day?", "at that time", "тогда"; a "then" may only be a turn of phrase.
    private static bool PointsAtTime(Frame frame, Frame complete) =>
        complete.Time is not null && (frame.HasAny("follow.day", "follow.year") || (frame.Concepts.TryGetValue("follow.then", out var then) && then.Any(m => m.Length > 1 || frame.Language != "en")));

    // "Who chaired that meeting?", "at which summit?", "where was the next summit?", "who took part?"
    private static bool PointsAtMeeting(Frame frame, Frame complete, Conversation before) =>
        (frame.Concepts.TryGetValue("follow.meeting", out var pointing) && pointing.Any(m => m.Length > 1) && (HasMeeting(complete) || before.Fact is not null)) || (HasMeeting(complete) && frame.Has("participants"))
        || (AsksAtWhich(frame) && before.Fact is not null && complete.Inherited.Any(e => e.Kind != EntityKind.Meeting))
        // "Where was the previous summit?", after one was told.
        || (frame.Has("order.previous") && !frame.MeansCica && frame.Asks(Ask.Where | Ask.When | Ask.Which) && complete.Inherited.Any(e => e is { Kind: EntityKind.Meeting, Series: { } row } && frame.Has(row)))
        // The one after that, since it was.
        || (frame.HasAny("order.next", "order.after") && frame.Asks(Ask.Where | Ask.When) && complete.Inherited.Any(e => e is { Kind: EntityKind.Meeting, Series: not null }) && frame.Tokens.Any(t => Past.Contains(t.Text)));

    private static bool PointsAtThing(Frame frame, Frame complete, Conversation before)
    {
        var (ofThings, them, thing) = (frame.HasAny(FollowUpWords.OfThings), frame.Has("follow.them"), complete.Inherited.Any(Things.IsThing));
        // "Who initiated it?" of a body, "who are the other members of it?", "who proposed that?"
        if (thing && ((ofThings && !frame.MeansCica && frame.Weights.Sum() <= Short) || frame.HasAny("follow.else", "follow.thing", "cica-here") || (frame.Has("follow.it") && ofThings)))
            return true;
        // "Who got that status last?" of the observers.
        if (!frame.MeansCica && frame.Has("join") && frame.HasAny("follow.it", "order.last", "order.first") && (complete.InheritedConcepts.Contains("observer") || complete.InheritedConcepts.Contains("partner")))
            return true;
        // "Who was in the chair?", of a meeting or a body.
        if (frame.HasAny("chair", "head") && frame.Asks(Ask.Who) && !frame.MeansCica && !frame.Has("order.current") && complete.Inherited.Any(e => e.Kind is EntityKind.Meeting or EntityKind.Body))
            return true;
        // "How many countries carried them out?", "where was its sixth meeting?"
        return them && ((before.Fact is not null && frame.Asks(Ask.HowMany))
            || ((frame.Ordinal is not null || frame.NamesCicaByNoun) && complete.Inherited.Any(e => e.Kind is EntityKind.Body))
            || complete.Inherited.Any(e => e.Kind != EntityKind.Organisation)
            || complete.InheritedConcepts.Overlaps(FollowUpWords.Kinds));
    }

    private static bool HasMeeting(Frame complete) => complete.Inherited.Any(e => e.Kind == EntityKind.Meeting);

    /// <summary>"At which summit?": that of which was told what happened there.</summary>
    public static bool AsksAtWhich(Frame frame) =>
        frame.Asks(Ask.Which | Ask.What) && frame.Entities.Count == 0 && frame.Time is null && frame.Ordinal is null && frame.HasAny("summit", "ministerial", "meeting", "event-word")
        && frame.Tokens[0].Text is "at" or "during" or "in" or "на" or "в" && frame.Weights.Sum() <= Bare;

    // "There" of a place, and not that there are so many.
    private static bool SaysThere(Frame frame) =>
        frame.Concepts.TryGetValue("follow.meeting", out var mentions) && mentions.Any(m => m.Start == 0 || frame.Tokens[m.Start - 1].Text is not ("is" or "are" or "was" or "were" or "been") || m.Length > 1);

    // Holders of an office, or those who joined, one after the other.
    private static bool IsOfRow(Conversation before) =>
        before.Topic is "tenure" or "sequence" or "membership" || before.Fact?.Property.Id is "chair" or "head" or "deputy" or "member" or "observer" or "partner";

    // "Qatar?", "combating terrorism?"
    private static bool IsBareName(Frame frame)
    {
        if (frame.Entities.Count == 0 || (frame.Ask & ~Ask.YesNo) != Ask.None)
            return false;
        for (var i = 0; i < frame.Tokens.Count; i++)
        {
            if (frame.Weights[i] > 0.3 && !frame.Entities.Any(e => e.Covers(i)))
                return false;
        }
        return true;
    }

    /// <summary>By its own words it asks more than whether.</summary>
    public static bool AsksAnew(Frame frame) => frame.Concepts.Keys.Any(static c => c.StartsWith("ask.", StringComparison.Ordinal) && c is not "ask.yesno" and not "ask.either");

    /// <summary>"And in 2009?", "India?", "2026?": another time or thing, of which nothing new is asked.</summary>
    public static bool Restates(Frame frame)
    {
        if (AsksAnew(frame) || (frame.Entities.Count == 0 && frame.Time is null && frame.Ordinal is null))
            return false;
        for (var i = 0; i < frame.Tokens.Count; i++)
        {
            if (frame.Weights[i] > 0.3 && !frame.Entities.Any(e => e.Covers(i)) && !(frame.Time?.Tokens.Contains(i) ?? false) && !frame.OrdinalTokens.Contains(i))
                return false;
        }
        return true;
    }

    /// <summary>"Since when?", "in which city?", "and in 2015?"</summary>
    public static bool IsBareAsk(Frame frame) =>
        frame.Entities.Count == 0 && !frame.MeansCica && !frame.HasForeign
        && frame.Concepts.Keys.All(c => c.Contains('.') ? !c.StartsWith("talk.", StringComparison.Ordinal) : FollowUpWords.Weak.Contains(c))
        && frame.Weights.Where((_, i) => !(frame.Time?.Tokens.Contains(i) ?? false)).Sum() <= Bare;
}
