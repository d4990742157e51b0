using Cica.Bot.Reminders;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Bot.Tests.Reminders;

/// <summary>The facts with events made for a test.</summary>
internal sealed class MadeFacts(params EventEntry[] events) : IReminderFacts
{
    public event Action? Swapped;

    public KnowledgeSnapshot Knowledge => Talking.Facts.Engine.Knowledge;

    public IReadOnlyList<EventEntry> Events { get; private set; } = events;

    /// <summary>Asked when a source is described.</summary>
    public Action? Describing { get; set; }

    public string Describe(Citation citation, string language)
    {
        Describing?.Invoke();
        return $"{citation.Source.Publisher}, “{citation.Source.Title}”";
    }

    public void Swap(params EventEntry[] next)
    {
        Events = next;
        Swapped?.Invoke();
    }
}
