using System.Collections.Frozen;
using Cica.Knowledge.Model;

namespace Cica.Answers.Understanding;

/// <summary>Completes a question that leans on the turn before ("and before that?", "where?", "and observers?").</summary>
internal static class FollowUps
{
    // A token of more says something of its own.
    private const double Slight = 0.3;

    /// <summary>Concepts that say little of what is asked.</summary>
    internal static readonly FrozenSet<string> Weak = FrozenSet.ToFrozenSet(["held", "cica-noun", "region", "count-word", "name-word", "planned", "status", "meeting", "handover", "number-of-times", "quote", "states-word", "task"], StringComparer.Ordinal);

    /// <summary>What is asked of things rather than of persons.</summary>
    internal static readonly string[] OfThings = ["established", "proposed", "adopt", "document", "participants", "signatory", "coordinator", "outcome", "theme", "in-force"];

    // What is asked of a meeting.
    private static readonly string[] OfMeetings = ["adopt", "outcome", "document", "participants", "host", "theme", "join", "signatory"];

    // What is asked of a paper.
    private static readonly string[] OfPapers = ["in-force", "amend", "drafted", "signatory"];

    /// <summary>What a list is of.</summary>
    internal static readonly string[] Kinds = ["member", "observer", "observer-organisation", "partner", "applicant"];

    /// <summary>Offices that are held one after the other.</summary>
    internal static readonly string[] Offices = ["chair", "head", "deputy"];

    // How somebody is tied to CICA.
    private static readonly string[] Ties = ["member", "observer", "partner"];

    private static readonly string[] Series = ["summit", "ministerial"];

    // What comes in numbered rows.
    private static readonly string[] Rows = ["summit", "ministerial", "chair"];

    /// <summary>The frame with what it leaves open filled from the conversation; null for a question that stands on its own.</summary>
    /// <param name="frame">The question.</param>
    /// <param name="before">What was spoken of.</param>
    /// <param name="meant">What of that a word of its name points at.</param>
    public static Frame? Complete(Frame frame, Conversation before, Entity? meant)
    {
        if (meant is null ? Leaning.StandsAlone(frame) : frame.NamesCica && !frame.NamesCicaByNoun)
            return null;
        var complete = new Frame
        {
            Language = frame.Language,
            Tokens = frame.Tokens,
            Mentions = frame.Mentions,
            Weights = Lightened(frame),
            Concepts = frame.Concepts,
            Entities = frame.Entities,
            Ask = frame.Ask,
            Time = frame.Time,
            Ordinal = frame.Ordinal,
            OrdinalTokens = frame.OrdinalTokens,
            IsFollowUp = true,
        };
        complete.Time ??= Spoken.Time(frame, before);
        // "Who became the seventeenth?": the seventeenth member, whatever row was spoken of.
        var row = frame.Has("join") ? "member" : RowOf(before);
        if (frame.Ordinal is null && row is not null && BareOrdinal(frame) is { } ordinal)
            (complete.Ordinal, complete.OrdinalTokens) = (ordinal.Number, [ordinal.Token]);

        var newConcepts = frame.Concepts.Keys.Any(c => !c.Contains('.') && !Weak.Contains(c) && !frame.IsWithinName(c) && !(frame.Entities.Count > 0 && before.Concepts.Contains(c)));
        if (frame.Entities.Count > 0 && !newConcepts)
            AskOfAnother(frame, before, complete);
        else if (AsksOfAnotherKind(frame, before))
            AskOfAnotherKind(before, complete);
        else if (newConcepts && complete.Ordinal is not null && frame.Ordinal is null && row is not null)
            complete.InheritedConcepts.Add(row);
        else if (newConcepts)
            AskSomethingElse(frame, before, complete);
        else
            AskFurther(frame, before, complete, row);
        // "Together with whom?": who helps to coordinate that.
        if (frame.Has("follow.company") && (before.Asked.Concat(before.Told).FirstOrDefault(IsField) ?? (before.Fact?.Subject is { } subject && IsField(subject) ? subject : null)) is { } field)
        {
            complete.InheritedConcepts.Remove("coordinator");
            complete.InheritedConcepts.Add("co-coordinator");
            complete.Inherited.RemoveAll(e => e != field);
            if (complete.Inherited.Count == 0)
                complete.Inherited.Add(field);
            complete.PointsBack = true;
        }
        if (meant is not null)
        {
            complete.Inherited.RemoveAll(e => e != meant && IsThing(e));
            if (!complete.Inherited.Contains(meant))
                complete.Inherited.Insert(0, meant);
            complete.PointsBack = true;
        }
        // "In that post": the office that was spoken of.
        if (frame.Has("follow.office") && before.Fact is { } held && Offices.Contains(held.Property.Id))
            complete.InheritedConcepts.Add(held.Property.Id);
        return complete;
    }

