using Cica.Answers.Composing;
using Cica.Answers.Finding;
using Cica.Answers.Following;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Topics;

/// <summary>What is told of one meeting, of several, or of none.</summary>
internal sealed partial class MeetingTopic
{
    /// <summary>One meeting: its place and date, and what else is known of it.</summary>
    private static IEnumerable<Candidate> Single(Asking asking, Entity meeting, Used used, string reading, Entity? pivot = null, bool settles = false)
    {
        var frame = asking.Frame;
        used.Concepts(Light);
        var held = Held(asking, meeting);
        var past = held is not null && IsPast(held, asking.AsOf);
        var basic = past ? held : Plan(asking, meeting) ?? (held is not null && held.Begun(asking.AsOf) ? held : null);
        var key = "meeting:" + meeting.Id;
        // "Was it held in Astana?", "was China its host?": whether it was is told of the meeting, and not by a statement on something like it.
        var agrees = past && frame.AsksOnlyYesNo ? Verdict.Agrees(asking, held!) : null;
        if (past && frame.Asks(Ask.YesNo))
        {
            foreach (var there in frame.AllEntities.Where(e => e.Kind is EntityKind.Place or EntityKind.State && (agrees is false || Verdict.IsWhere(asking, held!, e))))
                used.Entity(there).Concepts("host");
        }
        // "Which number in the series was it?": its name tells.
        var numbered = frame.Has("ask.number") && meeting.Number is not null;
        if (numbered)
            used.Concepts("ask.number", "count-word", "share-word");
        // Where it is to be hosted is where it is to be held.
        if (frame.Asks(Ask.Where))
            used.Concepts("host");
        if (past && AsksChairToo(frame))
            used.Concepts("chair", "head");
        // When and where it was is no answer to "how many?".
        if (basic is not null && !((frame.Asks(Ask.HowMany) || frame.HasPlainly("theme")) && !frame.Asks(Ask.When | Ask.Where)))
            yield return new Candidate("meeting", asking.Coverage(used, basic), $"{meeting.Id} ({reading})", d => Basic(d, asking, meeting, basic, past), key, Settles: agrees is not null || (pivot is not null && AsksWhichOne(frame)) || numbered || settles) { Beside = pivot };
        // What the question holds beyond "when and where was that meeting": found among the meeting's own statements.
        var details = StatementFinder.Best(asking, meeting, used, 3);
        for (var i = 0; i < details.Count; i++)
        {
            var detail = details[i];
            yield return new Candidate("meeting-detail", detail.Share, $"{meeting.Id} ({reading}): {detail.Statement.Id}", d => TellAll(d, asking, meeting, [detail.Statement.Fact!]), key);
        }
        if (frame.HasAny("adopt", "outcome") && !frame.Asks(Ask.When | Ask.Where | Ask.Who | Ask.HowMany | Ask.YesNo) && Outcomes(asking, meeting) is { Length: > 1 } outcomes)
            yield return new Candidate("outcomes", asking.Coverage(used.Concepts("adopt", "outcome", "document")), $"{meeting.Id} ({reading}): all that came of it", d => TellAll(d, asking, meeting, outcomes), key, Settles: !frame.HasAny("theme", "priority", "consensus", "view", "transformation", "join"));
        if (frame.HasAny("adopt", "outcome", "document", "participants", "attend-head") || frame.Asks(Ask.List | Ask.Which | Ask.What))
        {
            var several = details.Where(d => d.Score > details[0].Score - 0.8).ToArray();
            if (several.Length > 1)
                yield return new Candidate("meeting-detail", details[0].Share, $"{meeting.Id} ({reading}): {string.Join(", ", several.Select(s => s.Statement.Id))}", d => TellAll(d, asking, meeting, several.Select(b => b.Statement.Fact!)), key);
        }
    }

    // What a meeting adopted and decided, as far as one message holds it.
    private static Fact[] Outcomes(Asking asking, Entity meeting)
    {
        string[] properties = ["outcome", "decision"];
        return [.. properties.SelectMany(p => asking.Knowledge.Of(meeting.Id, p).ToArray()).Where(f => f.Begun(asking.AsOf) && f.Status != FactStatus.Opinion).Take(8)];
    }

    private static void TellAll(Draft draft, Asking asking, Entity meeting, IEnumerable<Fact> facts)
    {
        foreach (var fact in facts)
            draft.Tell(fact, draft.Facts.Count == 0 ? Verdict.Of(draft, asking, fact) : null);
        draft.Told.Add(meeting);
        draft.Told.AddRange(facts.Select(f => f.Value?.Entity).OfType<Entity>().Where(e => e.Kind == EntityKind.Document));
        draft.Suggest("suggest.last-summit").Suggest("suggest.next-summit");
    }

    private static void Basic(Draft draft, Asking asking, Entity meeting, Fact fact, bool past)
    {
        var frame = asking.Frame;
        var host = frame.Has("states-word") || (frame.Has("host") && !frame.Asks(Ask.Where)) ? asking.Knowledge.Of(meeting.Id, "host") : [];
        var told = past && host.Length > 0 ? host[0] : fact;
        draft.Tell(told, past && frame.WantsVerdict && !frame.Asks(Ask.When | Ask.Where) ? Verdict.Word(draft, Verdict.Agrees(asking, told)) : null);
        draft.Told.Add(meeting);
        // "In which city, and under whose chairmanship?"
        if (past && AsksChairToo(frame) && ChairAt(asking, fact) is { } chair)
            draft.Tell(chair, caveats: false);
        if (past && meeting.Series is "summit")
            draft.Suggest("suggest.what-adopted").Suggest("suggest.next-summit");
        else
            draft.Suggest("suggest.last-summit").Suggest("suggest.chair");
    }

