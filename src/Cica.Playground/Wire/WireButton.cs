namespace Cica.Playground.Wire;

/// <summary>An InlineKeyboardButton (core.telegram.org/bots/api#inlinekeyboardbutton); exactly one of the optional fields says what it does.</summary>
public sealed record WireButton(string Text)
{
    public string? IconCustomEmojiId { get; init; }
    public string? Style { get; init; }
    public string? Url { get; init; }
    public string? CallbackData { get; init; }
    public string? SwitchInlineQuery { get; init; }
    public string? SwitchInlineQueryCurrentChat { get; init; }
    public WireChosenChat? SwitchInlineQueryChosenChat { get; init; }
    public WireCopyText? CopyText { get; init; }
    public WireWebApp? WebApp { get; init; }
}