    // "And India?": the same question of another.
    private static void AskOfAnother(Frame frame, Conversation before, Frame complete)
    {
        var ordering = Directs(frame) || frame.HasAny("order.first", "order.last");
        complete.InheritedConcepts.UnionWith(before.Concepts.Where(c => !ordering || !c.StartsWith("order.", StringComparison.Ordinal)));
        if (KindOf(frame) == Ask.None)
            complete.Ask |= (Ask)before.Ask;
        var kinds = frame.Entities.Select(e => e.Meaning.Entity!.Kind).ToHashSet();
        var fields = frame.Entities.Any(e => IsField(e.Meaning.Entity!));
        complete.Inherited.AddRange(before.Asked.Where(e => !kinds.Contains(e.Kind) && !(fields && IsField(e)) && !(kinds.Contains(EntityKind.State) && e.Kind is EntityKind.Person)));
        if (frame.Time is null && before.Time is { } time)
            complete.Time = Within(time);
        // "Where was that signed?" in between has not ended the talk of who is tied how.
        var states = frame.Entities.All(e => e.Meaning.Entity!.Kind != EntityKind.ExternalOrganisation);
        if (states && (complete.InheritedConcepts.Overlaps(Kinds) || complete.InheritedConcepts.Contains("join")))
            return;
        if (before.Fact is { } tie && Ties.Contains(tie.Property.Id) || before.Asked.Any(e => e.Kind == EntityKind.ExternalOrganisation) && frame.Entities.All(e => e.Meaning.Entity!.Kind == EntityKind.ExternalOrganisation))
            complete.InheritedConcepts.Add(before.Fact is { } told && Ties.Contains(told.Property.Id) ? told.Property.Id : "partner");
        // "And Ukraine?", where nothing else was asked: how it is tied.
        else if (kinds.SetEquals([EntityKind.State]) && before.Asked.Any(e => e.Kind == EntityKind.State) && before.Concepts.All(Weak.Contains))
            complete.InheritedConcepts.Add("member");
    }

    // "And as an observer?" of the last to join as a member: all the same, of another kind.
    public static bool AsksOfAnotherKind(Frame frame, Conversation before) =>
        frame.Entities.Count == 0 && frame.Time is null && KindOf(frame) == Ask.None && !frame.Asks(Ask.YesNo) && Leaning.SaysSo(frame) && before.Orders.Count > 0
        && frame.HasAny(Kinds) && before.Concepts.Any(Kinds.Contains) && frame.Concepts.Keys.All(c => c.Contains('.') || Kinds.Contains(c) || Weak.Contains(c));

    private static void AskOfAnotherKind(Conversation before, Frame complete)
    {
        complete.InheritedConcepts.UnionWith(before.Concepts.Where(c => !Kinds.Contains(c)));
        complete.InheritedConcepts.UnionWith(before.Orders);
        complete.Ask |= (Ask)before.Ask;
    }

