using Cica.Answers.Composing;
using Cica.Answers.Finding;
using Cica.Answers.Following;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Topics;

/// <summary>Decides which of the terms of an office are asked for.</summary>
internal sealed partial class TenurePlan(Asking asking, List<Fact> terms, Used used)
{
    private readonly Frame frame = asking.Frame;

    // Whoever is of the state that is named: "a deputy from China".
    private bool compatriots;

    public List<Fact> Cited { get; } = [];

    public string Reading { get; private set; } = "";

    /// <summary>No other answer will do: what is presumed is not so, or the row that was spoken of begins so.</summary>
    public bool Settles { get; private set; }

    public Action<Draft>? Choose(string subject, string property)
    {
        if (terms.Count == 0)
            return null;
        var holders = terms.Select(t => t.Value!.Entity!).ToHashSet();
        var named = frame.AllEntities.Where(e => holders.Contains(e) || (e.Kind == EntityKind.State && subject == "cica")).Distinct().ToArray();
        if (property is "head" or "deputy" && subject == "secretariat" && frame.HasPlainly("chair") && frame.First(EntityKind.State) is { } chairing)
            return UnderChair(chairing);
        if (named.Length == 0 && property is "head" or "deputy" && subject == "secretariat" && frame.First(EntityKind.State) is { } state)
        {
            named = [.. terms.Select(t => t.Value!.Entity!).Where(p => p.State == state.Id).Distinct()];
            compatriots = named.Length > 0;
        }
        if (property == "chair")
        {
            foreach (var city in frame.Named(EntityKind.Place))
            {
                if (city.State is { } seat && asking.Knowledge.Entities.TryGetValue(seat, out var meant) && holders.Contains(meant) && !named.Contains(meant))
                {
                    named = [.. named, meant];
                    used.Entity(city);
                }
            }
        }
        foreach (var entity in named)
            used.Entity(entity);
        if (frame.First(EntityKind.State) is { } from)
            used.Entity(from);
        if (frame.Time is not null)
            used.Time();
        var current = terms.LastOrDefault(t => t.HoldsOn(asking.AsOf));
        if (frame.Asks(Ask.Where) && property != "chair" && !frame.Asks(Ask.Who))
            return null;
        if (named.Length > 0)
            return OfHolder(named, current, property);
        // "Who chaired that?", of a meeting.
        if (property == "chair" && MeetingTopic.Occasion(asking) is { Meeting.Series: "summit" } occasion && !frame.HasAny("order.before", "order.after", "order.next", "order.previous"))
        {
            used.Entity(occasion.Meeting).Ordinal().Concepts("summit", "ministerial");
            return InTime(new TimeReference(occasion.From, occasion.From, TimeRelation.In, []));
        }
        if (frame.Ordinal is { } ordinal)
        {
            used.Ordinal();
            return ordinal <= terms.Count ? One(terms[ordinal - 1], $"number {ordinal}") : null;
        }
        if (property == "chair" && (frame.Has("order.next") || (frame.HasAny("handover", "order.after") && frame.Has("planned"))) && Designated(asking) is { } next)
        {
            used.Concepts("order.next", "order.after", "planned");
            Settles = true;
            return One(next, "who was chosen to be next");
        }
        if (frame.Has("order.next") && !frame.Has("order.current"))
            return null;
        if (frame.Time is { } time && !time.MonthOnly)
            return InTime(time);
        if (frame.Asks(Ask.HowMany) || (frame.Has("number-of-times") && !frame.HasAny("order.first", "order.last")))
            return All("how many", count: true, property);
        if (frame.Has("order.first") && !frame.Asks(Ask.List) && !frame.Has("order.alltime"))
        {
            used.Concepts("order.first");
            Settles = frame.IsFollowUp;
            return One(terms[0], "the first");
        }
        if (frame.HasAny("order.previous", "order.before") && (current is null || terms.IndexOf(current) > 0) && !frame.Asks(Ask.List))
        {
            used.Concepts("order.previous", "order.before");
            var at = (current is null ? terms.Count : terms.IndexOf(current)) - 1;
            // The same holder under an earlier title is no predecessor.
            while (at > 0 && terms[at].Value!.Entity == current?.Value!.Entity)
                at--;
            return One(terms[at], "the previous", "suggest.who-before", property);
        }
        if (frame.Has("longest"))
        {
            used.Concepts("longest", "ask.howlong");
            var longest = terms.MaxBy(t => ((t.Until?.First ?? asking.AsOf).DayNumber) - (t.From?.First.DayNumber ?? asking.AsOf.DayNumber))!;
            return One(longest, "the longest", length: true);
        }
        if (frame.Asks(Ask.List) || frame.HasAny("order.alltime", "order.previous") || Plural())
        {
            used.Concepts("ask.list", "order.previous", "order.alltime", "order.first", "order.last", "history");
            return All("all", count: false, property);
        }
        if (frame.Asks(Ask.Where) && property != "chair")
            return null;
        // "How long does a chair's term last?" is asked of a rule.
        if (frame.Asks(Ask.HowLong) && !frame.HasAny("order.current", "order.last", "order.since") && !frame.IsFollowUp)
            return null;
        // "May a sitting chair go on?" is asked of the rules.
        if (frame.HasPlainly("rule") || (frame.Has("postponed") && !frame.Asks(Ask.Who | Ask.Which)))
            return null;
        used.Concepts("order.last");
        if (current is null)
            return terms.Count > 0 ? One(terms[^1], "the last") : null;
        // "Who heads the Secretariat?" wants one name.
        Settles = AsksForOne();
        // Deputies serve side by side.
        if (property == "deputy" && terms.Where(t => t.HoldsOn(asking.AsOf) && t.Status == FactStatus.InForce && t.Confirmed is not null).ToArray() is { Length: > 1 } deputies && !frame.IsFollowUp)
            return Some(deputies, "the present ones");
        return One(current, "the present", "suggest.who-before", property, length: frame.Asks(Ask.HowLong));
    }

