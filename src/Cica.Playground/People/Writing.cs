using Cica.Playground.BotApi;
using Cica.Playground.State;
using Cica.Playground.Wire;

namespace Cica.Playground.People;

/// <summary>How a person's message comes into a chat and to the bot.</summary>
internal static class Writing
{
    // Telegram's own account behind which an anonymous administrator writes (core.telegram.org/bots/api#message, sender_chat).
    private static readonly WireUser GroupAnonymousBot = new(1_087_968_824, true, "Group") { Username = "GroupAnonymousBot" };

    public static WireMessage Write(this PeopleSide side, Person person, Place place, OutgoingContent content, int? answerTo, int? topic, WireUser? via = null, Func<WireMessage, Post>? asPost = null)
    {
        var (world, room) = (side.World, place.Room);
        lock (world.Gate)
        {
            CheckMayWrite(person, room, topic);
            if (room.Kind == RoomKind.Private) room.IsStarted = true;
            var answered = answerTo is { } id ? room.Find(id)?.Message ?? throw new InvalidOperationException("That message is gone.") : null;
            var thread = MessageThread.Of(room, topic, answered);
            var message = Contents.Write(Signed(person, room, new WireMessage(room.NextMessageId(), room.Chat, world.Now)), content) with
            {
                MessageThreadId = thread.Id,
                IsTopicMessage = thread.IsTopic,
                ReplyToMessage = answered is null ? null : answered with { ReplyToMessage = null },
                ViaBot = via,
            };
            var post = asPost?.Invoke(message) ?? new Post(message);
            room.Add(post);
            if (IsForGuest(side, room, post.Message))
                AskGuest(side, person, room, post);
            else
                side.Delivery.New(room, post.Message);
            room.BotSpokeLast = false;
            world.Changes.Raise();
            return post.Message;
        }
    }

    private static void CheckMayWrite(Person person, Room room, int? topic)
    {
        if (room.IsDeactivated) throw new InvalidOperationException("That account is deleted.");
        if (room.IsBlocked) throw new InvalidOperationException("The bot is blocked: unblock it first.");
        if (room.Kind == RoomKind.Private && room.Id != person.Id) throw new InvalidOperationException("That is somebody else's private chat.");
        if (room.MigratedTo is not null) throw new InvalidOperationException("That group has become a supergroup.");
        if (topic is { } id && !room.Topics.ContainsKey(id)) throw new InvalidOperationException("There is no such topic.");
        if (room.Kind == RoomKind.Private) return;
        var member = room.Members.GetValueOrDefault(person.Id);
        if (member is not { IsInside: true } && room.Chat.Username is null) throw new InvalidOperationException("Only members write here.");
        if (room.Kind == RoomKind.Channel && member is not { IsAdministrator: true }) throw new InvalidOperationException("Only administrators write in a channel.");
    }

    private static WireMessage Signed(Person person, Room room, WireMessage message)
    {
        if (room.Kind == RoomKind.Channel) return message with { SenderChat = room.Chat };
        var isAnonymous = room.Members.TryGetValue(person.Id, out var member) && member is { IsAnonymous: true, IsAdministrator: true };
        return isAnonymous ? message with { From = GroupAnonymousBot, SenderChat = room.Chat } : message with { From = person.User };
    }

    // Guest mode: named where it is no member (core.telegram.org/bots/features, guest mode; Bot API 10.0).
    private static bool IsForGuest(PeopleSide side, Room room, WireMessage message) =>
        side.World.Options.Bot.SupportsGuestQueries && room.Kind is RoomKind.Group or RoomKind.Supergroup && !room.Bot.IsInside
        && message.ViaBot is null && side.Delivery.Names(message);

    private static void AskGuest(PeopleSide side, Person person, Room room, Post post)
    {
        var query = side.World.Queries.Open(QueryKind.Guest, person.Id, room: room, message: post.Message.MessageId);
        // The id is for the bot's eyes only; the message in the chat does not carry it.
        side.World.Updates.Add("guest_message", post.Message with { GuestQueryId = query.Id }, $"g{room.Id}");
    }
}
