using System.Text.RegularExpressions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Cica.Bot.Telegram.Conversing;

/// <summary>What a message wants of the bot.</summary>
/// <param name="Command">The command without its slash, in lower case; null for a question.</param>
/// <param name="Text">The question, or what stands behind the command; without the mention.</param>
/// <param name="ByName">The bot is named, or answered: in a group, it is certainly meant.</param>
internal sealed record Wish(string? Command, string Text, bool ByName);

/// <summary>
/// Whether a message is meant for the bot. In a group that is a command (also <c>/cmd@name</c>, never <c>/cmd@another</c>), a
/// mention, or a reply to the bot; anything else is other people's talk.
/// </summary>
internal static partial class Addressing
{
    /// <summary>What a message wants, or null where it is not meant for the bot.</summary>
    public static Wish? Read(Message message, IBotIdentity self)
    {
        var text = message.Text ?? message.Caption;
        // The bot's own inline card, sent by a person, asks nothing.
        if (text is null || message.ViaBot?.Id == self.Id)
            return null;
        // Other bots are not talked to; whoever writes in the name of a chat comes as one of Telegram's own.
        if (message.From is { IsBot: true } && message.SenderChat is null)
            return null;
        var isPrivate = message.Chat.Type == ChatType.Private;
        var entities = message.Entities ?? message.CaptionEntities ?? [];
        var mentioned = entities.Any(e => IsMention(e, text, self));
        if (entities.FirstOrDefault(e => e is { Type: MessageEntityType.BotCommand, Offset: 0 }) is { } command && Part(text, command) is { } words)
        {
            var name = words.TrimStart('/').Split('@');
            if (name.Length > 1 && !name[1].Equals(self.Username, StringComparison.OrdinalIgnoreCase))
                return null;
            return new Wish(name[0].ToLowerInvariant(), Clean(text[words.Length..], self), isPrivate || name.Length > 1 || mentioned);
        }
        var answersBot = message.ReplyToMessage?.From?.Id == self.Id;
        if (!isPrivate && !mentioned && !answersBot)
            return null;
        // An answer to the bot that names another bot is meant for that one.
        if (!isPrivate && !mentioned && entities.Any(e => e.Type is MessageEntityType.Mention or MessageEntityType.BotCommand && Part(text, e) is { } other && other.EndsWith("bot", StringComparison.OrdinalIgnoreCase)))
            return null;
        var question = mentioned ? Clean(text, self) : text.Trim();
        // "@bot" alone under somebody's question hands that question on.
        if (question.Length == 0 && message.ReplyToMessage is { } answered && answered.From?.Id != self.Id)
            question = Clean(answered.Text ?? answered.Caption ?? "", self);
        return new Wish(null, question, true);
    }

    private static string Clean(string text, IBotIdentity self) =>
        Blanks().Replace(text.Replace("@" + self.Username, " ", StringComparison.OrdinalIgnoreCase), " ").Trim(' ', ',', ':', '\n');

    private static bool IsMention(MessageEntity entity, string text, IBotIdentity self) => entity.Type switch
    {
        MessageEntityType.TextMention => entity.User?.Id == self.Id,
        MessageEntityType.Mention => Part(text, entity) is { } words && words.AsSpan(1).Equals(self.Username, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    // What stands in an entity; null where it points outside the text.
    private static string? Part(string text, MessageEntity entity) =>
        entity.Offset >= 0 && entity.Length > 1 && entity.Offset + entity.Length <= text.Length ? text.Substring(entity.Offset, entity.Length) : null;

    [GeneratedRegex("[ \t]{2,}")]
    private static partial Regex Blanks();
}
