using Cica.Playground.State;

namespace Cica.Playground.BotApi.Methods;

/// <summary>core.telegram.org/bots/api#getchatmember</summary>
internal sealed class GetChatMember(World world) : Method(world)
{
    protected override Answer Run(Call call)
    {
        var userId = Math.Max(call.Long("user_id"), 0);
        if (userId == 0) throw Refusal.BadRequest("invalid user_id specified");
        lock (World.Gate)
        {
            var room = Access.Room(World, call.Text("chat_id"), userId == World.Me.Id ? Right.Read : Right.ReadMembers);
            if (room.Members.TryGetValue(userId, out var member)) return new(member.ToWire(room.Kind));
            var user = World.User(userId);
            if (room.Kind == RoomKind.Private && user is not null && (userId == room.Id || userId == World.Me.Id)) return new(new Member(user, "member").ToWire(room.Kind));
            if (user is null) throw Refusal.BadRequest("PARTICIPANT_ID_INVALID");
            if (room.Kind is RoomKind.Private or RoomKind.Group) throw Refusal.BadRequest("member not found");
            return new(new Member(user, "left").ToWire(room.Kind));
        }
    }
}
