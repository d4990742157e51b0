namespace Cica.Bot.Storage;

/// <summary>Small facts about the bot itself, such as the hash of the commands last announced.</summary>
public interface IMarkStore
{
    /// <summary>The value last set, or null.</summary>
    ValueTask<string?> GetMarkAsync(string key, CancellationToken cancel);

    /// <summary>Sets a value.</summary>
    ValueTask SetMarkAsync(string key, string value, CancellationToken cancel);
}
