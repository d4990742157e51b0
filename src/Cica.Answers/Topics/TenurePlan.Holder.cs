using Cica.Answers.Composing;
using Cica.Answers.Finding;
using Cica.Answers.Following;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Topics;

/// <summary>What is asked of somebody who is named.</summary>
internal sealed partial class TenurePlan
{
    private Action<Draft>? OfHolder(Entity[] named, Fact? current, string property)
    {
        var own = terms.Where(t => named.Contains(t.Value!.Entity!)).ToList();
        // "Until when?", "who took over?": of the term that was told, and of no other of the same holder.
        var spoken = Spoken(own);
        if (spoken is not null)
            own = [spoken];
        // "After Türkiye and before Tajikistan", "between China and Kazakhstan".
        if (named.Length == 2 && own.Count >= 2 && (frame.Has("order.between") || (frame.Has("order.after") && frame.Has("order.before"))))
        {
            used.Concepts("order.between", "order.before", "order.after");
            // Whoever is named first is mostly meant to come first; the other way round only where nobody stood between them so.
            if ((Between(named[0], named[1]) ?? Between(named[1], named[0])) is { } middle)
                return One(middle, "who came between", "suggest.who-before", property);
        }
        // "The former head from Türkiye" was one, and is not who came before.
        var former = frame.Has("order.previous") && !frame.HasAny("order.before", "order.after", "order.next", "handover") && !frame.AllEntities.Any(named.Contains);
        // Deputies serve side by side: none of them takes over from another.
        if (!former && property != "deputy" && !Direction.IsOfTheSame(frame) && frame.HasAny("order.before", "order.after", "order.previous", "order.next", "handover") && own.Count > 0 && !frame.Asks(Ask.YesNo) && named.Length == 1 && (frame.Asks(Ask.Who | Ask.Which | Ask.What) || frame.IsFollowUp || !frame.Asks(Ask.When | Ask.Since | Ask.HowLong)))
        {
            var backwards = Direction.IsBackwards(frame);
            used.Concepts("order.before", "order.after", "order.previous", "order.next");
            var pivot = backwards ? terms.IndexOf(own[^1]) - 1 : terms.IndexOf(own[^1]) + 1;
            if (own.Count > 1 && pivot >= terms.Count && !frame.IsFollowUp && !(frame.Has("planned") && Designated(asking) is not null))
                pivot = terms.IndexOf(own[0]) + 1;
            // The same holder's next term of office is no successor.
            while (pivot >= 0 && pivot < terms.Count && terms[pivot].Value!.Entity == own[^1].Value!.Entity)
                pivot += backwards ? -1 : 1;
            if (property == "chair" && pivot >= terms.Count && Designated(asking) is { } next)
            {
                Settles = frame.Asks(Ask.Who | Ask.Which);
                return One(next, "who was chosen to be next");
            }
            Settles = frame.Asks(Ask.Who | Ask.Which) && frame.Entities.Any(e => e.Meaning.Entity == named[0]) && !frame.Asks(Ask.Where | Ask.Why);
            if (property == "chair" && pivot >= terms.Count && own[^1] == current && NotKnownAfter(own[^1]) is { } unknown)
                return One(unknown, "nobody knows who comes after");
            if (pivot < 0 || pivot >= terms.Count)
                return null;
            return One(terms[pivot], backwards ? "who came before" : "who came after", "suggest.who-before", property);
        }
        if (frame.Has("order.next"))
            return null;
        if (own.Count == 0 && !frame.Asks(Ask.YesNo) && !frame.Has("order.ever"))
        {
            // "When did India chair?": it did not.
            if (!frame.Asks(Ask.When | Ask.Since | Ask.HowLong | Ask.HowMany))
                return null;
        }
        if (frame.Has("ending") || Direction.IsUntilWhen(frame))
        {
            // "When does it end?" is not answered by when it began.
            if (own.Count > 0 && own[^1].Until is null && !frame.Asks(Ask.YesNo))
                return null;
            used.Concepts("ending");
        }
        Settles |= spoken is not null && (Leaning.IsBareAsk(frame) || Direction.IsEnd(frame)) && frame.Asks(Ask.When | Ask.Since | Ask.HowLong);
        Reading = "terms of " + string.Join(", ", named.Select(n => n.Id));
        Cited.AddRange(own);
        used.Concepts("order.first", "order.last", "order.before", "established").Ordinal();
        return draft =>
        {
            draft.Told.AddRange(named);
            // "Did Pakistan chair before Türkiye or after?": it never did.
            if (property == "chair" && named.Length > 1 && own.Count > 0 && Array.Find(named, n => own.TrueForAll(t => t.Value!.Entity != n)) is { } never)
            {
                draft.Line((frame.WantsYesOrNo ? draft.Words.Text("word.no") + " " : "") + draft.Words.Text("tenure.never", ("holder", draft.Words.Name(never))));
                foreach (var term in own)
                    draft.Tell(term);
            }
            else if (frame.WantsYesOrNo || own.Count == 0)
                YesNo(draft, named[0], own, current, property);
            else if (frame.HasAny("number-of-times") || (frame.Asks(Ask.HowMany) && !frame.Asks(Ask.HowLong)))
            {
                draft.Line(draft.Words.Text("tenure.times", ("holder", draft.Words.Name(named[0])), ("count", draft.Words.Dates.Counted(own.Count, "unit.time"))));
                foreach (var term in own)
                    draft.Tell(term);
            }
            else
            {
                var told = frame.Has("ask.either") ? own.AsEnumerable().Reverse()
                    : frame.Ordinal is { } nth && nth <= own.Count ? own.Skip(nth - 1).Take(1) : frame.Has("order.first") ? own.Take(1) : frame.HasAny("order.last", "order.current") ? own.TakeLast(1) : frame.Time is { } time ? own.Where(t => t.HoldsWithin(time.First, time.Last)).DefaultIfEmpty(own[^1]) : own;
                foreach (var term in told)
                {
                    draft.Tell(term);
                    if (frame.Asks(Ask.HowLong))
                        Length(draft, term);
                }
            }
            if (property == "chair")
                draft.Suggest("suggest.who-before").Suggest("suggest.chairs");
        };
    }

