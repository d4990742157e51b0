using Cica.Answers.Finding;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Topics;

/// <summary>"What happened on 13 October 2022?": all that the facts date to that very day.</summary>
internal sealed class DayTopic : ITopic
{
    private const int Most = 6;

    // What a meeting is comes before what it did.
    private static readonly string[] First = ["held", "event", "initiative", "adopted", "signed", "established"];

    // Round numbers and comments on a day are not what happened on it.
    private static readonly string[] Aside = ["anniversary", "note", "participants", "host", "member-count", "observer-state-count", "not-known"];

    public IEnumerable<Candidate> Read(Asking asking)
    {
        var frame = asking.Frame;
        if (frame.Time is not { IsDay: true } time || frame.Entities.Count > 0)
            yield break;
        // "Was anything else signed that day?"
        var others = frame.IsFollowUp && frame.Has("follow.day") && frame.HasAny("follow.more", "follow.else");
        if (!others && frame.Asks(Ask.Who | Ask.When | Ask.HowMany | Ask.Why | Ask.YesNo))
            yield break;
        var used = new Used().Concepts("held", "event-word", "ask.what", "cica-noun", "region", "order.ever", "meeting", "history", "importance", "anniversary").Time();
        if (others)
            used.Concepts("adopt", "document", "outcome", "ministers-word", "president-word", "ministerial", "summit");
        // "What happened on 17 June?": in whichever year.
        var anyYear = !time.Tokens.Any(t => frame.Tokens[t].Number is > 31);
        var facts = asking.Knowledge.Facts
            .Where(f => f.From is { Precision: DatePrecision.Day } from && (from.First == time.First || anyYear && from.First.Month == time.First.Month && from.First.Day == time.First.Day) && f.Begun(asking.AsOf) && f.Status is FactStatus.InForce or FactStatus.Ended && !Aside.Contains(f.Property.Id) && !(others && IsTold(asking, f)))
            .OrderBy(f => Array.IndexOf(First, f.Property.Id) is >= 0 and var place ? place : First.Length).Take(Most).ToArray();
        if (facts.Length == 0)
            yield break;
        yield return new Candidate("day", asking.Coverage(used), $"what happened on {time.First:yyyy-MM-dd}", draft =>
        {
            foreach (var fact in facts)
                draft.Tell(fact, caveats: false);
            draft.Told.Add(facts[0].Subject);
            draft.Suggest("suggest.next-summit").Suggest("suggest.chair");
        }, "day", Settles: true);
    }

    // What was told a moment ago, or the same of the same thing.
    private static bool IsTold(Asking asking, Fact fact) => asking.Before?.Fact is { } told && fact.Subject == told.Subject;
}
