using Cica.Answers.Understanding;
using Cica.Knowledge.Model;

namespace Cica.Answers.Following;

/// <summary>Completes a question that leans on the turn before ("and before that?", "where?", "and observers?").</summary>
internal static class FollowUps
{
    // A token of more says something of its own.
    private const double Slight = 0.3;

    private static readonly HashSet<string> Correcting = new(["no", "sorry", "meant", "mean", "нет", "имел", "имела", "ой", "то", "извините"], StringComparer.Ordinal);

    /// <summary>The frame with what it leaves open filled from the conversation; null for a question that stands on its own.</summary>
    /// <param name="frame">The question.</param>
    /// <param name="before">What was spoken of.</param>
    /// <param name="meant">What of that a word of its name points at.</param>
    public static Frame? Complete(Frame frame, Conversation before, Entity? meant)
    {
        if (Leaning.StandsAlone(frame) && (meant is null || !frame.NamesCicaByNoun))
            return null;
        var complete = frame.Continued(Lightened(frame));
        complete.Time ??= Spoken.Time(frame, before);
        // "Who became the seventeenth?": the seventeenth member, whatever row was spoken of.
        var row = frame.Has("join") ? "member" : NumberedRows.Of(before);
        if (frame.Ordinal is null && row is not null && NumberedRows.Ordinal(frame) is { } ordinal)
            (complete.Ordinal, complete.OrdinalTokens) = (ordinal.Number, [ordinal.Token]);

        var ends = Direction.IsEnd(frame);
        if (ends)
            complete.Ask |= Ask.When;
        var newConcepts = !ends && !Leaning.AsksAtWhich(frame) && frame.Concepts.Keys.Any(c => !c.Contains('.') && !FollowUpWords.Weak.Contains(c) && !frame.IsWithinName(c) && !(frame.Entities.Count > 0 && before.Concepts.Contains(c)));
        if (frame.Entities.Count > 0 && !newConcepts)
            AskOfAnother(frame, before, complete);
        else if (Corrected(frame, before) is { } number)
            AskOfAnotherSeries(before, complete, number);
        else if (AsksOfAnotherKind(frame, before))
            AskOfAnotherKind(before, complete);
        else if (newConcepts && complete.Ordinal is not null && frame.Ordinal is null && row is not null)
            complete.InheritedConcepts.Add(row);
        else if (newConcepts)
            AskSomethingElse(frame, before, complete);
        else
            AskFurther(frame, before, complete, row);
        AskOfCompany(frame, before, complete);
        if (meant is not null)
            AskOf(meant, complete);
        // "In that post": the office that was spoken of.
        if (frame.Has("follow.office") && before.Fact is { } held && FollowUpWords.Offices.Contains(held.Property.Id))
            complete.InheritedConcepts.Add(held.Property.Id);
        return complete;
    }

    // "Together with whom?": who helps to coordinate that.
    private static void AskOfCompany(Frame frame, Conversation before, Frame complete)
    {
        if (!frame.Has("follow.company") || Field(before) is not { } field)
            return;
        complete.InheritedConcepts.Remove("coordinator");
        complete.InheritedConcepts.Add("co-coordinator");
        complete.Inherited.RemoveAll(e => e != field);
        if (complete.Inherited.Count == 0)
            complete.Inherited.Add(field);
        complete.PointsBack = true;
    }

    private static Entity? Field(Conversation before) =>
        before.Asked.Concat(before.Told).FirstOrDefault(Things.IsField) ?? (before.Fact?.Subject is { } subject && Things.IsField(subject) ? subject : null);

    // "This council": of no other thing.
    private static void AskOf(Entity meant, Frame complete)
    {
        complete.Inherited.RemoveAll(e => e != meant && Things.IsThing(e));
        if (!complete.Inherited.Contains(meant))
            complete.Inherited.Insert(0, meant);
        complete.PointsBack = true;
    }

