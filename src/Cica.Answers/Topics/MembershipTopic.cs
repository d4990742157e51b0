using Cica.Answers.Composing;
using Cica.Answers.Finding;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Topics;

/// <summary>Who is what to CICA: members, observers, partners, applicants; since when; how many; and a plain no for the rest.</summary>
internal sealed class MembershipTopic : ITopic
{
    private static readonly string[] Relations = ["member", "join", "leave", "founding", "observer", "observer-organisation", "partner", "applicant", "signatory"];
    private static readonly string[] Properties = ["member", "observer", "partner", "applicant", "former-observer"];

    public IEnumerable<Candidate> Read(Asking asking)
    {
        var frame = asking.Frame;
        // "How many countries are there in CICA?"
        var countries = frame.Has("states-word") && frame.NamesCica && frame.Asks(Ask.HowMany | Ask.List | Ask.Which) && frame.Entities.Count == 0
            && !frame.HasAny("chair", "coordinator", "co-coordinator", "summit", "ministerial", "host", "area", "dimension", "participants", "partner", "cbm-events", "volunteer", "established", "adopt", "president-word");
        var related = countries || frame.HasAny(Relations);
        var holders = frame.AllEntities.Where(e => e.Kind is EntityKind.State or EntityKind.ExternalOrganisation).Distinct().ToArray();
        if (!related && !(holders.Length > 0 && frame.NamesCica && frame.Concepts.Keys.All(IsLight)))
            yield break;
        if (frame.HasAny("rule") || (frame.Asks(Ask.Why | Ask.How) && !frame.Asks(Ask.HowMany | Ask.HowLong)))
            yield break;
        if (frame.HasAny("challenge", "view") || (frame.Asks(Ask.Where) && !frame.Has("join")))
            yield break;
        var relation = RelationOf(frame, holders);
        var used = new Used().Concepts(Relations).Concepts("order.current", "order.ever", "ask.when", "region", "status", "order.first", "order.last", "number-of-times", "established", "count-word", "cica-noun", "states-word");
        foreach (var holder in holders)
            used.Entity(holder);

        if (holders.Length == 0)
        {
            foreach (var candidate in Collective(asking, relation, used))
                yield return candidate;
            yield break;
        }
        if (holders.Length >= 2 && (frame.Asks(Ask.Compare | Ask.Who | Ask.Which) || frame.HasAny("order.first", "order.earlier", "order.later", "order.before", "order.after")) && relation is "member" or "observer"
            && frame.HasAny("join", "order.first", "order.earlier", "order.later", "ask.compare"))
        {
            var facts = holders.Select(h => Best(asking, h, relation)).OfType<Fact>().OrderBy(f => f.From ?? f.By).ToArray();
            if (facts.Length == holders.Length)
            {
                holders = [.. holders];
                yield return new Candidate("membership", asking.Coverage(used.Concepts("order.earlier", "order.later", "order.before", "order.after", "ask.compare"), facts), "compare when they joined", d => Compare(d, facts, holders, frame), "compare");
                yield break;
            }
        }
        if (frame.Ordinal is not null || frame.HasAny("host", "summit", "ministerial", "coordinator", "chair") && !frame.HasAny("member", "observer", "join", "founding"))
            yield break;
        if (frame.Time is not null)
            used.Time();
        used.Concepts("order.before", "order.since", "held", "adopt");
        var told = holders.SelectMany(h => Standing(asking, h)).ToArray();
        if (relation == "partner")
            used.Concepts("adopt", "document", "seat");
        var score = asking.Coverage(used, told);
        // No tie of that kind; but there may be another statement on it ("does CICA observe at the General Assembly?").
        if (holders.All(h => h.Kind != EntityKind.State) && told.Length == 0 && (!frame.Asks(Ask.YesNo) || holders.Any(h => asking.Knowledge.Of(h.Id).Length > 0 || asking.Index.Statements.Any(s => s.Fact is { Property.Id: "event" or "note" or "anniversary" } && s.Entities.Contains(h.Id) && s.Core[0].Id == "cica"))))
            score -= 0.3;
        if (holders.Any(h => h.Kind == EntityKind.State) && holders.Any(h => h.Kind == EntityKind.ExternalOrganisation) && !frame.NamesCica)
            yield break;
        if (holders.Any(h => h.Kind != EntityKind.State) && (frame.Asks(Ask.HowMany | Ask.Where | Ask.What) || (!frame.NamesCica && !frame.HasAny("observer", "partner"))))
            yield break;
        if (!related && !frame.Asks(Ask.YesNo))
            score -= 0.15;
        yield return new Candidate("membership", score, $"{relation} of {string.Join(", ", holders.Select(h => h.Id))}", d => Individual(d, asking, holders, relation), "status:" + holders[0].Id);
    }

