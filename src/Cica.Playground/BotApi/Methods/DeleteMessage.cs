using Cica.Playground.State;

namespace Cica.Playground.BotApi.Methods;

/// <summary>core.telegram.org/bots/api#deletemessage: own ones within 48 hours, others' where the bot is an administrator, both in private chats.</summary>
internal sealed class DeleteMessage(World world) : Method(world)
{
    private static readonly TimeSpan Youth = TimeSpan.FromHours(48);

    protected override Answer Run(Call call)
    {
        var chatId = call.Text("chat_id");
        var messageId = call.Integer("message_id", 0);
        if (string.IsNullOrEmpty(chatId)) throw Refusal.BadRequest("chat identifier is not specified");
        if (messageId == 0) throw Refusal.BadRequest("message identifier is not specified");
        lock (World.Gate)
        {
            var room = Access.Room(World, chatId, Right.Write);
            var message = Access.Post(room, messageId, "message to delete").Message;
            var isYoung = World.Now - message.Date < Youth.TotalSeconds;
            var isOwn = message.From?.Id == World.Me.Id;
            var mayDelete = room.Kind == RoomKind.Private ? isYoung : room.Bot.IsAdministrator || (isOwn && isYoung);
            if (!mayDelete) throw Refusal.BadRequest("message can't be deleted");
            room.Remove(messageId);
            World.Changes.Raise();
        }
        return Answer.Yes;
    }
}