    // "And India?": the same question of another.
    private static void AskOfAnother(Frame frame, Conversation before, Frame complete)
    {
        var ordering = Direction.Directs(frame) || frame.HasAny("order.first", "order.last");
        // "Who answers for agriculture?" says all it asks of another.
        if (KindOf(frame) == Ask.None || !frame.Concepts.Keys.Any(c => before.Concepts.Contains(c) && !FollowUpWords.Weak.Contains(c) && !frame.IsWithinName(c)))
            complete.InheritedConcepts.UnionWith(before.Concepts.Where(c => !ordering || !c.StartsWith("order.", StringComparison.Ordinal)));
        if (KindOf(frame) == Ask.None)
            complete.Ask |= (Ask)before.Ask;
        var kinds = frame.Entities.Select(e => e.Meaning.Entity!.Kind).ToHashSet();
        var fields = frame.Entities.Any(e => Things.IsField(e.Meaning.Entity!));
        complete.Inherited.AddRange(before.Asked.Where(e => !kinds.Contains(e.Kind) && !(fields && Things.IsField(e)) && !(kinds.Contains(EntityKind.State) && e.Kind is EntityKind.Person)));
        if (frame.Time is null && before.Time is { } time)
            complete.Time = Spoken.Within(time);
        // "Where was that signed?" in between has not ended the talk of who is tied how.
        var states = frame.Entities.All(e => e.Meaning.Entity!.Kind != EntityKind.ExternalOrganisation);
        // "Is the SCO among them?"
        if (frame.Has("follow.them") && !states && before.Concepts.Any(FollowUpWords.Kinds.Contains))
        {
            complete.Ask = Ask.YesNo;
            complete.InheritedConcepts.Add(before.Concepts.Contains("partner") ? "partner" : "observer");
            return;
        }
        if (states && (complete.InheritedConcepts.Overlaps(FollowUpWords.Kinds) || complete.InheritedConcepts.Contains("join")))
            return;
        if (before.Fact is { } tie && FollowUpWords.Ties.Contains(tie.Property.Id) || before.Asked.Any(e => e.Kind == EntityKind.ExternalOrganisation) && frame.Entities.All(e => e.Meaning.Entity!.Kind == EntityKind.ExternalOrganisation))
            complete.InheritedConcepts.Add(before.Fact is { } told && FollowUpWords.Ties.Contains(told.Property.Id) ? told.Property.Id : "partner");
        // "And Ukraine?", where nothing else was asked: how it is tied.
        else if (kinds.SetEquals([EntityKind.State]) && before.Asked.Any(e => e.Kind == EntityKind.State) && before.Concepts.All(FollowUpWords.Weak.Contains))
            complete.InheritedConcepts.Add("member");
    }

    // "And as an observer?" of the last to join as a member: all the same, of another kind.
    public static bool AsksOfAnotherKind(Frame frame, Conversation before) =>
        frame.Entities.Count == 0 && frame.Time is null && KindOf(frame) == Ask.None && !frame.Asks(Ask.YesNo) && Leaning.SaysSo(frame) && before.Orders.Count > 0
        && frame.HasAny(FollowUpWords.Kinds) && before.Concepts.Any(FollowUpWords.Kinds.Contains) && frame.Concepts.Keys.All(c => c.Contains('.') || FollowUpWords.Kinds.Contains(c) || FollowUpWords.Weak.Contains(c));

    private static void AskOfAnotherKind(Conversation before, Frame complete)
    {
        complete.InheritedConcepts.UnionWith(before.Concepts.Where(c => !FollowUpWords.Kinds.Contains(c)));
        complete.InheritedConcepts.UnionWith(before.Orders);
        complete.Ask |= (Ask)before.Ask;
    }

    // "No, I meant the ministerial": of the same number.
    private static int? Corrected(Frame frame, Conversation before) =>
        frame.Entities.Count == 0 && frame.Time is null && frame.Ordinal is null && KindOf(frame) == Ask.None && frame.HasAny(FollowUpWords.Series) && frame.Tokens.Any(t => Correcting.Contains(t.Text))
            ? before.Spoken.FirstOrDefault(e => e is { Kind: EntityKind.Meeting, Series: { } series } && FollowUpWords.Series.Contains(series) && !frame.Has(series))?.Number
            : null;

    private static void AskOfAnotherSeries(Conversation before, Frame complete, int number)
    {
        complete.Ordinal = number;
        complete.Ask |= (Ask)before.Ask;
        complete.PointsBack = true;
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
        else if (before.Topic == "tenure" && before.Fact?.Property.Id == "chair" && frame.HasAny("theme", "priority") && !frame.Has("summit") && frame.Entities.Count == 0)
        {
            // "Under what motto?" of whoever is in the chair.
            complete.Inherited.AddRange(before.Told.TakeLast(1));
            complete.InheritedConcepts.Add("chair");
        }
        else if (Pronouns.Meant(frame, before) is { } meant)
            complete.Inherited.Add(meant);
        else if (frame.HasAny("partner", "document", "adopt") && before.Asked.FirstOrDefault(e => e.Kind == EntityKind.ExternalOrganisation) is { } party)
            complete.Inherited.Add(party);
        else if (Pronouns.IsOfOne(frame) && before.Asked.FirstOrDefault(e => e.Kind is EntityKind.State or EntityKind.ExternalOrganisation) is { } single)
        {
            // "So not a full member?"
            complete.Inherited.Add(single);
            if (KindOf(frame) == Ask.None)
                complete.Ask |= Ask.YesNo;
        }
        else if (frame.Entities.Count == 0 && IsOfOthers(frame))
            complete.Inherited.AddRange(before.Told.Concat(before.Asked).Where(Things.IsThing).Take(1));
        else if (frame.Entities.Count == 0 && Direction.Directs(frame) && frame.HasAny(FollowUpWords.Series) && before.Spoken.FirstOrDefault(e => e is { Kind: EntityKind.Meeting, Series: { } series } && frame.Has(series)) is { } meeting)
            complete.Inherited.Add(meeting);
        else if (frame.Entities.Count == 0 && !Spoken.CountsThen(frame) && !(frame.Time is null && complete.Time is not null && frame.HasAny(FollowUpWords.Offices)))
            complete.Inherited.AddRange(Pronouns.AskedOf(frame, before) is { } spoken ? [spoken] : []);
        // "Which of those joined last?" is asked of the kind that was spoken of.
        if ((frame.Has("follow.them") || IsOfRowEnd(frame) || (frame.HasAny("join", "status") && frame.HasAny("follow.it", "order.last", "order.first"))) && !frame.HasAny(FollowUpWords.Kinds))
            complete.InheritedConcepts.UnionWith(before.Concepts.Where(FollowUpWords.Kinds.Contains));
        // "Where did the ministers meet that year then?": whichever meeting that was.
        if (frame.Has("follow.year") && complete.Time is not null && frame.HasAny(FollowUpWords.Series))
            complete.Inherited.RemoveAll(e => e.Kind == EntityKind.Meeting);
        if (complete.Time is null && before.Time is { } when && Leaning.SaysSo(frame) && !pronoun && !frame.Has("follow.meeting"))
            complete.Time = Spoken.Within(when);
    }

