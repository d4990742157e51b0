using Cica.Playground.Formatting;
using Cica.Playground.Wire;

namespace Cica.Playground.State;

/// <summary>What answerInlineQuery brought (core.telegram.org/bots/api#answerinlinequery).</summary>
internal sealed record InlineAnswer(IReadOnlyList<InlineResult> Results, int CacheTime, bool IsPersonal, string NextOffset, InlineButton? Button);

/// <summary>The button above the results; leads to the private chat with a start parameter.</summary>
internal sealed record InlineButton(string Text, string? StartParameter);

/// <summary>One result: how it is listed, and the message it becomes.</summary>
internal sealed record InlineResult(string Id, string Type, string Title, string? Description, OutgoingContent Content, WireKeyboard? Keyboard);

/// <summary>The matter of a message: text, or a file with a caption.</summary>
internal sealed record OutgoingContent(FormattedText? Text)
{
    public FormattedText? Caption { get; init; }
    public StoredFile? File { get; init; }
    public string? FileUrl { get; init; }
    public WireLinkPreview? LinkPreview { get; init; }
}