    private static bool AsksChairToo(Frame frame) => frame.HasPlainly("chair") && frame.Asks(Ask.When | Ask.Where);

    private static Fact? ChairAt(Asking asking, Fact held) =>
        held.From is { } from ? asking.Knowledge.Of("cica", "chair").ToArray().LastOrDefault(t => t.Begun(asking.AsOf) && t.HoldsOn(from.First)) : null;

    private static Candidate Several(Asking asking, Entity[] meetings, Used used, string reading, bool list = false, bool counted = false)
    {
        var facts = meetings.Select(m => Plan(asking, m) is { } plan && Held(asking, m) is not { Status: not FactStatus.Planned } ? plan : Held(asking, m)).OfType<Fact>().Where(f => f.Begun(asking.AsOf)).ToArray();
        if (facts.Length == 0)
            return new Candidate("meeting", 0, reading, _ => { }, "meetings");
        return new Candidate("meeting", asking.Coverage(used, facts) - (list && !asking.Frame.Asks(Ask.List | Ask.Which | Ask.When | Ask.Where) ? 0.1 : 0), reading, draft =>
        {
            if (counted)
                draft.Line(draft.Words.Text("meeting.count-there", ("count", facts.Length.ToString(System.Globalization.CultureInfo.InvariantCulture))));
            foreach (var fact in facts)
            {
                draft.Tell(fact, caveats: fact == facts[^1]);
                draft.Told.Add(fact.Subject);
            }
            draft.Suggest("suggest.next-summit").Suggest("suggest.chair");
        }, "meetings:" + string.Join('+', meetings.Select(m => m.Id)));
    }

    private static Candidate None(Asking asking, string series, Used used, TimeReference time) =>
        new("meeting", asking.Coverage(used), $"no {series} in that time", draft =>
        {
            draft.Line(draft.Words.Text(!IsAllKnown(asking, series, time) ? "meeting.none-known" : asking.Frame.Asks(Ask.YesNo) ? "meeting.none-no" : "meeting.none", ("series", draft.Words.TextOr("series." + series, "series.other")), ("year", time.First.Year.ToString(System.Globalization.CultureInfo.InvariantCulture))));
            var meetings = asking.Knowledge.Series(series).ToArray().Where(m => Held(asking, m) is { } fact && IsPast(fact, asking.AsOf)).ToArray();
            var before = meetings.LastOrDefault(m => DateOf(asking, m)!.Value.Last < time.First);
            var after = meetings.FirstOrDefault(m => DateOf(asking, m)!.Value.First > time.Last);
            if (before is not null)
                draft.Tell(Held(asking, before)!);
            if (after is not null)
                draft.Tell(Held(asking, after)!);
            if (draft.Facts.Count == 0)
                draft.Outcome = Outcome.Unknown;
        }, "none:" + series);

    // Not every meeting of a body is in the sources; and none is that came after them.
    private static bool IsAllKnown(Asking asking, string series, TimeReference time) =>
        series is "summit" or "ministerial" && asking.Knowledge.Sources.Any(s => s.Date is { } date && date.First >= time.Last);

    private static Candidate NoSuch(Asking asking, string series, int number, Entity[] held, Entity[] planned, Used used) =>
        new("meeting", asking.Coverage(used.Concepts("ask.where", "host", "attend-head")), $"no {series} {number}", draft =>
        {
            var words = draft.Words;
            draft.Line(words.Text("meeting.no-such", ("series", words.TextOr("series." + series, "series.other")), ("number", number.ToString(System.Globalization.CultureInfo.InvariantCulture))));
            draft.Tell(Held(asking, held[^1])!);
            if (planned.Length > 0 && Plan(asking, planned[^1]) is { } plan)
                draft.Tell(plan);
        }, "no-such:" + series, Settles: true);

    private static Candidate NotThere(Asking asking, Entity asked, Entity[] held, Used used, bool settles) =>
        new("meeting", asking.Coverage(used.Concepts("adopt", "outcome", "document", "consensus", "participants", "attend-head", "head", "ask.who")), $"none at {asked.Id}", draft =>
        {
            draft.Line((asking.Frame.Asks(Ask.YesNo) ? draft.Words.Text("word.no") + " " : "") + draft.Words.Text("meeting.not-there", ("place", draft.Words.Name(asked))));
            foreach (var meeting in held)
                draft.Tell(Held(asking, meeting)!, caveats: false);
        }, "not-there", Settles: settles);

    private static void Count(Draft draft, Asking asking, string series, Entity[] held, Entity[] planned)
    {
        var words = draft.Words;
        draft.Line(words.Text("meeting.count", ("count", words.Dates.Counted(held.Length, words.Has("unit." + series) ? "unit." + series : "unit.other"))));
        if (held.Length > 0)
        {
            draft.Tell(Held(asking, held[^1])!);
            draft.Told.Add(held[^1]);
        }
        foreach (var meeting in held.Take(held.Length - 1))
            draft.Cite(Held(asking, meeting)!);
        if (series == "summit" && planned.Length > 0 && Plan(asking, planned[0]) is { } plan)
            draft.Tell(plan);
        draft.Suggest("suggest.next-summit").Suggest("suggest.summits");
    }
}
