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
        var told = answer.Facts.SelectMany(id => knowledge.Events.Where(e => e.Id == id));
        // What is asked about as a meeting ("the next summit") is also an event; of those that lean on the same fact the first is meant.
        var meant = answer.Facts.Where(knowledge.FactById.ContainsKey).SelectMany(id => knowledge.Events.Where(e => IsOf(e, knowledge.FactById[id])).Take(1));
        return [.. told.Concat(meant).Where(e => e.IsOpen).Distinct()];
    }

    private static bool IsOf(EventEntry entry, Fact fact) =>
        entry.IsOpen && (entry.DateOf == fact.Id || (!entry.Yearly && entry.Meeting?.Id == fact.Subject.Id) || entry.Title["en"] == fact.Subject.NameIn("en"));
}
