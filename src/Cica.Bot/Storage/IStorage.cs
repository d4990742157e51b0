namespace Cica.Bot.Storage;

/// <summary>
/// Everything that must outlive the process. A write has returned only when it is durable against the death of this process;
/// one that could not be made throws <see cref="StorageUnavailableException"/>. What is known of a chat is told even then; other reading may have to wait as well.
/// Safe to call from any thread.
/// </summary>
public interface IStorage : IChatStore, IOwedStore, IQuestionStore, IMarkStore, IPersonStore, ISubscriptionStore, IOutbox
{
    /// <summary>Why nothing can be written at present, in one line for the operator; null when all is well.</summary>
    string? Trouble { get; }
}
