using Cica.Bot.Storage;
using Microsoft.Extensions.Logging;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Cica.Bot.Telegram.Receiving;

/// <summary>Follows where the bot is: chats that shut it out and let it in again, groups that become supergroups.</summary>
internal sealed class Presence(IChatStore chats, TimeProvider time, ILogger<Presence> log)
{
    /// <summary>Notes what an update tells about its chat. An ordinary one costs a look into memory.</summary>
    public async ValueTask NoteAsync(Update update, CancellationToken cancel)
    {
        if (UpdateKinds.ChatOf(update) is not { } chat) return;
        try
        {
            if (update.MyChatMember is { } change)
            {
                var isIn = change.NewChatMember.Status is ChatMemberStatus.Member or ChatMemberStatus.Administrator or ChatMemberStatus.Creator or ChatMemberStatus.Restricted;
                await (isIn ? chats.SwitchOnAsync(chat.Id, cancel) : chats.SwitchOffAsync(chat.Id, time.GetUtcNow(), cancel));
                return;
            }
            if (update.Message is { MigrateToChatId: { } to }) await chats.MoveChatAsync(chat.Id, to, cancel);
            else if (update.Message is { MigrateFromChatId: { } from }) await chats.MoveChatAsync(from, chat.Id, cancel);
            // Whoever is heard from is there, whatever was missed meanwhile. A guest's chat has not let the bot in.
            else if (update.GuestMessage is null && (await chats.GetChatAsync(chat.Id, cancel)).OffSince is not null) await chats.SwitchOnAsync(chat.Id, cancel);
        }
        catch (StorageUnavailableException down)
        {
            Log.PresenceNotKept(log, down.Message);
        }
    }
}