    // Only a kind of question, a time, an order: everything else stays.
    private static void AskFurther(Frame frame, Conversation before, Frame complete, string? row)
    {
        var (ordering, extreme) = (Direction.Directs(frame) || frame.HasAny("order.first", "order.last"), IsExtreme(frame));
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
            if (Things.IsThing(office.Subject))
                complete.Inherited.Add(office.Subject);
        }
        else if (Direction.Directs(frame) && frame.Asks(Ask.Where) && SaysNoMore(frame) && before.Spoken.FirstOrDefault(e => e.Kind == EntityKind.Meeting) is { } meeting)
            complete.Inherited.Add(meeting);
        else if (ordering && before.Topic != "tenure" && Pronouns.Meant(frame, before) is { Kind: EntityKind.Person } officer)
        {
            // "And before him?", after something else was told of him.
            complete.InheritedConcepts.Clear();
            complete.InheritedConcepts.Add("head");
            complete.Inherited.Add(officer);
        }
        else if (ordering && before.Topic == "tenure" && before.Told.Count > 0)
            complete.Inherited.AddRange(before.Told.TakeLast(1).Concat(before.Asked.Where(Things.IsBody)));
        else if (complete.Ordinal is not null || (extreme && row is not null))
        {
            complete.Inherited.AddRange(before.Asked.Where(Things.IsBody));
            if (row is not null)
                complete.InheritedConcepts.Add(row);
        }
        else if (frame.Asks(Ask.Who | Ask.What) && frame.Has("follow.it") && before.Told.Count > 0)
        {
            // "Who is he?" asks about the person, not about what was asked before.
            complete.InheritedConcepts.Clear();
            complete.Inherited.Add(before.Told.FirstOrDefault(e => e.Kind == EntityKind.Person) ?? Pronouns.Meant(frame, before) ?? before.Told[0]);
        }
        else if (Pronouns.Meant(frame, before) is { } meant)
        {
            // "Was it planned earlier?" is asked of the meeting, and not of who chaired it.
            if (frame.Asks(Ask.YesNo) && frame.Concepts.Keys.Any(FollowUpWords.Weak.Contains))
                complete.InheritedConcepts.ExceptWith(FollowUpWords.Offices);
            complete.Inherited.Add(meant);
        }
        else if (IsOfOthers(frame))
            complete.Inherited.AddRange(before.Asked.Concat(before.Told).Where(Things.IsThing).Take(1));
        else
        {
            complete.Inherited.AddRange(before.Told.Count is 1 or 2 ? before.Told.Take(1) : before.Asked);
            complete.Inherited.AddRange([.. before.Asked.Where(e => !complete.Inherited.Contains(e) && Things.IsBody(e))]);
        }
        // "And which states?" of the observers.
        if (frame.Has("states-word"))
            complete.InheritedConcepts.Remove("observer-organisation");
        if (KindOf(frame) == Ask.None && !frame.Asks(Ask.YesNo | Ask.How))
            complete.Ask |= (Ask)before.Ask & ~Ask.YesNo;
        if (complete.Ask == Ask.None && (timed || ordering || now))
            complete.Ask |= (Ask)before.Ask;
        if (complete.Time is null && before.Time is { } asIs && !ordering && !now && frame.Asks(Ask.Who | Ask.List | Ask.HowMany))
            complete.Time = Spoken.Within(asIs);
    }

    // "Which one came last?"
    private static bool IsOfRowEnd(Frame frame) =>
        frame.Asks(Ask.Which | Ask.Who) && frame.Entities.Count == 0 && frame.HasAny("order.last", "order.first")
        && frame.Concepts.Keys.All(c => c.Contains('.') || c is "participants" or "join" or "status" or "become" || FollowUpWords.Weak.Contains(c));

    // The kind of answer it asks for, but for yes, no and how.
    private static Ask KindOf(Frame frame) => frame.Ask & ~Ask.YesNo & ~Ask.How;

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
        frame.HasAny("order.first", "order.last") && !frame.HasAny("meeting", "held", "established") && !Direction.Directs(frame);

    // "Who else joined that year?" is asked of others than those who were spoken of.
    private static bool IsOfOthers(Frame frame) => frame.Has("follow.else");

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
