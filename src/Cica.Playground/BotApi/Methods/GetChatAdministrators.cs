using Cica.Playground.State;

namespace Cica.Playground.BotApi.Methods;

/// <summary>core.telegram.org/bots/api#getchatadministrators: no bots but the asking one, none in private chats.</summary>
internal sealed class GetChatAdministrators(World world) : Method(world)
{
    protected override Answer Run(Call call)
    {
        lock (World.Gate)
        {
            var room = Access.Room(World, call.Text("chat_id"), Right.ReadMembers);
            if (room.Kind == RoomKind.Private) throw Refusal.BadRequest("there are no administrators in the private chat");
            return new(room.Members.Values
                .Where(m => m.IsAdministrator && (!m.User.IsBot || m.User.Id == World.Me.Id))
                .Select(m => m.ToWire(room.Kind)).ToList());
        }
    }
}