    private static bool IsLight(string concept) => concept.Contains('.') || concept is "status" or "region" or "cica-noun" or "member";

    private static string RelationOf(Frame frame, Entity[] holders)
    {
        if (frame.Has("applicant") && !frame.Has("order.next"))
            return "applicant";
        if (frame.Has("observer"))
            return "observer";
        if (frame.Has("partner") && !frame.Has("member"))
            return "partner";
        if (frame.Has("observer-organisation") && !frame.Has("member") && holders.Length == 0)
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

    private static void Individual(Draft draft, Asking asking, Entity[] holders, string relation)
    {
        var frame = asking.Frame;
        foreach (var holder in holders.Take(4))
        {
            draft.Told.Add(holder);
            var fact = Best(asking, holder, relation);
            var current = Standing(asking, holder).FirstOrDefault();
            var yesNo = frame.Asks(Ask.YesNo) && !frame.Asks(Ask.When | Ask.Since | Ask.HowLong);
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
        if (frame.Has("founding"))
        {
            var founder = fact?.From is { } joined && joined.Year <= 2002;
            if (fact is null)
                Negative(draft, asking, holder, relation, current, lead: true);
            else
                draft.Tell(fact, draft.Words.Text(founder ? "word.yes" : "word.no"));
            return;
        }
        bool holds;
        if (fact is null)
            holds = false;
        else if (time is null)
            holds = fact.HoldsOn(asking.AsOf) || frame.Has("order.ever") || frame.Tokens.Any(t => t.Text is "was" or "were" or "had" or "был" or "была" or "было" or "были");
        else if (frame.Has("join") && time.Relation == TimeRelation.In)
            holds = fact.BeganWithin(time.First, time.Last);
        else
            holds = time.Relation == TimeRelation.Before ? fact.Begun(time.First.AddDays(-1)) : fact.HoldsWithin(time.First, time.Last);
        if (fact is not null && (holds || current == fact || current is null))
        {
            draft.Tell(fact, draft.Words.Text(holds ? "word.yes" : "word.no"));
            if (!holds && current is not null && current != fact)
                draft.Tell(current);
            return;
        }
        // Being a member is more than being an observer.
        Negative(draft, asking, holder, relation, current, lead: true);
    }

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

    private static void Compare(Draft draft, Fact[] facts, Entity[] holders, Frame frame)
    {
        var words = draft.Words;
        var first = facts[0];
        var same = facts.All(f => Equals(f.From, first.From));
        var later = frame.Has("order.later") || frame.Has("order.last") || frame.Has("order.after");
        var lead = "";
        if (frame.Asks(Ask.YesNo) && !frame.Asks(Ask.Who | Ask.Which))
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

    private static IEnumerable<Candidate> Collective(Asking asking, string relation, Used used)
    {
        var frame = asking.Frame;
        var time = frame.Time;
        var knowledge = asking.Knowledge;
        if (frame.HasAny("summit", "ministerial", "coordinator", "area", "dimension", "host", "chair", "secretary-general", "head", "participants", "document", "signatory") && !frame.HasAny("founding") && !(relation == "partner") && !(frame.Has("member") && frame.Has("participants") && !frame.HasAny("summit", "ministerial"))
            && !(frame.HasAny("join", "applicant") && frame.HasAny("summit", "ministerial")))
            yield break;
        if (relation == "partner")
            used.Concepts("adopt", "document");
        if (frame.Has("member"))
            used.Concepts("participants");
        if (time is null && frame.Has("join") && MeetingTopic.Occasion(asking) is { } occasion)
        {
            var there = All(asking, relation).Where(f => f.From is { Precision: DatePrecision.Day } from && from.First >= occasion.From && from.First <= occasion.Until).ToArray();
            used.Concepts("summit", "ministerial").Ordinal().Entity(occasion.Meeting);
            if (there.Length > 0)
                yield return new Candidate("membership", asking.Coverage(used, there), $"who joined at {occasion.Meeting.Id}", d => Joined(d, there, asking, relation), "joined");
            yield break;
        }
        // A number of the past: "when did membership reach 27?"
        if (frame.Asks(Ask.When | Ask.Since) && relation == "member" && Numbered(asking) is { } count)
        {
            yield return new Candidate("membership", asking.Coverage(used, count) + 0.05, $"when there were {count.Value!.Number}", d => d.Tell(count), count.Id);
            yield break;
        }
        if (frame.Asks(Ask.When | Ask.Where | Ask.HowLong | Ask.Since) && !frame.HasAny("order.first", "order.last"))
            yield break;
        used.Concepts("order.alltime", "ask.list", "order.between", "order.since");
        if (time is not null)
            used.Time().Concepts("order.before", "order.after");
        var facts = All(asking, relation).ToArray();
        var organisations = frame.Has("observer-organisation") && relation is "observer" or "partner";
        var joining = frame.Has("join") || (time is not null && frame.Has("order.next"));
        if (frame.Has("founding"))
        {
            var founders = facts.Where(f => f.Property.Id == "member" && f.From is { Year: <= 2002 }).ToArray();
            yield return new Candidate("membership", asking.Coverage(used), "founding members", d => Founders(d, founders), "founders");
            yield break;
        }
        if (relation is "member" or "observer" && frame.HasAny("order.last", "order.first") && (joining || frame.HasAny("order.last")) && !organisations)
        {
            var dated = facts.Where(f => f.From is not null && f.Property.Id == relation).OrderBy(f => f.From!.Value).ToArray();
            if (dated.Length > 0 && (frame.Has("order.last") || relation == "observer"))
            {
                var edge = frame.Has("order.last") ? dated[^1] : dated[0];
                yield return new Candidate("membership", asking.Coverage(used, edge), "the last to join", d => { d.Tell(edge); d.Told.Add(edge.Subject); d.Suggest("suggest.members"); }, edge.Id);
                yield break;
            }
        }
        if (relation == "member" && frame.Ordinal is { } nth && !frame.HasAny("summit", "ministerial"))
        {
            // "The 17th member" is told in the statement of its accession.
            var numbered = facts.FirstOrDefault(f => f.Say?["en"].Contains($"{nth}th", StringComparison.Ordinal) == true && f.Property.Id == "member");
            if (numbered is not null)
                yield return new Candidate("membership", asking.Coverage(used.Ordinal(), numbered), $"member number {nth}", d => { d.Tell(numbered); d.Told.Add(numbered.Subject); d.Suggest("suggest.members"); }, numbered.Id);
            yield break;
        }
        if (joining && time is not null)
        {
            if (MeetingTopic.Occasion(asking) is { } meeting && meeting.From >= time.First && meeting.From <= time.Last)
                used.Entity(meeting.Meeting).Concepts("summit", "ministerial");
            var (first, last) = time.Relation switch
            {
                TimeRelation.Before => (DateOnly.MinValue, time.First.AddDays(-1)),
                TimeRelation.After => (time.Last.AddDays(1), asking.AsOf),
                TimeRelation.Since => (time.First, asking.AsOf),
                _ => (time.First, time.Last),
            };
            var joined = facts.Concat(relation == "member" && !frame.Has("member") ? All(asking, "observer").Where(_ => false) : []).Where(f => f.BeganWithin(first, last)).ToArray();
            yield return new Candidate("membership", asking.Coverage(used, joined), $"who became {relation} in {first}–{last}", d => Joined(d, joined, asking, relation), "joined");
            yield break;
        }
        if (frame.HasAny("join", "leave", "status") && !frame.Asks(Ask.HowMany | Ask.List | Ask.Who | Ask.Which) && !frame.Has("member") && !frame.Has("observer"))
            yield break;
        if (frame.Asks(Ask.YesNo) && !frame.Asks(Ask.List | Ask.HowMany | Ask.Who | Ask.Which))
            yield break;
        var day = time is null ? asking.AsOf : time.Relation == TimeRelation.Before ? time.First.AddDays(-1) : Min(time.Last, asking.AsOf);
        if (frame.Asks(Ask.HowMany) && time is { Relation: TimeRelation.In } && time.First.Year != time.Last.Year)
        {
            var start = time.First;
            yield return new Candidate("membership", asking.Coverage(used), $"number of {relation}s on {start} and {day}", d => { Count(d, asking, relation, organisations, start); Count(d, asking, relation, organisations, day); }, "count:" + relation);
            yield break;
        }
        if (frame.Asks(Ask.HowMany) || (time is not null && !frame.Asks(Ask.List | Ask.Who | Ask.Which)))
        {
            yield return new Candidate("membership", asking.Coverage(used), $"number of {relation}s on {day}", d => Count(d, asking, relation, organisations, day), "count:" + relation);
            yield break;
        }
        if (frame.Asks(Ask.What) && !frame.Asks(Ask.List) && relation is "member" or "partner" && !frame.Concepts.ContainsKey("member"))
            yield break;
        yield return new Candidate("membership", asking.Coverage(used) - (frame.Asks(Ask.Who | Ask.Which | Ask.List | Ask.HowMany) || frame.Has("member") || frame.Has("observer") ? 0 : 0.1), $"the {relation}s on {day}", d => List(d, asking, facts, relation, organisations, day), "list:" + relation);
    }

    private static DateOnly Min(DateOnly a, DateOnly b) => a < b ? a : b;

    private static Fact? Numbered(Asking asking)
    {
        foreach (var fact in asking.Knowledge.Of("cica", "member-count"))
        {
            foreach (var token in asking.Frame.Tokens)
            {
                if (token.Number is { } number && fact.Value?.Number == number && fact.Begun(asking.AsOf))
                    return fact;
            }
        }
        return null;
    }

    private static IEnumerable<Fact> All(Asking asking, string property)
    {
        var facts = asking.Knowledge.WithProperty(property).ToArray();
        return facts.Where(f => f.Begun(asking.AsOf) && f.Value?.Entity?.Id == "cica");
    }

    private static void Founders(Draft draft, Fact[] founders)
    {
        var words = draft.Words;
        draft.Line(words.Text("membership.founders", ("count", words.Dates.Counted(founders.Length, "unit.state")), ("states", words.Join([.. founders.Select(f => words.Name(f.Subject)).Order(StringComparer.CurrentCulture)]))));
        foreach (var fact in founders.Take(3))
            draft.Cite(fact);
        draft.Suggest("suggest.members").Suggest("suggest.first-summit");
    }

    private static void Joined(Draft draft, Fact[] joined, Asking asking, string relation)
    {
        if (joined.Length == 0)
        {
            draft.Line(draft.Words.Text("membership.nobody-joined", ("relation", draft.Words.Text("relation." + relation))));
            foreach (var count in Counts(asking, relation == "observer" ? "observer-state-count" : "member-count"))
                draft.Tell(count);
            return;
        }
        foreach (var fact in joined.Take(8))
        {
            draft.Tell(fact, caveats: false);
            draft.Told.Add(fact.Subject);
        }
        draft.Suggest("suggest.members").Suggest("suggest.how-many-members");
    }

    private static void Count(Draft draft, Asking asking, string relation, bool organisations, DateOnly day)
    {
        if (relation is "partner" or "applicant")
        {
            List(draft, asking, [.. All(asking, relation)], relation, organisations, day);
            return;
        }
        string[] properties = relation == "observer" ? organisations ? ["observer-organisation-count"] : ["observer-state-count", "observer-organisation-count"] : ["member-count"];
        var any = false;
        foreach (var property in properties)
        {
            Fact? found = null;
            foreach (var fact in asking.Knowledge.Of("cica", property))
            {
                if (fact.HoldsOn(day) && fact.Begun(asking.AsOf))
                    found = fact;
            }
            if (found is null)
                continue;
            any = true;
            draft.Tell(found, caveats: day == asking.AsOf);
        }
        if (!any)
        {
            draft.Outcome = Outcome.Unknown;
            draft.Line(draft.Words.Text("unknown.period"));
        }
        draft.Suggest(relation == "observer" ? "suggest.observers" : "suggest.members").Suggest("suggest.last-joined");
    }

    private static void List(Draft draft, Asking asking, IReadOnlyList<Fact> facts, string relation, bool organisations, DateOnly day)
    {
        var words = draft.Words;
        var holding = facts.Where(f => f.HoldsOn(day) && f.Status is FactStatus.InForce or FactStatus.Planned or FactStatus.Proposed).ToArray();
        var states = holding.Where(f => f.Subject.Kind == EntityKind.State).Select(f => words.Name(f.Subject)).Order(StringComparer.Ordinal).ToArray();
        var others = holding.Where(f => f.Subject.Kind != EntityKind.State && f.Status == FactStatus.InForce).Select(f => words.Name(f.Subject)).Order(StringComparer.Ordinal).ToArray();
        if (states.Length + others.Length == 0)
        {
            draft.Outcome = Outcome.Unknown;
            draft.Line(words.Text("unknown.period"));
            return;
        }
        if (states.Length > 0 && !organisations)
            draft.Line(words.Text($"membership.list-{relation}", ("count", words.Dates.Counted(states.Length, "unit.state")), ("names", string.Join(", ", states))));
        if (others.Length > 0)
            draft.Line(words.Text($"membership.list-{relation}-organisations", ("count", words.Dates.Counted(others.Length, "unit.organisation")), ("names", string.Join("; ", others))));
        foreach (var count in relation == "member" ? Counts(asking, "member-count") : relation == "observer" ? Counts(asking, "observer-state-count") : [])
            draft.Cite(count).Caveats(count);
        foreach (var fact in holding.Where(f => !organisations || f.Subject.Kind != EntityKind.State).OrderByDescending(f => f.Confirmed).Take(2))
            draft.Cite(fact);
        draft.Suggest(relation == "member" ? "suggest.observers" : "suggest.members").Suggest("suggest.last-joined");
    }
}
