using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Cica.Bot.Telegram.Conversing;

/// <summary>Good manners on coming in: a group gets one line, a channel none.</summary>
internal sealed class ChatHandler(Answerer answerer)
{
    /// <summary>The bot's own standing in a chat has changed.</summary>
    public async ValueTask<IReadOnlyList<Reply>> ChangedAsync(ChatMemberUpdated change, CancellationToken cancel)
    {
        if (IsIn(change.OldChatMember) || !IsIn(change.NewChatMember) || change.Chat.Type is not (ChatType.Group or ChatType.Supergroup))
            return [];
        // There is no message to reply to.
        var place = new Place(change.Chat.Id, null, IsPrivate: false, change.From.Id, change.From.LanguageCode, 0);
        return [Outgoing.Text(place, (await answerer.WordsAsync(place, cancel))["ui.group-hello"])];
    }

    private static bool IsIn(ChatMember member) => member.Status is not (ChatMemberStatus.Left or ChatMemberStatus.Kicked);
}
