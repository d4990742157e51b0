using Cica.Bot.Reminders;
using Cica.Bot.Storage;
using Microsoft.Extensions.Logging;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Cica.Bot.Telegram.Receiving;

/// <summary>Follows where the bot is: chats that shut it out and let it in again, groups that become supergroups.</summary>
internal sealed class Presence(IChatStore chats, ReminderSignal reminders, TimeProvider time, ILogger<Presence> log)
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
                await (isIn ? ComeBackAsync(chat.Id, cancel) : chats.SwitchOffAsync(chat.Id, time.GetUtcNow(), cancel));
                return;
            }
            if (update.Message is { MigrateToChatId: { } to }) await MoveAsync(chat.Id, to, cancel);
            else if (update.Message is { MigrateFromChatId: { } from }) await MoveAsync(from, chat.Id, cancel);
            // Whoever is heard from is there, whatever was missed meanwhile. A guest's chat has not let the bot in.
            else if (update.GuestMessage is null && (await chats.GetChatAsync(chat.Id, cancel)).OffSince is not null) await ComeBackAsync(chat.Id, cancel);
        }
        catch (StorageUnavailableException down)
        {
            Log.PresenceNotKept(log, down.Message);
        }
    }
    // What was held for it may be due.
    private async ValueTask ComeBackAsync(long chat, CancellationToken cancel)
    {
        await chats.SwitchOnAsync(chat, cancel);
        reminders.Wake();
    }

    private async ValueTask MoveAsync(long from, long to, CancellationToken cancel)
    {
        await chats.MoveChatAsync(from, to, cancel);
        reminders.Wake();
    }
}
