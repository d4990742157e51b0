namespace Cica.Bot.Storage;

/// <summary>What is kept about a person: for them to see, and to have erased.</summary>
public interface IPersonStore
{
    /// <summary>Everything kept under this user's id, by kind ("chat", "owed", "subscriptions", "notices"); empty if nothing is.</summary>
    ValueTask<IReadOnlyDictionary<string, object>> ExportAsync(long user, CancellationToken cancel);

    /// <summary>
    /// Erases everything kept under this user's id: their chat with its subscriptions and notices, and answers still owed. What they
    /// subscribed a group to is the group's: it stays, without their name.
    /// </summary>
    ValueTask ForgetAsync(long user, CancellationToken cancel);
}
