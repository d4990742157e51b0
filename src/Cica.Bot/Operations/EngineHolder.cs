using Cica.Answers;
using Cica.Bot.Reminders;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Bot.Operations;

/// <summary>Holds the engine over the snapshot in force; a reader sees the old one or the new one, never a mixture.</summary>
public sealed class EngineHolder : ICurrentEngine, IReminderFacts
{
    private volatile Held held;

    /// <summary>Starts with these facts.</summary>
    public EngineHolder(KnowledgeSnapshot knowledge, string dataVersion) => held = new Held(knowledge, new AnswerEngine(knowledge), dataVersion);

    /// <inheritdoc/>
    public event Action? Swapped;

    /// <inheritdoc/>
    public AnswerEngine Engine => held.Engine;

    /// <inheritdoc/>
    public string DataVersion => held.DataVersion;

    /// <summary>The facts in force now.</summary>
    public KnowledgeSnapshot Knowledge => held.Knowledge;

    /// <inheritdoc/>
    public IReadOnlyList<EventEntry> Events => held.Knowledge.Events;

    /// <inheritdoc/>
    public string Describe(Citation citation, string language) => held.Engine.Describe(citation, language);

    /// <summary>Puts other facts in force. The index is built first, so that no question waits for it.</summary>
    public void Swap(KnowledgeSnapshot next, string dataVersion)
    {
        held = new Held(next, new AnswerEngine(next), dataVersion);
        Swapped?.Invoke();
    }

    private sealed record Held(KnowledgeSnapshot Knowledge, AnswerEngine Engine, string DataVersion);
}
