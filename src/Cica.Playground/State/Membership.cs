using Cica.Playground.Wire;

namespace Cica.Playground.State;

/// <summary>
/// Changes how somebody stands to a chat and tells the bot: my_chat_member for itself, chat_member for others where it is an
/// administrator, and the service message (core.telegram.org/bots/api#update). Called under <see cref="World.Gate"/>.
/// </summary>
internal sealed class Membership(World world, Delivery delivery)
{
    public void Change(Room room, WireUser user, WireUser by, string status, bool isAnonymous = false)
    {
        var old = room.Members.TryGetValue(user.Id, out var known) ? known : new Member(user, "left");
        var now = new Member(user, status) { IsAnonymous = isAnonymous };
        if (old == now) return;
        var couldSee = room.Bot.IsInside;
        room.Members[user.Id] = now;
        TellUpdate(room, user, by, old, now);
        if (room.Kind is RoomKind.Group or RoomKind.Supergroup) Announce(room, user, by, old, now, couldSee);
        world.Changes.Raise();
    }

    private void TellUpdate(Room room, WireUser user, WireUser by, Member old, Member now)
    {
        var update = new WireMemberUpdate(room.Chat, by, world.Now, old.ToWire(room.Kind), now.ToWire(room.Kind));
        if (user.Id == world.Me.Id) world.Updates.Add("my_chat_member", update, $"m{room.Id}");
        else if (room.Bot.IsAdministrator) world.Updates.Add("chat_member", update, $"u{user.Id}");
    }

    private void Announce(Room room, WireUser user, WireUser by, Member old, Member now, bool couldSee)
    {
        if (old.IsInside == now.IsInside) return;
        var message = new WireMessage(room.NextMessageId(), room.Chat, world.Now) { From = by };
        message = now.IsInside ? message with { NewChatMembers = [user] } : message with { LeftChatMember = user };
        room.Add(new Post(message));
        if (couldSee || room.Bot.IsInside) delivery.Service(room, message);
    }
}
