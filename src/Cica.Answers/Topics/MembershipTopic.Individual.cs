using Cica.Answers.Composing;
using Cica.Answers.Finding;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Topics;

/// <summary>What is told of those who are named: since when, whether at all, or which of two came first.</summary>
internal sealed partial class MembershipTopic
{
    private static void Individual(Draft draft, Asking asking, Entity[] holders, string relation)
    {
        var frame = asking.Frame;
        foreach (var holder in holders.Take(4))
        {
            draft.Told.Add(holder);
            var fact = Best(asking, holder, relation);
            var current = Standing(asking, holder).FirstOrDefault();
            var yesNo = (frame.Asks(Ask.YesNo) || (frame.Asks(Ask.Why) && frame.Has("leave"))) && !frame.Asks(Ask.When | Ask.Since | Ask.HowLong);
            if (yesNo)
            {
                YesNo(draft, asking, holder, relation, fact, current);
                continue;
            }
            if (fact is not null && (fact.HoldsOn(asking.AsOf) || relation != "member" || current is null))
            {
                // An observer that has become a member: both are told.
                draft.Tell(fact);
                if (!fact.HoldsOn(asking.AsOf) && current is not null && current != fact)
                    draft.Tell(current);
                if (frame.Asks(Ask.HowLong) && fact.From is { } from)
                    draft.Line(draft.Words.Text("length.so-far", ("length", draft.Words.Dates.Length(from.First, asking.AsOf))));
                continue;
            }
            if (frame.Has("leave") && current is not null)
                draft.Line(draft.Words.Text("membership.no-leaving", ("state", draft.Words.Name(holder))));
            Negative(draft, asking, holder, relation, current, lead: false);
        }
        if (holders[0].Kind == EntityKind.State && draft.Outcome == Outcome.Answer)
            draft.Suggest(relation == "observer" ? "suggest.observers" : "suggest.members").Suggest("suggest.chair");
    }

    private static void YesNo(Draft draft, Asking asking, Entity holder, string relation, Fact? fact, Fact? current)
    {
        var frame = asking.Frame;
        var time = frame.Time;
        if (frame.Has("leave"))
        {
            if (current is not null)
                draft.Tell(current, draft.Words.Text("word.no"));
            else
                Negative(draft, asking, holder, relation, current, lead: true);
            return;
        }
        if (frame.Has("founding") || IsOfFoundingAct(frame))
        {
            var founder = fact?.From is { } joined && joined.Year <= 2002;
            if (fact is null)
                Negative(draft, asking, holder, relation, current, lead: true);
            else if (founder && FoundedAlone(asking, holder) is { } initiative)
                draft.Tell(initiative, draft.Words.Text("word.no")).Tell(fact, caveats: false);
            else
                draft.Tell(fact, draft.Words.Text(founder ? "word.yes" : "word.no"));
            return;
        }
        bool holds;
        if (fact is null)
            holds = false;
        else if (frame.Has("join") && frame.Entities.Any(e => e.Meaning.Entity!.Kind == EntityKind.Meeting))
            holds = frame.Named(EntityKind.Meeting).Any(m => IsAt(asking, fact, m));
        else if (time is null)
            holds = fact.HoldsOn(asking.AsOf) || frame.Has("order.ever") || frame.Tokens.Any(t => t.Text is "was" or "were" or "had" or "был" or "была" or "было" or "были");
        else if (frame.Has("join") && time.Relation == TimeRelation.In)
            holds = fact.BeganWithin(time.First, time.Last);
        else
            holds = time.Relation == TimeRelation.Before ? fact.Begun(time.First.AddDays(-1)) : fact.HoldsWithin(time.First, time.Last);
        if (fact is not null && (holds || current == fact || current is null))
        {
            draft.Tell(fact, fact.Status == FactStatus.Proposed ? null : draft.Words.Text(holds ? "word.yes" : "word.no"));
            if (!holds && current is not null && current != fact)
                draft.Tell(current);
            return;
        }
        // Being a member is more than being an observer.
        Negative(draft, asking, holder, relation, current, lead: true);
    }

