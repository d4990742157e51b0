using Cica.Answers;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Bot.Telegram.Conversing.Reminding;

/// <summary>Which answers speak of events one can be reminded of.</summary>
internal static class EventAnswers
{
    /// <summary>The events an answer tells of, the first told first, as far as they are still to come, return, or have passed without word.</summary>
    public static IReadOnlyList<EventEntry> Of(Answer answer, KnowledgeSnapshot knowledge)
    {
        if (answer.Outcome != Outcome.Answer)
            return [];
        // A plan is asked about as a meeting ("the next summit") as well as an event: both take their date from the same fact.
        return [.. answer.Facts.SelectMany(id => knowledge.Events.Where(e => e.IsOpen && (e.Id == id || e.DateOf == id))).Distinct()];
    }
}
