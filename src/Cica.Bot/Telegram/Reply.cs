using Telegram.Bot.Requests.Abstractions;

namespace Cica.Bot.Telegram;

/// <summary>One call to the Bot API that an update leads to. Calls of one update go out in their order.</summary>
/// <param name="Call">The request object of Telegram.Bot, such as <c>SendMessageRequest</c>.</param>
/// <param name="Urgency">How soon it must go out.</param>
public sealed record Reply(IRequest Call, Urgency Urgency)
{
    /// <summary>The question this message answers, so that an edit of it can find the answer again.</summary>
    public (long Chat, int Message)? Answers { get; init; }

    /// <summary>Plain text to send instead if Telegram refuses the markup.</summary>
    public string? Plain { get; init; }
}
