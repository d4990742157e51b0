namespace Cica.Bot.Storage;

/// <summary>
/// Everything that must outlive the process. A write has returned only when it is durable against the death of this process;
/// one that could not be made throws <see cref="StorageUnavailableException"/>. Reading does not fail for want of disk space.
/// Safe to call from any thread.
/// </summary>
public interface IStorage : IChatStore, IOwedStore, IQuestionStore, IMarkStore, IPersonStore
{
    /// <summary>Why nothing can be written at present, in one line for the operator; null when all is well.</summary>
    string? Trouble { get; }
}