    // "And observers?" keeps the kind of question; "what was adopted there?" keeps the thing.
    private static void AskSomethingElse(Frame frame, Conversation before, Frame complete)
    {
        var pronoun = frame.Has("follow.it");
        if (KindOf(frame) == Ask.None && !frame.Asks(Ask.YesNo))
            complete.Ask |= (Ask)before.Ask & (Ask.HowMany | Ask.List | Ask.When | Ask.Who | Ask.Where);
        if (frame.Has("handover") && before.Topic == "tenure" && frame.Entities.Count == 0)
        {
            complete.Inherited.AddRange(before.Told.TakeLast(1));
            complete.InheritedConcepts.UnionWith(before.Concepts);
        }
        else if (Meant(frame, before) is { } meant)
            complete.Inherited.Add(meant);
        else if (frame.HasAny("partner", "document", "adopt") && before.Asked.FirstOrDefault(e => e.Kind == EntityKind.ExternalOrganisation) is { } party)
            complete.Inherited.Add(party);
        else if (IsOfOne(frame) && before.Asked.FirstOrDefault(e => e.Kind is EntityKind.State or EntityKind.ExternalOrganisation) is { } single)
        {
            // "So not a full member?"
            complete.Inherited.Add(single);
            if (KindOf(frame) == Ask.None)
                complete.Ask |= Ask.YesNo;
        }
        else if (frame.Entities.Count == 0 && IsOfOthers(frame))
            complete.Inherited.AddRange(before.Told.Concat(before.Asked).Where(IsThing).Take(1));
        else if (frame.Entities.Count == 0 && Directs(frame) && frame.HasAny(Series) && before.Told.Concat(before.Asked).Concat(before.Earlier).FirstOrDefault(e => e is { Kind: EntityKind.Meeting, Series: { } series } && frame.Has(series)) is { } meeting)
            complete.Inherited.Add(meeting);
        else if (frame.Entities.Count == 0 && !Spoken.CountsThen(frame))
            complete.Inherited.AddRange(SpokenOf(frame, before, pronoun));
        // "Which of those joined last?" is asked of the kind that was spoken of.
        if ((frame.Has("follow.them") || (frame.Has("join") && frame.HasAny("follow.it", "order.last", "order.first"))) && !frame.HasAny(Kinds))
            complete.InheritedConcepts.UnionWith(before.Concepts.Where(Kinds.Contains));
        if (complete.Time is null && before.Time is { } when && Leaning.SaysSo(frame) && !pronoun)
            complete.Time = Within(when);
    }

    // What a question that names nothing is asked of.
    private static IEnumerable<Entity> SpokenOf(Frame frame, Conversation before, bool pronoun)
    {
        // "How many members does it have?" is asked of CICA, whichever state was spoken of.
        var counts = frame.Asks(Ask.HowMany | Ask.List | Ask.Which) && frame.HasAny(Kinds);
        var told = before.Told.FirstOrDefault(e => IsThing(e, frame)) ?? before.Told.FirstOrDefault(e => IsThing(e) || (pronoun && !counts && e.Kind is EntityKind.Person or EntityKind.State))
            // "When was it approved?", "when approved?"
            ?? before.Asked.FirstOrDefault(e => pronoun ? !counts : IsThing(e))
            ?? ((pronoun || frame.HasAny(OfThings)) && !counts ? before.Earlier.FirstOrDefault(IsThing) : null);
        return told is null ? [] : [told];
    }

