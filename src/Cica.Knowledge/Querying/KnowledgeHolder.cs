namespace Cica.Knowledge.Querying;

/// <summary>Holds the snapshot in force. It is swapped whole, so a reader sees the old one or the new one and never a mixture.</summary>
public sealed class KnowledgeHolder(KnowledgeSnapshot snapshot)
{
    private volatile KnowledgeSnapshot current = snapshot;

    /// <summary>The snapshot in force now; keep it for the length of one question.</summary>
    public KnowledgeSnapshot Current => current;

    /// <summary>Puts a new snapshot in force.</summary>
    public void Swap(KnowledgeSnapshot next) => current = next;
}
