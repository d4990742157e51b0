using Cica.Answers.Composing;
using Cica.Answers.Finding;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Topics;

/// <summary>The questions about all of them: how many, which, who joined when, who first and last.</summary>
internal sealed partial class MembershipTopic
{
    // "Which organisations sit in it as observers?"
    private static bool AsObservers(Frame frame) =>
        frame.Has("observer-organisation") && frame.Concepts.TryGetValue("observer", out var mentions) && mentions.Any(m => m.Start > 0 && frame.Tokens[m.Start - 1].Text is "as" or "качестве");

    private static IEnumerable<Candidate> Collective(Asking asking, string relation, Used used)
    {
        var frame = asking.Frame;
        var time = frame.Time;
        var knowledge = asking.Knowledge;
        // "Which of them came last?", of those that were listed.
        var ofRow = frame.IsFollowUp && frame.HasAny("order.last", "order.first") && frame.Entities.Count == 0 && !frame.HasAny("summit", "ministerial", "meeting") && frame.InheritedConcepts.Contains(relation);
        if (ofRow)
            used.Concepts("participants");
        else if ((frame.HasAny("summit", "ministerial", "coordinator", "area", "dimension", "host", "chair", "secretary-general", "head", "document", "signatory") || (frame.Has("participants") && !frame.Has("join"))) && !frame.HasAny("founding") && !(relation == "partner") && !(frame.Has("member") && frame.Has("participants") && !frame.HasAny("summit", "ministerial"))
            && !(frame.HasAny("join", "applicant") && frame.HasAny("summit", "ministerial")) && !(frame.Has("become") && frame.Asks(Ask.HowMany)))
            yield break;
        // How much of a continent they are is no number of states.
        if (frame.HasPlainly("share-word") && (frame.HasPlainly("gdp-share") || frame.HasPlainly("territory-share") || frame.HasPlainly("population-share")))
            yield break;
        // "Which members were observers first?" and "which organs are there?" are no lists of states.
        if (frame.HasAny("organs", "bodies") || (frame.Has("member") && frame.Has("observer") && !frame.Asks(Ask.HowMany | Ask.Compare) && !frame.Has("follow.and") && !AsObservers(frame)))
            yield break;
        // Who came to a meeting, and who sits on a council, is told of these.
        if (!frame.Has("join") && ((frame.Has("participants") && frame.First(EntityKind.Meeting) is not null) || frame.First(EntityKind.Body) is not null))
            yield break;
        if (relation == "partner")
            used.Concepts("adopt", "document");
        if (frame.Has("member"))
            used.Concepts("participants");
        if (time is null && frame.Has("join") && MeetingTopic.Occasion(asking) is { } occasion)
        {
            var there = All(asking, relation).Where(f => f.From is { Precision: DatePrecision.Day or DatePrecision.Month } from && from.First <= occasion.Until && from.Last >= occasion.From).ToArray();
            used.Concepts("summit", "ministerial").Ordinal().Entity(occasion.Meeting);
            if (there.Length > 0)
                yield return new Candidate("membership", asking.Coverage(used, there), $"who joined at {occasion.Meeting.Id}", d => Joined(d, there, asking, relation), "joined");
            yield break;
        }
        // "How many came?", after a meeting was told.
        if (asking.Before is { } before && Following.Leaning.CountsAtGathering(frame, before))
            yield break;
        // A number of the past: "when did membership reach 27?"
        if (frame.Asks(Ask.When | Ask.Since) && relation == "member" && Numbered(asking) is [var count, ..])
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
        if (organisations && !frame.Has("states-word"))
            facts = [.. facts.Where(f => f.Subject.Kind != EntityKind.State)];
        var joining = frame.Has("join") || (time is not null && frame.Has("order.next"));
        // Of organisations it is known by when, and not when.
        if (organisations && joining && time is not null)
            yield break;
        if (frame.Has("founding"))
        {
            var founders = facts.Where(f => f.Property.Id == "member" && f.From is { Year: <= 2002 }).ToArray();
            yield return new Candidate("membership", asking.Coverage(used), "founding members", d => Founders(d, founders), "founders", Settles: frame.Asks(Ask.Who | Ask.Which | Ask.List) && !Turns.IsNegated(frame));
            yield break;
        }
        if (relation is "member" or "observer" && frame.HasAny("order.last", "order.first") && (joining || frame.HasAny("order.last")) && !organisations)
        {
            var dated = facts.Where(f => f.From is not null && f.Property.Id == relation).OrderBy(f => f.From!.Value).ToArray();
            if (dated.Length > 0 && (frame.Has("order.last") || relation == "observer"))
            {
                var edge = frame.Has("order.last") ? dated[^1] : dated[0];
                yield return new Candidate("membership", asking.Coverage(used, edge), "the last to join", d => { d.Tell(edge); d.Told.Add(edge.Subject); d.Suggest("suggest.members"); }, edge.Id, Settles: frame.Asks(Ask.Who | Ask.Which) && frame.Has("order.last"));
                yield break;
            }
        }
        if (relation == "member" && frame.Ordinal is { } nth && (frame.IsOrdinalOf("member") || !frame.HasAny("summit", "ministerial")))
        {
            // "The 17th member" is told in the statement of its accession.
            var numbered = facts.FirstOrDefault(f => f.Say?["en"].Contains($"{nth}th", StringComparison.Ordinal) == true && f.Property.Id == "member");
            if (numbered is not null)
                yield return new Candidate("membership", asking.Coverage(used.Ordinal().Concepts("summit", "ministerial", "held", "become"), numbered), $"member number {nth}", d => { d.Tell(numbered); d.Told.Add(numbered.Subject); d.Suggest("suggest.members"); }, numbered.Id);
            yield break;
        }
        if (relation == "member" && frame.Asks(Ask.Who | Ask.Which | Ask.What) && Numbered(asking) is [{ From: { } fewer }, { From: { } more }])
        {
            var newcomers = facts.Where(f => f.Property.Id == "member" && f.From is { } from && from.First > fewer.First && from.First <= more.Last).ToArray();
            for (var i = 0; i < frame.Tokens.Count; i++)
            {
                if (frame.CountAt(i) is not null)
                    used.Token(i);
            }
            if (newcomers.Length > 0)
                yield return new Candidate("membership", asking.Coverage(used.Time(), newcomers), "who joined from one number to another", d => Joined(d, newcomers, asking, relation), "joined", Settles: true);
            yield break;
        }
        if (joining && time is not null && !(frame.Asks(Ask.HowMany) && frame.Has("become")))
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
            var joined = facts.Where(f => f.BeganWithin(first, last)).ToArray();
            yield return new Candidate("membership", asking.Coverage(used, joined), $"who became {relation} in {first}–{last}", d => Joined(d, joined, asking, relation), "joined");
            yield break;
        }
        if (frame.HasAny("join", "leave", "status") && !frame.Asks(Ask.HowMany | Ask.List | Ask.Who | Ask.Which) && !frame.Has("member") && !frame.Has("observer"))
            yield break;
        if (frame.Asks(Ask.YesNo) && !frame.Asks(Ask.List | Ask.HowMany | Ask.Who | Ask.Which))
        {
            if (relation is "member" or "observer" && time is null && Claimed(frame) is { } claimed)
                yield return new Candidate("membership", asking.Coverage(used.Token(claimed)), $"whether there are {frame.CountAt(claimed)} {relation}s", d => Claim(d, asking, relation, organisations, frame.CountAt(claimed)!.Value), "count:" + relation);
            yield break;
        }
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
        if (Turns.IsSuperlative(frame) || Turns.IsNegated(frame))
            yield break;
        if (frame.Asks(Ask.What) && !frame.Asks(Ask.List) && relation is "member" or "partner" && !frame.Concepts.ContainsKey("member"))
            yield break;
        yield return new Candidate("membership", asking.Coverage(used) - (frame.Asks(Ask.Who | Ask.Which | Ask.List | Ask.HowMany) || frame.Has("member") || frame.Has("observer") ? 0 : 0.1), $"the {relation}s on {day}", d => List(d, asking, facts, relation, organisations, day), "list:" + relation);
    }

    // "Who brought it from 22 to 24?", "when were there 27?": the times of so many members, the fewer first.
    private static Fact[] Numbered(Asking asking) =>
    [
        .. asking.Knowledge.Of("cica", "member-count").ToArray()
            .Where(f => f.Begun(asking.AsOf) && Enumerable.Range(0, asking.Frame.Tokens.Count).Any(i => asking.Frame.CountAt(i) is { } number && f.Value?.Number == number))
            .OrderBy(f => f.Value!.Number),
    ];

    private static DateOnly Min(DateOnly a, DateOnly b) => a < b ? a : b;

    // "Are there 30 members?"
    private static int? Claimed(Frame frame)
    {
        for (var i = 0; i < frame.Tokens.Count; i++)
        {
            if (frame.CountAt(i) is > 2 and < 200 && !frame.OrdinalTokens.Contains(i))
                return i;
        }
        return null;
    }

    private static void Claim(Draft draft, Asking asking, string relation, bool organisations, int claimed)
    {
        var property = relation == "member" ? "member-count" : organisations ? "observer-organisation-count" : "observer-state-count";
        foreach (var count in Counts(asking, property))
            draft.Tell(count, draft.Words.Text(count.Value?.Number == claimed ? "word.yes" : "word.no"));
        draft.Suggest(relation == "observer" ? "suggest.observers" : "suggest.members");
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
