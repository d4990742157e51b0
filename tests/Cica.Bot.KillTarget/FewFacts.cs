using Cica.Bot.Reminders;
using Cica.Knowledge.Loading;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Bot.KillTarget;

/// <summary>Facts without an engine: all that reminders need, and quick to start.</summary>
internal sealed class FewFacts(string directory, TimeProvider time) : IReminderFacts
{
    public event Action? Swapped
    {
        add { }
        remove { }
    }

    public KnowledgeSnapshot Knowledge { get; } = KnowledgeLoader.Load(directory, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)) is { Snapshot: { } facts }
        ? facts
        : throw new InvalidOperationException("the facts are broken");

    public IReadOnlyList<EventEntry> Events => Knowledge.Events;

    public string Describe(Citation citation, string language) => $"{citation.Source.Publisher}, “{citation.Source.Title}”";
}
