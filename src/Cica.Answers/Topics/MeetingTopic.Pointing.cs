using Cica.Answers.Finding;
using Cica.Answers.Following;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;

namespace Cica.Answers.Topics;

/// <summary>How a question speaks of a meeting: by its number, by its place, or by the one beside it.</summary>
internal sealed partial class MeetingTopic
{
    // "Who became the eighteenth member, and at which summit?"
    private static bool NumbersAnother(Frame frame) => frame.IsOrdinalOf("member", "observer", "chair", "head", "executive-director", "secretary-general");

    // "What was adopted at the summit in Tashkent?": it presumes that there was one.
    private static bool IsSaidToBeThere(Frame frame, Entity? asked)
    {
        foreach (var named in frame.Entities)
        {
            if (named.Meaning.Entity != asked || named.Start < 2 || frame.Tokens[named.Start - 1].Text is not ("in" or "at" or "в" or "во"))
                continue;
            var end = named.Start - 1;
            if (frame.Tokens[end - 1].Text is "cica" or "свмда")
                end--;
            if (frame.Mentions.Any(m => m.End == end && m.Meaning.Id is "summit" or "ministerial"))
                return true;
        }
        return false;
    }

    // "Which summit fell in it?", of a term of office.
    private static bool IsOfTerm(Asking asking) => asking is { Before: { } before, Frame: { IsFollowUp: true, IsOtherwise: false } frame } && frame.Asks(Ask.Which | Ask.What) && Spoken.IsWithinTerm(frame, before);

    // "Which summit came right after Dushanbe, and when?"
    private static bool AsksWhichOne(Frame frame) => (frame.IsFollowUp || frame.HasAny("order.before", "order.after")) && frame.Asks(Ask.Which | Ask.When | Ask.Where) && !frame.Asks(Ask.Who | Ask.HowMany | Ask.Why | Ask.YesNo);

    // "The one before", "after Shanghai".
    private static Entity? Neighbour(Asking asking, Entity meeting)
    {
        var frame = asking.Frame;
        if (meeting.Series is null || frame.Time is not null || !frame.HasAny("order.before", "order.after", "order.previous", "order.next") || !(frame.IsFollowUp || frame.Asks(Ask.When | Ask.Where | Ask.Which)))
            return null;
        var series = asking.Knowledge.Series(meeting.Series).ToArray();
        var at = Array.IndexOf(series, meeting) + (frame.HasAny("order.before", "order.previous") ? -1 : 1);
        return at >= 0 && at < series.Length ? series[at] : null;
    }
}
