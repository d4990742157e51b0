using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Cica.Bot.Telegram.Conversing;

/// <summary>Where an answer goes, to whom, and in whose language.</summary>
/// <param name="Chat">The chat.</param>
/// <param name="Topic">The topic in it, or null outside topics.</param>
/// <param name="IsPrivate">A chat of two.</param>
/// <param name="User">Who asks; null where nobody is told (a channel, an anonymous administrator).</param>
/// <param name="AppLanguage">The language of their app, as far as it is told.</param>
/// <param name="Message">The message to reply to.</param>
internal sealed record Place(long Chat, int? Topic, bool IsPrivate, long? User, string? AppLanguage, int Message)
{
    /// <summary>The place of a message. Its thread is a topic only where Telegram says so; elsewhere the id means a thread of replies, and sending it is refused.</summary>
    public static Place Of(Message message) => new(
        message.Chat.Id,
        message.IsTopicMessage ? message.MessageThreadId : null,
        message.Chat.Type == ChatType.Private,
        // Whoever writes in the name of a chat comes as one of Telegram's own users, the same for everybody.
        message.SenderChat is null ? message.From?.Id : null,
        message.From?.LanguageCode,
        message.Id);

    /// <summary>The place of the message a button stands under, for who tapped it.</summary>
    public static Place Of(Message message, User tapper) => Of(message) with { User = tapper.Id, AppLanguage = tapper.LanguageCode };
}
