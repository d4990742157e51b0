using Cica.Playground.State;
using Cica.Playground.Wire;

namespace Cica.Playground.People;

/// <summary>A group that becomes a supergroup: new id, members taken along, a service message on both sides.</summary>
internal static class Migration
{
    public static Room Migrate(World world, Delivery delivery, Room group, WireUser by)
    {
        lock (world.Gate)
        {
            if (group.Kind != RoomKind.Group || group.MigratedTo is not null) throw new InvalidOperationException("Only a group can become a supergroup, and once.");
            var super = world.AddRoom(RoomKind.Supergroup, id => new WireChat(id, "supergroup") { Title = group.Chat.Title });
            foreach (var (id, member) in group.Members) super.Members[id] = member;
            group.MigratedTo = super.Id;
            var leaving = new WireMessage(group.NextMessageId(), group.Chat, world.Now) { From = by, MigrateToChatId = super.Id };
            var arriving = new WireMessage(super.NextMessageId(), super.Chat, world.Now) { From = by, SenderChat = super.Chat, MigrateFromChatId = group.Id };
            group.Add(new Post(leaving));
            super.Add(new Post(arriving));
            if (super.Bot.IsInside)
            {
                delivery.Service(group, leaving);
                delivery.Service(super, arriving);
            }
            world.Changes.Raise();
            return super;
        }
    }
}
