using System.Globalization;
using Cica.Playground.State;

namespace Cica.Playground.BotApi;

/// <summary>Finds the chat, topic or message a call means, or refuses in the server's words (seen in its source, check_chat, check_message, check_message_topic).</summary>
internal static class Access
{
    public static Room Room(World world, string? chatId, Right right)
    {
        if (string.IsNullOrEmpty(chatId)) throw Refusal.BadRequest("chat_id is empty");
        var room = chatId[0] == '@'
            ? world.Room(chatId[1..])
            : long.TryParse(chatId, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) ? world.Room(id) : null;
        if (room is null || (room.Kind == RoomKind.Private && !room.IsStarted)) throw Unknown(world, chatId);
        if (room.Kind is RoomKind.Supergroup or RoomKind.Channel && !room.Members.ContainsKey(world.Me.Id) && room.Chat.Username is null)
            throw Refusal.BadRequest("chat not found");
        Check(room, right);
        return room;
    }

    /// <summary>The topic to write to; null outside forums. General is addressed by naming none (core.telegram.org/bots/api#sendmessage, message_thread_id).</summary>
    public static Topic? Topic(Room room, int threadId)
    {
        if (threadId == 0) return null;
        // A private chat might have topics, so the id is looked for there; elsewhere outside forums it is passed over.
        if (room.Kind == RoomKind.Private) throw Refusal.BadRequest("message thread not found");
        if (room.Chat.IsForum is not true) return null;
        if (threadId == State.Topic.General || !room.Topics.TryGetValue(threadId, out var topic)) throw Refusal.BadRequest("message thread not found");
        return topic;
    }

    public static Post Post(Room room, long messageId, string what) => room.Find(messageId) ?? throw Refusal.BadRequest(what + " not found");

    private static Refusal Unknown(World world, string chatId)
    {
        // Somebody seen in a group but never met in private: Telegram says so instead of "not found".
        var isKnown = long.TryParse(chatId, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && world.User(id) is not null
                      && world.Rooms.Any(r => r.Kind != RoomKind.Private && r.Bot.IsInside && r.Members.ContainsKey(id));
        return isKnown ? Refusal.Forbidden("bot can't initiate conversation with a user") : Refusal.BadRequest("chat not found");
    }

    private static void Check(Room room, Right right)
    {
        var edits = right is Right.Edit or Right.Write;
        switch (room.Kind)
        {
            case RoomKind.Private:
                if (room.IsDeactivated && edits) throw Refusal.Forbidden("user is deactivated");
                break;
            case RoomKind.Group:
                if (room.MigratedTo is { } target && right is (Right.Write or Right.ReadMembers))
                    throw new Refusal(400, "Bad Request: group chat was upgraded to a supergroup chat") { MigrateToChatId = target };
                if (room.MigratedTo is null && (edits || right == Right.ReadMembers)) CheckMember(room, "group");
                break;
            default:
                if (room.Bot.Status == "kicked" || edits || room.Chat.Username is null)
                    CheckMember(room, room.Kind == RoomKind.Channel ? "channel" : "supergroup");
                break;
        }
    }

    private static void CheckMember(Room room, string kind)
    {
        if (room.Bot.Status == "kicked") throw Refusal.Forbidden($"bot was kicked from the {kind} chat");
        if (!room.Bot.IsInside) throw Refusal.Forbidden($"bot is not a member of the {kind} chat");
    }
}
