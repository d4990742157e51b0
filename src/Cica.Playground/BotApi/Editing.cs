using Cica.Playground.State;
using Cica.Playground.Wire;

namespace Cica.Playground.BotApi;

/// <summary>What the edit methods share: which message is meant, whether it may be edited, whether anything changes (core.telegram.org/bots/api#updating-messages).</summary>
internal sealed class Editing(World world)
{
    private const string NotModified = "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

    /// <summary>Applies the change; the answer is the message, or true for one sent inline.</summary>
    public Answer Edit(Call call, Func<WireMessage, WireMessage> change, Func<WireMessage, WireMessage, bool> isSame)
    {
        var chatId = call.Text("chat_id");
        var messageId = call.Integer("message_id", 0);
        var isInline = string.IsNullOrEmpty(chatId) && messageId == 0;
        lock (world.Gate)
        {
            var (room, post) = isInline ? Inline(call.Text("inline_message_id")) : Ordinary(chatId, messageId);
            var changed = change(post.Message);
            if (isSame(post.Message, changed)) throw Refusal.BadRequest(NotModified);
            post.Message = changed with { EditDate = world.Now };
            world.Changes.Raise();
            return isInline ? Answer.Yes : new(post.Message);
        }
    }

    private (Room, Post) Ordinary(string? chatId, int messageId)
    {
        var room = Access.Room(world, chatId, Right.Edit);
        var post = Access.Post(room, messageId, "message to edit");
        var isOwn = post.Message.From?.Id == world.Me.Id || (room.Kind == RoomKind.Channel && room.Bot.IsAdministrator);
        if (!isOwn) throw Refusal.BadRequest("message can't be edited");
        if (room.IsBlocked) throw Refusal.Forbidden("bot was blocked by the user");
        return (room, post);
    }

    private (Room, Post) Inline(string? id)
    {
        if (string.IsNullOrEmpty(id)) throw Refusal.BadRequest("message identifier is not specified");
        if (!world.InlineMessages.TryGetValue(id, out var place) || place.Room.Find(place.Message) is not { } post) throw Refusal.BadRequest("MESSAGE_ID_INVALID");
        return (place.Room, post);
    }
}
