namespace Cica.Playground;

/// <summary>The bot as it was registered: its token and the switches of BotFather.</summary>
public sealed record BotOptions
{
    /// <summary>"id:secret"; the id is the number before the colon.</summary>
    public string Token { get; init; } = "7000000001:playground-token-that-opens-nothing-x";
    public string Name { get; init; } = "Playground Bot";
    public string Username { get; init; } = "playground_bot";
    public bool CanJoinGroups { get; init; } = true;

    /// <summary>Privacy mode off (core.telegram.org/bots/features#privacy-mode).</summary>
    public bool CanReadAllGroupMessages { get; init; }
    public bool SupportsInlineQueries { get; init; } = true;
    public bool SupportsGuestQueries { get; init; } = true;

    /// <summary>/setinlinefeedback: send chosen_inline_result (core.telegram.org/bots/inline#collecting-feedback).</summary>
    public bool InlineFeedback { get; init; } = true;

    internal long Id => long.Parse(Token.AsSpan(0, Token.IndexOf(':', StringComparison.Ordinal)), System.Globalization.CultureInfo.InvariantCulture);
}
