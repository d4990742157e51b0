namespace Cica.Playground;

/// <summary>
/// Telegram's rates for messages sent (core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this):
/// about one a second in a chat with short bursts forgiven, 20 a minute in a group, about 30 a second in all. 0 turns one off.
/// </summary>
public sealed record PaceOptions
{
    public static readonly PaceOptions None = new() { PerSecond = 0, PerChatPerSecond = 0, PerGroupPerMinute = 0 };
    public int PerSecond { get; init; } = 30;
    public int PerChatPerSecond { get; init; } = 1;

    /// <summary>How many messages a rested chat takes at once. Telegram does not tell the number.</summary>
    public int ChatBurst { get; init; } = 3;
    public int PerGroupPerMinute { get; init; } = 20;
}
