using Cica.Playground.Wire;

namespace Cica.Playground.State;

/// <summary>A message as it stands in a chat: its current wording, and what a person sees beside it.</summary>
internal sealed class Post(WireMessage message)
{
    public WireMessage Message { get; set; } = message;

    /// <summary>The bot wrote it, also where it stands in the chat's name, as in a channel.</summary>
    public bool IsFromBot { get; init; }

    /// <summary>The reply keyboard sent with it; it is told to nobody over the Bot API.</summary>
    public string? ReplyKeyboard { get; init; }
    public string? InlineMessageId { get; init; }
    public bool IsSilent { get; init; }
}