    // Only a kind of question, a time, an order: everything else stays.
    private static void AskFurther(Frame frame, Conversation before, Frame complete, string? row)
    {
        var (ordering, extreme) = (Directs(frame) || frame.HasAny("order.first", "order.last"), IsExtreme(frame));
        var timed = frame.Time is not null || Spoken.IsShifted(frame);
        var now = frame.Has("order.current") && !ordering && frame.Entities.Count == 0;
        complete.InheritedConcepts.UnionWith(before.Concepts.Where(c => !(ordering || timed || complete.Ordinal is not null) || !c.StartsWith("order.", StringComparison.Ordinal)));
        // "And the one of 2012?"
        if (timed && row is not null && before.Topic is "meeting" or "meeting-detail")
            complete.InheritedConcepts.Add(row);
        if ((timed && !ordering) || now)
            complete.Inherited.AddRange(before.Asked.Where(e => e.Kind is not EntityKind.Meeting && !(now && before.Told.Contains(e))));
        else if (extreme && before.Topic is "tenure" or "sequence" && before.Fact is { } office)
        {
            complete.InheritedConcepts.Add(office.Property.Id);
            if (IsThing(office.Subject))
                complete.Inherited.Add(office.Subject);
        }
        else if (Directs(frame) && frame.Asks(Ask.Where) && SaysNoMore(frame) && before.Told.Concat(before.Asked).Concat(before.Earlier).FirstOrDefault(e => e.Kind == EntityKind.Meeting) is { } meeting)
            complete.Inherited.Add(meeting);
        else if (ordering && before.Topic == "tenure" && before.Told.Count > 0)
            complete.Inherited.AddRange(before.Told.TakeLast(1).Concat(before.Asked.Where(IsBody)));
        else if (complete.Ordinal is not null || (extreme && row is not null))
        {
            complete.Inherited.AddRange(before.Asked.Where(IsBody));
            if (row is not null)
                complete.InheritedConcepts.Add(row);
        }
        else if (frame.Asks(Ask.Who | Ask.What) && frame.Has("follow.it") && before.Told.Count > 0)
        {
            // "Who is he?" asks about the person, not about what was asked before.
            complete.InheritedConcepts.Clear();
            complete.Inherited.Add(before.Told.FirstOrDefault(e => e.Kind == EntityKind.Person) ?? before.Told[0]);
        }
        else if (Meant(frame, before) is { } meant)
        {
            // "Was it planned earlier?" is asked of the meeting, and not of who chaired it.
            if (frame.Asks(Ask.YesNo) && frame.Concepts.Keys.Any(Weak.Contains))
                complete.InheritedConcepts.ExceptWith(Offices);
            complete.Inherited.Add(meant);
        }
        else if (IsOfOthers(frame))
            complete.Inherited.AddRange(before.Asked.Concat(before.Told).Where(IsThing).Take(1));
        else
        {
            complete.Inherited.AddRange(before.Told.Count is 1 or 2 ? before.Told.Take(1) : before.Asked);
            complete.Inherited.AddRange([.. before.Asked.Where(e => !complete.Inherited.Contains(e) && IsBody(e))]);
        }
        // "And which states?" of the observers.
        if (frame.Has("states-word"))
            complete.InheritedConcepts.Remove("observer-organisation");
        if (KindOf(frame) == Ask.None && !frame.Asks(Ask.YesNo | Ask.How))
            complete.Ask |= (Ask)before.Ask & ~Ask.YesNo;
        if (complete.Ask == Ask.None && (timed || ordering || now))
            complete.Ask |= (Ask)before.Ask;
        if (complete.Time is null && before.Time is { } asIs && !ordering && !now && frame.Asks(Ask.Who | Ask.List | Ask.HowMany))
            complete.Time = Within(asIs);
    }

    private static TimeReference Within((DateOnly First, DateOnly Last) time) => Spoken.Within(time);

    // The kind of answer it asks for, but for yes, no and how.
    private static Ask KindOf(Frame frame) => frame.Ask & ~Ask.YesNo & ~Ask.How;

    // On or back from what was told.
    private static bool Directs(Frame frame) => frame.HasAny("order.before", "order.after", "order.previous", "order.next");

    // "And the next, where was it?"
    private static bool SaysNoMore(Frame frame)
    {
        for (var i = 0; i < frame.Tokens.Count; i++)
        {
            if (frame.Weights[i] > Slight && !frame.Mentions.Any(m => m.Covers(i) && (m.Meaning.Id.Contains('.') || m.Meaning.Id is "held" or "meeting")))
                return false;
        }
        return true;
    }

    // "And the very first?": of all of them, not of the one that was told.
    private static bool IsExtreme(Frame frame) =>
        frame.HasAny("order.first", "order.last") && !frame.HasAny("meeting", "held", "established") && !Directs(frame);

    // "Who else joined that year?" is asked of others than those who were spoken of.
    private static bool IsOfOthers(Frame frame) => frame.Has("follow.else");

    // Whom "he" or what "it" stands for.
    private static Entity? Meant(Frame frame, Conversation before)
    {
        if (frame.Has("follow.person") && before.Told.Concat(before.Asked).Concat(before.Earlier).FirstOrDefault(e => e.Kind == EntityKind.Person) is { } person)
            return person;
        if (frame.Has("follow.meeting") && before.Told.Concat(before.Asked).Concat(before.Earlier).Append(before.Occasion).OfType<Entity>().FirstOrDefault(e => e.Kind == EntityKind.Meeting) is { } meeting)
            return meeting;
        if (frame.Has("follow.thing") || (frame.Has("follow.them") && frame.HasAny(OfThings)))
        {
            var spoken = before.Asked.Concat(before.Told).Concat(before.Earlier).ToArray();
            return spoken.FirstOrDefault(e => IsThing(e, frame)) ?? spoken.FirstOrDefault(IsThing);
        }
        return null;
    }