    private static Fact? Designated(Asking asking) =>
        asking.Knowledge.Of("cica", "next-chair").ToArray().LastOrDefault(f => f.Begun(asking.AsOf) && f.HoldsOn(asking.AsOf) && f.Value?.Entity is not null);

    // That nobody knows who comes next is told of the office and of who holds it.
    private Fact? NotKnownAfter(Fact last) =>
        asking.Knowledge.Of("cica", "not-known").ToArray().FirstOrDefault(f => f.Begun(asking.AsOf) && f.From == last.From && last.Value?.Entity is { } holder && f.About.Contains(holder));

    private Fact? Between(Entity first, Entity last)
    {
        for (var i = 1; i + 1 < terms.Count; i++)
        {
            if (terms[i - 1].Value!.Entity == first && terms[i + 1].Value!.Entity == last)
                return terms[i];
        }
        return null;
    }

    // "Who headed the Secretariat in China's time in the chair?"
    private Action<Draft>? UnderChair(Entity state)
    {
        used.Entity(state).Concepts("chair", "handover", "order.before", "order.after");
        foreach (var capital in frame.Named(EntityKind.Place).Where(p => p.State == state.Id))
            used.Entity(capital);
        var chairs = asking.Knowledge.WithValue("chair", state.Id).ToArray().Where(c => c.Begun(asking.AsOf) && c.From is not null).ToArray();
        if (chairs.Length == 0)
        {
            (Reading, Settles) = ($"{state.Id} has not chaired", true);
            return draft =>
            {
                draft.Line(draft.Words.Text("word.no") + " " + draft.Words.Text("tenure.never", ("holder", draft.Words.Name(state))));
                foreach (var term in asking.Knowledge.Of("cica", "chair").ToArray().Where(c => c.HoldsOn(asking.AsOf)))
                    draft.Tell(term, caveats: false);
            };
        }
        var found = terms.Where(t => chairs.Any(c => t.HoldsWithin(c.From!.Value.First, End(c)))).ToArray();
        if (found.Length == 0)
            return null;
        (Reading, Settles) = ($"while {state.Id} chaired", frame.Asks(Ask.Who | Ask.Which));
        Cited.AddRange(found);
        return draft => TellEach(draft, found, caveats: false);
    }

    // The days on which the chair changes belong to who comes.
    private DateOnly End(Fact term) => term.Until is { } until && until.First <= asking.AsOf ? until.First.AddDays(-1) : asking.AsOf;

    // No more than who holds an office that is named.
    private bool AsksForOne() =>
        (frame.Asks(Ask.Who) || IsBareOffice()) && !frame.Asks(Ask.List | Ask.HowLong | Ask.YesNo | Ask.Why) && !frame.IsFollowUp && !frame.HasAny("handover", "join")
        && (frame.HasPlainly("chair") || frame.HasPlainly("head") || frame.HasPlainly("secretary-general") || frame.HasPlainly("executive-director") || frame.HasPlainly("deputy"));

