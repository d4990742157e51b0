namespace Cica.Bot.Storage;

/// <summary>What is kept about a person: for them to see, and to have erased.</summary>
public interface IPersonStore
{
    /// <summary>Everything kept under this user's id, by kind; empty if nothing is.</summary>
    ValueTask<IReadOnlyDictionary<string, object>> ExportAsync(long user, CancellationToken cancel);

    /// <summary>Erases everything kept under this user's id, answers still owed included.</summary>
    ValueTask ForgetAsync(long user, CancellationToken cancel);
}