    // The numbered row that was spoken of: by its name, or by one of its meetings.
    private static string? RowOf(Conversation before) =>
        before.Topic == "membership" && before.Fact?.Property.Id == "member" && before.Asked.All(e => e.Kind != EntityKind.Meeting) ? "member" : before.Concepts.FirstOrDefault(Rows.Contains) ?? before.Told.Concat(before.Asked).Concat(before.Earlier).Select(e => e.Series).FirstOrDefault(Rows.Contains);

    /// <summary>Something of CICA's that is neither a person nor a state.</summary>
    internal static bool IsThing(Entity entity) =>
        entity.Kind is EntityKind.Body or EntityKind.Organ or EntityKind.Document or EntityKind.Meeting or EntityKind.Area or EntityKind.Dimension;

    // Of the kind of thing of which this is asked: papers enter into force, bodies are set up, states join.
    private static bool IsThing(Entity entity, Frame frame) =>
        frame.Has("join") ? entity.Kind is EntityKind.State
        : frame.HasAny(OfPapers) ? entity.Kind is EntityKind.Document
        : frame.Has("established") ? entity.Kind is EntityKind.Body or EntityKind.Organ or EntityKind.Document
        : IsThing(entity);

    /// <summary>An area or a dimension of the measures.</summary>
    internal static bool IsField(Entity entity) => entity.Kind is EntityKind.Area or EntityKind.Dimension;

    private static bool IsBody(Entity entity) => entity.Kind is EntityKind.Body or EntityKind.Organ;

    private static bool IsOfOne(Frame frame) => frame.Entities.Count == 0 && !frame.Asks(Ask.HowMany | Ask.List | Ask.Which) && (frame.HasAny("claim.strict", "order.current", "order.ever") || frame.Asks(Ask.YesNo))
        && frame.Tokens.Any(t => t.Text is "member" or "observer" or "partner" or "член" or "членом" or "наблюдатель" or "наблюдателем" or "партнер" or "партнером" or "участник" or "участником");

    // "Third?", "no, I mean the fourth": of the row of meetings or offices that was spoken of.
    private static (int Number, int Token)? BareOrdinal(Frame frame)
    {
        if (frame.Entities.Count > 0)
            return null;
        (int, int)? found = null;
        for (var i = 0; i < frame.Tokens.Count; i++)
        {
            // "The 2012 one": no ordinal.
            if (frame.Tokens[i].Text is "one" or "ones")
                continue;
            var number = frame.Tokens[i].Number ?? NumberAt(frame, i);
            // "Two years": a count.
            if (number is not null && FrameReader.IsCardinal(frame.Tokens[i]) && i + 1 < frame.Tokens.Count)
                return null;
            if (number is >= 1 and <= 30 && found is null && frame.Weights[i] > 0.5)
                found = (number.Value, i);
            else if (frame.Weights[i] > 0.9 && !QuestionReader.IsOrdinalSuffix(frame.Tokens[i]) && !SaysLittle(frame, i))
                return null;
        }
        return found;
    }

    // "And what did they sign at the second?": the verb does not say the second of what.
    private static bool SaysLittle(Frame frame, int token)
    {
        foreach (var mention in frame.Mentions)
        {
            if (mention.Covers(token) && mention.Meaning.Kind == MeaningKind.Concept && (Weak.Contains(mention.Meaning.Id) || OfMeetings.Contains(mention.Meaning.Id)))
                return true;
        }
        return false;
    }

    private static int? NumberAt(Frame frame, int token)
    {
        foreach (var mention in frame.Mentions)
        {
            if (mention.Start == token && mention.Length == 1 && mention.Meaning.Kind == MeaningKind.Number)
                return mention.Meaning.Number;
        }
        return null;
    }

    // What only ties a follow-up to the turn before needs no explaining.
    private static double[] Lightened(Frame frame)
    {
        var weights = frame.Weights.ToArray();
        foreach (var mention in frame.Mentions)
        {
            if (mention.Meaning.Id is "order.before" or "order.after" or "held" or "meeting" or "status" or "order.since" or "quote")
            {
                for (var i = mention.Start; i < mention.End; i++)
                    weights[i] = Math.Min(weights[i], 0.2);
            }
        }
        return weights;
    }
}
