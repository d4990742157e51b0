namespace Cica.Bot.Settings;

/// <summary>How updates come in.</summary>
public enum TelegramMode
{
    /// <summary>The bot asks Telegram for them.</summary>
    Polling,

    /// <summary>Telegram brings them.</summary>
    Webhook,

    /// <summary>A Bot API server in this process; no token needed.</summary>
    Playground,
}

/// <summary>All settings, bound and checked. Paths are absolute.</summary>
public sealed record BotSettings
{
    /// <summary>How updates come in, and under which token and rates answers go out.</summary>
    public required TelegramSettings Telegram { get; init; }

    /// <summary><c>Data:Path</c>: where the facts are.</summary>
    public required string DataPath { get; init; }

    /// <summary><c>Storage:Path</c>: the file that holds what must outlive the process.</summary>
    public required string StoragePath { get; init; }

    /// <summary><c>Playground:Url</c>: where the playground listens; an address others can reach, or a name, is told on purpose.</summary>
    public required Uri PlaygroundUrl { get; init; }

    /// <summary><c>Health:Url</c>: where health is told; null: nowhere.</summary>
    public required Uri? HealthUrl { get; init; }
}

/// <summary>The settings under <c>Telegram</c>.</summary>
public sealed record TelegramSettings
{
    /// <summary>The bot's token, "id:secret". Never to be shown. Null in the playground, which has its own.</summary>
    public string? Token { get; init; }

    /// <summary>Another Bot API server than Telegram's; null: Telegram's.</summary>
    public Uri? ApiBaseUrl { get; init; }

    /// <summary>How updates come in.</summary>
    public required TelegramMode Mode { get; init; }

    /// <summary>The public address of the webhook; there if and only if the mode is webhook.</summary>
    public Uri? WebhookUrl { get; init; }

    /// <summary>What Telegram must say in the secret header; null: one is drawn at each start.</summary>
    public string? WebhookSecret { get; init; }

    /// <summary>Where the webhook listens.</summary>
    public required Uri WebhookListen { get; init; }

    /// <summary>User ids of those who run the bot.</summary>
    public required IReadOnlyList<long> Admins { get; init; }

    /// <summary>Our own pace.</summary>
    public required PaceSettings Pace { get; init; }

    /// <summary>Questions of one user taken a minute; 0: no bound.</summary>
    public required int FloodPerMinute { get; init; }

    /// <summary>The record without its secrets: a printed record shows all its members.</summary>
    public override string ToString() => $"{nameof(TelegramSettings)} {{ Mode = {Mode} }}";
}

/// <summary>How many messages are sent at most. 0 turns one off. The defaults are what Telegram allows (core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this).</summary>
/// <param name="PerSecond">Messages a second in all.</param>
/// <param name="PerChatPerSecond">Messages a second in one chat.</param>
/// <param name="PerGroupPerMinute">Messages a minute in one group or channel.</param>
public sealed record PaceSettings(int PerSecond, int PerChatPerSecond, int PerGroupPerMinute)
{
    /// <summary>No pace at all.</summary>
    public static PaceSettings None { get; } = new(0, 0, 0);
}