    // The term told in the turn before, where nothing but more of it is asked.
    private Fact? Spoken(List<Fact> own) =>
        asking.Before?.Fact is { } told && frame is { IsFollowUp: true, IsOtherwise: false, Entities.Count: 0, Time: null, Ordinal: null } && own.Contains(told)
        && !frame.Asks(Ask.HowMany | Ask.List) && !frame.HasAny("number-of-times", "order.first", "order.last", "order.current", "order.ever", "follow.more") ? told : null;

    private void YesNo(Draft draft, Entity named, List<Fact> own, Fact? current, string property)
    {
        var words = draft.Words;
        var past = frame.Has("order.ever") || frame.Tokens.Any(t => t.Text is "did" or "was" or "has" or "были" or "был" or "была" or "было" or "председательствовал" or "председательствовала" or "председательствовали" or "had" or "were");
        var now = frame.Has("order.current") || !past;
        List<Fact> matching;
        if (property == "chair" && frame.Has("handover") && Handed(own) is { } handed)
        {
            draft.Tell(own[0], words.Text(handed ? "word.yes" : "word.no"));
            foreach (var term in own.Skip(1))
                draft.Tell(term);
            return;
        }
        var ends = frame.Has("ending") && frame.Time is not null && own.Count > 0;
        if (ends)
            matching = [.. own.Where(t => t.Until is { } until && until.First <= frame.Time!.Last && until.Last >= frame.Time.First)];
        else if (frame.Time is { } time)
            matching = [.. own.Where(t => t.HoldsWithin(time.First, time.Last))];
        else if (compatriots)
            matching = [.. own.Where(t => !frame.Has("order.current") || t.HoldsOn(asking.AsOf)).Reverse()];
        else if (frame.Has("order.first"))
            matching = [.. own.Where(t => t == terms[0])];
        else if (frame.Has("order.previous"))
            matching = [.. own.Where(t => current is null || terms.IndexOf(t) == terms.IndexOf(current) - 1)];
        else
            matching = [.. own.Where(t => !now || t == current)];
        if (matching.Count > 0)
        {
            draft.Tell(matching[0], words.Text("word.yes"));
            foreach (var term in matching.Skip(1))
                draft.Tell(term);
            return;
        }
        if (ends)
        {
            draft.Tell(own[^1], words.Text("word.no"));
            return;
        }
        draft.Line(words.Text("word.no") + " " + words.Text(property == "chair" ? own.Count == 0 ? "tenure.never" : frame.Time is not null ? "tenure.not-then" : "tenure.not-now" : "tenure.no", ("holder", words.Name(named))));
        if (frame.Has("order.first"))
            draft.Tell(terms[0]);
        else if (frame.Time is { } asked)
        {
            foreach (var term in terms.Where(t => t.HoldsWithin(asked.First, asked.Last)))
                draft.Tell(term);
        }
        else if (current is not null)
            draft.Tell(current);
        foreach (var term in own.Where(t => t != current))
            draft.Tell(term);
    }

    // "Did China hand over to Kazakhstan?": one after the other, in the order of the question; null where it names but one.
    private bool? Handed(List<Fact> own)
    {
        var two = frame.AllEntities.Where(e => own.Any(t => t.Value!.Entity == e)).Distinct().ToArray();
        if (two.Length != 2)
            return null;
        var taken = frame.Entities.Any(e => e.Meaning.Entity == two[1] && e.Start > 0 && frame.Tokens[e.Start - 1].Text is "from" or "от" or "у");
        var (giver, taker) = taken ? (two[1], two[0]) : (two[0], two[1]);
        for (var i = 0; i + 1 < terms.Count; i++)
        {
            if (terms[i].Value!.Entity == giver && terms[i + 1].Value!.Entity == taker)
                return true;
        }
        return false;
    }

    private void Length(Draft draft, Fact term)
    {
        if (term.From is not { } from)
            return;
        var end = term.Until is { } until && until.First <= asking.AsOf ? until.First : asking.AsOf;
        var key = term.EndedBy(asking.AsOf) ? "length.total" : "length.so-far";
        draft.Line(draft.Words.Text(key, ("length", draft.Words.Dates.Length(from.First, end))));
    }
}
