using Cica.Bot.Storage;
using Microsoft.Extensions.Logging;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Cica.Bot.Telegram.Conversing;

/// <summary>What becomes of the chats themselves: blocked, back, joined, left, moved.</summary>
internal sealed partial class ChatHandler(Answerer answerer, IStorage storage, TimeProvider time, ILogger<ChatHandler> logger)
{
    /// <summary>The bot's own standing in a chat has changed. A group it comes into gets one line, once.</summary>
    public async ValueTask<IReadOnlyList<Reply>> ChangedAsync(ChatMemberUpdated change, CancellationToken cancel)
    {
        var (was, isIn) = (IsIn(change.OldChatMember), IsIn(change.NewChatMember));
        await TryAsync(isIn ? storage.SwitchOnAsync(change.Chat.Id, cancel) : storage.SwitchOffAsync(change.Chat.Id, time.GetUtcNow(), cancel));
        if (was || !isIn || change.Chat.Type is not (ChatType.Group or ChatType.Supergroup))
            return [];
        // There is no message to reply to.
        var place = new Place(change.Chat.Id, null, IsPrivate: false, change.From.Id, change.From.LanguageCode, 0);
        return [Outgoing.Text(place, (await answerer.WordsAsync(place, cancel))["ui.group-hello"])];
    }

    /// <summary>A group that became a supergroup has a new id; true if the message says no more than that.</summary>
    public async ValueTask<bool> MovedAsync(Message message, CancellationToken cancel)
    {
        if (message.MigrateToChatId is not { } to)
            return message.MigrateFromChatId is not null;
        await TryAsync(storage.MoveChatAsync(message.Chat.Id, to, cancel));
        return true;
    }

    /// <summary>Whoever writes is there again, whatever was thought before.</summary>
    public async ValueTask HeardFromAsync(long chat, CancellationToken cancel)
    {
        if ((await storage.GetChatAsync(chat, cancel)).OffSince is not null)
            await TryAsync(storage.SwitchOnAsync(chat, cancel));
    }

    private async ValueTask TryAsync(ValueTask write)
    {
        try
        {
            await write;
        }
        catch (StorageUnavailableException trouble)
        {
            LogNotKept(trouble.Message);
        }
    }

    private static bool IsIn(ChatMember member) => member.Status is not (ChatMemberStatus.Left or ChatMemberStatus.Kicked);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What became of a chat could not be kept: {Reason}")]
    private partial void LogNotKept(string reason);
}
