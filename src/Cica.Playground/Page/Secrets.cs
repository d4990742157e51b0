using System.Collections.Frozen;

namespace Cica.Playground.Page;

/// <summary>Takes the bot's secrets out of what a developer is shown of a call.</summary>
internal sealed class Secrets(string token)
{
    private const string Hidden = "•••";
    private static readonly FrozenSet<string> Kept = FrozenSet.ToFrozenSet(["secret_token", "certificate"], StringComparer.OrdinalIgnoreCase);
    private readonly string _secret = token[(token.IndexOf(':', StringComparison.Ordinal) + 1)..];

    public string Hide(string text) => text.Replace(token, Hidden, StringComparison.Ordinal).Replace(_secret, Hidden, StringComparison.Ordinal);

    public Dictionary<string, string> Hide(IReadOnlyDictionary<string, string> parameters) =>
        parameters.ToDictionary(p => p.Key, p => Kept.Contains(p.Key) ? Hidden : Hide(p.Value), StringComparer.Ordinal);
}