    // "Chair?", "current chair?"
    private bool IsBareOffice() => frame.Ask == Ask.None && frame.Entities.Count == 0 && frame.Time is null && !frame.IsFollowUp && frame.Weights.Sum() <= Leaning.Bare && frame.Tokens.Count <= 3;

    private bool Plural() => frame.Asks(Ask.Who | Ask.Which | Ask.What) && frame.Tokens.Any(t => t.Text is "countries" or "states" or "nations" or "chairs" or "heads" or "directors" or "deputies" or "everyone" or "everybody" or "страны" or "государства" or "директора" or "председатели" or "замы" or "заместители" or "всех" or "все")
        && frame.Tokens.Any(t => t.Text is "have" or "were" or "all" or "are" or "had" or "has" or "been" or "chaired" or "возглавлял" or "руководил" or "были" or "председательствовали" or "возглавляли" or "руководили");

    // "And in 2009?", after the chair or the head was told.
    private bool IsAnotherTime() =>
        frame.IsFollowUp && asking.Before?.Fact is { } told && FollowUpWords.Offices.Contains(told.Property.Id) && Leaning.Restates(frame) && frame.Entities.Count == 0;

    private Action<Draft>? InTime(TimeReference time)
    {
        var (first, last) = time.Relation switch
        {
            TimeRelation.Before => (DateOnly.MinValue, time.First.AddDays(-1)),
            TimeRelation.After => (time.Last.AddDays(1), asking.AsOf),
            TimeRelation.Since => (time.First, asking.AsOf),
            _ => (time.First, time.Last),
        };
        used.Concepts("order.before", "order.after", "order.since");
        if (first > asking.AsOf)
            return null;
        var found = terms.Where(t => t.HoldsWithin(first, last < asking.AsOf ? last : asking.AsOf)).ToList();
        if (time.Relation == TimeRelation.Before && found.Count > 0)
            found = [found[^1]];
        if (found.Count == 0)
        {
            Reading = "nobody then";
            return draft =>
            {
                draft.Outcome = Outcome.Unknown;
                draft.Line(draft.Words.Text("tenure.nobody", ("from", draft.Words.Dates.Of(terms[0].From ?? terms[0].By ?? PartialDate.Of(2002)))));
            };
        }
        Reading = $"in {first}–{last}";
        // "Who chaired in 2005?" wants the state; its president only if that is asked.
        Settles = (AsksForOne() && !frame.HasAny("president-word", "ministers-word")) || IsAnotherTime();
        Cited.AddRange(found);
        return draft =>
        {
            TellEach(draft, found);
            draft.Suggest("suggest.who-before").Suggest("suggest.chairs");
        };
    }

    private Action<Draft> One(Fact term, string reading, string? suggest = null, string property = "", bool length = false)
    {
        Reading = reading;
        Cited.Add(term);
        return draft =>
        {
            draft.Tell(term);
            if (term.Value?.Entity is { } who)
                draft.Told.Add(who);
            if (length)
                Length(draft, term);
            if (property == "chair" || suggest is null)
                draft.Suggest("suggest.who-before").Suggest("suggest.next-summit");
            else
                draft.Suggest("suggest.heads").Suggest("suggest.seat");
        };
    }

    private static void TellEach(Draft draft, IEnumerable<Fact> found, bool caveats = true)
    {
        foreach (var term in found)
        {
            draft.Tell(term, caveats: caveats);
            draft.Told.Add(term.Value!.Entity!);
        }
    }

    private Action<Draft> Some(Fact[] found, string reading)
    {
        Reading = reading;
        Cited.AddRange(found);
        return draft =>
        {
            TellEach(draft, found);
            draft.Suggest("suggest.heads").Suggest("suggest.seat");
        };
    }

    private Action<Draft> All(string reading, bool count, string property)
    {
        Reading = reading;
        Cited.AddRange(terms);
        return draft =>
        {
            var words = draft.Words;
            if (count || property == "chair")
            {
                var distinct = terms.Select(t => t.Value!.Entity!).Distinct().Count();
                if (property == "chair")
                    draft.Line(words.Text("tenure.chairs", ("count", words.Dates.Counted(distinct, "unit.state")), ("terms", words.Dates.Counted(terms.Count, "unit.term"))));
                else
                    draft.Line(words.Text("tenure.people", ("count", words.Dates.Counted(distinct, "unit.person"))));
            }
            foreach (var term in terms)
            {
                draft.Tell(term, caveats: term == terms[^1]);
                draft.Told.Add(term.Value!.Entity!);
            }
            if (property == "chair")
                draft.Suggest("suggest.chair").Suggest("suggest.next-summit");
        };
    }
}
