namespace Cica.Playground;

/// <summary>A call the bot made, as it came, and how it was answered. Status 0: the connection was cut by order.</summary>
/// <param name="Ignored">Parameters nobody read: the playground does not know them, though Telegram may.</param>
public sealed record CallRecord(DateTimeOffset At, string Method, IReadOnlyDictionary<string, string> Parameters, int Status, string? Refusal, IReadOnlyList<string> Ignored)
{
    /// <summary>How long the answer took by the machine's clock; a held getUpdates takes as long as nothing comes.</summary>
    public TimeSpan Took { get; init; }
}
