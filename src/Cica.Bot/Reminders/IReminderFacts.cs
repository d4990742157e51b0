using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Bot.Reminders;

/// <summary>The facts in force, as far as reminders need them.</summary>
public interface IReminderFacts
{
    /// <summary>Other facts have been put in force.</summary>
    event Action? Swapped;

    /// <summary>The facts in force now.</summary>
    KnowledgeSnapshot Knowledge { get; }

    /// <summary>The events in force now.</summary>
    IReadOnlyList<EventEntry> Events { get; }

    /// <summary>A citation in words, as in a source line.</summary>
    string Describe(Citation citation, string language);
}
