using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Cica.Bot.Telegram.Receiving;

/// <summary>The kinds of updates the bot has a use for: no others are asked for, so that nothing else can be in the way.</summary>
internal static class UpdateKinds
{
    /// <summary>Their names in the Bot API (core.telegram.org/bots/api#update).</summary>
    public static readonly IReadOnlyList<string> Used = ["message", "edited_message", "channel_post", "callback_query", "inline_query", "chosen_inline_result", "my_chat_member", "guest_message"];

    /// <summary>The same, as the client library names them.</summary>
    public static readonly IReadOnlyList<UpdateType> Types =
    [
        UpdateType.Message, UpdateType.EditedMessage, UpdateType.ChannelPost, UpdateType.CallbackQuery, UpdateType.InlineQuery, UpdateType.ChosenInlineResult, UpdateType.MyChatMember, UpdateType.GuestMessage,
    ];

    /// <summary>Updates of one line are worked on in their order: those of a chat, or of a person where there is no chat.</summary>
    public static long LineOf(Update update) => ChatOf(update)?.Id ?? UserOf(update) ?? 0;

    /// <summary>The chat it came from, if any.</summary>
    public static Chat? ChatOf(Update update) => (update.Message ?? update.EditedMessage ?? update.ChannelPost ?? update.EditedChannelPost ?? update.GuestMessage ?? update.CallbackQuery?.Message)?.Chat ?? update.MyChatMember?.Chat;

    /// <summary>Whose update it is, if anybody's.</summary>
    public static long? UserOf(Update update) =>
        ((update.Message ?? update.EditedMessage ?? update.ChannelPost ?? update.EditedChannelPost ?? update.GuestMessage)?.From ?? update.CallbackQuery?.From ?? update.InlineQuery?.From ?? update.ChosenInlineResult?.From ?? update.MyChatMember?.From)?.Id;
}