    // "Did Iraq join at the Shanghai summit?"
    private static bool IsAt(Asking asking, Fact fact, Entity meeting) =>
        fact.About.Contains(meeting) || asking.Knowledge.Of(meeting.Id, "held").ToArray().Any(held => held.From is { Precision: DatePrecision.Day } day && fact.BeganWithin(day.First, held.Until?.First ?? day.First));

    private static void Negative(Draft draft, Asking asking, Entity holder, string relation, Fact? current, bool lead)
    {
        var words = draft.Words;
        var no = lead ? words.Text("word.no") : null;
        if (current is not null && relation == "partner" && holder.Kind != EntityKind.State)
        {
            // An observer organisation cooperates with CICA all the same.
            draft.Tell(current, lead ? words.Text("word.yes") : null);
            return;
        }
        if (current is not null && current.Property.Id != relation)
        {
            var key = current.Property.Id switch { "observer" => "membership.observer-not", "member" => "membership.member-not", _ => "membership.other-not" };
            draft.Line((no is null ? "" : no + " ") + words.Text(key, ("state", words.Name(holder)), ("relation", words.Text("relation." + relation))));
            draft.Tell(current);
            return;
        }
        if (holder.Kind != EntityKind.State && relation is "member" or "observer")
        {
            draft.Line((no is null ? "" : no + " ") + words.Text("membership.organisation-neither", ("organisation", words.Name(holder))));
            foreach (var count in Counts(asking, "observer-organisation-count").Concat(Counts(asking, "member-count")))
                draft.Cite(count);
            return;
        }
        if (holder.Kind != EntityKind.State)
        {
            draft.Outcome = Outcome.Unknown;
            draft.Line(words.Text("membership.organisation-unknown", ("organisation", words.Name(holder))));
            return;
        }
        draft.Line((no is null ? "" : no + " ") + words.Text("membership.neither", ("state", words.Name(holder))));
        foreach (var count in Counts(asking, "member-count").Concat(Counts(asking, "observer-state-count")))
            draft.Cite(count);
    }

    private static IEnumerable<Fact> Counts(Asking asking, string property)
    {
        var facts = asking.Knowledge.Of("cica", property);
        Fact? found = null;
        foreach (var fact in facts)
        {
            if (fact.HoldsOn(asking.AsOf))
                found = fact;
        }
        return found is null ? [] : [found];
    }

    // "Before or after Turkmenistan?"
    private static bool IsEither(Frame frame) => frame.HasAny("order.before", "order.earlier") && frame.HasAny("order.after", "order.later");

    private static void Compare(Draft draft, Fact[] facts, Entity[] holders, Frame frame)
    {
        var words = draft.Words;
        var first = facts[0];
        var same = facts.All(f => Equals(f.From, first.From));
        var later = frame.Has("order.later") || frame.Has("order.last") || frame.Has("order.after");
        var lead = "";
        if (frame.Asks(Ask.YesNo) && !frame.Asks(Ask.Who | Ask.Which) && !IsEither(frame))
        {
            // "Did Thailand join before Korea?"
            var before = frame.HasAny("order.before", "order.earlier") && !frame.HasAny("order.after", "order.later");
            lead = words.Text(!same && (first.Subject == holders[0]) == before ? "word.yes" : "word.no") + " ";
            later = false;
        }
        draft.Line(lead + (same
            ? words.Text("membership.same-time", ("states", words.Join([.. facts.Select(f => words.Name(f.Subject))])))
            : words.Text(later ? "membership.later" : "membership.earlier", ("state", words.Name((later ? facts[^1] : first).Subject)))));
        foreach (var fact in facts)
        {
            draft.Tell(fact);
            draft.Told.Add(fact.Subject);
        }
    }
}
