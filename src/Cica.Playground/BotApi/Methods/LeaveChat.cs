using Cica.Playground.State;

namespace Cica.Playground.BotApi.Methods;

/// <summary>core.telegram.org/bots/api#leavechat</summary>
internal sealed class LeaveChat(World world, Membership membership) : Method(world)
{
    protected override Answer Run(Call call)
    {
        lock (World.Gate)
        {
            var room = Access.Room(World, call.Text("chat_id"), Right.Read);
            if (room.Kind == RoomKind.Private) throw Refusal.BadRequest("chat member status can't be changed in private chats");
            if (!room.Bot.IsInside) throw Refusal.Forbidden($"bot is not a member of the {room.Kind.ToString().ToLowerInvariant()} chat");
            membership.Change(room, World.Me, World.Me, "left");
        }
        return Answer.Yes;
    }
}
