using Cica.Playground.People;
using Cica.Playground.State;
using Cica.Playground.Wire;

namespace Cica.Playground.Page;

/// <summary>What one person sees with one chat open. Everything is read under the world's gate.</summary>
internal sealed class Look(PeopleSide people, ReadMarks marks, Person viewer, Place place)
{
    private World World => people.World;

    public BotView Bot()
    {
        var card = people.BotSeenIn(viewer.User.LanguageCode ?? "");
        return new BotView(World.Me.Id, card.Name, card.Username, card.Description, card.ShortDescription, World.Options.Bot.SupportsInlineQueries);
    }

    public List<PersonView> People()
    {
        lock (World.Gate)
            return [.. people.Everybody.Select(p => new PersonView(p.Id, p.Name, p.User.Username, p.User.LanguageCode, RoomsOf(p).Sum(r => Unread(p, r))))];
    }

    public List<ChatView> Chats()
    {
        lock (World.Gate) return [.. RoomsOf(viewer).Select(r => new ChatView(r.Id, r.Chat.Type, TitleOf(r), Preview(r), Unread(viewer, r)))];
    }

    public PlaceView Place()
    {
        lock (World.Gate)
        {
            var room = place.Room;
            return new PlaceView(room.Id, room.Chat.Type, TitleOf(room), StatusOf(room), room.Bot.Status, room.IsStarted, room.IsBlocked)
            {
                Members = [.. room.Members.Values.Where(m => m.IsInside).Select(m => new MemberView(m.User.Id, m.User.FirstName, m.Status, m.User.IsBot))],
                Topics = [.. room.Topics.Values.Select(t => new TopicView(t.Id, t.Name))],
                Commands = place.CommandsFor(viewer),
                Activity = ActivityOf(room),
                Keyboard = room.PinnedKeyboard,
            };
        }
    }

    /// <summary>The messages now, oldest first; reading them counts as having read.</summary>
    public List<MessageView> Messages()
    {
        lock (World.Gate)
        {
            List<MessageView> posts = [.. place.Room.Posts.Select(p => new MessageView(p.Message, p.IsFromBot))];
            if (posts.Count > 0) marks.Read(viewer.Id, place.Id, posts[^1].Message.MessageId);
            return posts;
        }
    }

    // Private chats are with the bot and bear its name.
    private string TitleOf(Room room) => room.Kind == RoomKind.Private ? World.Me.FirstName : room.Chat.Title ?? "";

    private string StatusOf(Room room) => room.Kind == RoomKind.Private ? "member" : room.Members.TryGetValue(viewer.Id, out var member) ? member.Status : "left";

    private List<Room> RoomsOf(Person person) =>
        [.. World.Rooms.Where(r => r.Kind == RoomKind.Private ? r.Id == person.Id : r.Members.ContainsKey(person.Id)).OrderBy(r => r.Kind != RoomKind.Private)];

    private int Unread(Person person, Room room)
    {
        var read = marks.Of(person.Id, room.Id);
        return room.Posts.Count(p => p.Message.MessageId > read && p.Message.From?.Id != person.Id && (p.Message.Text ?? p.Message.Caption ?? p.Message.Photo ?? (object?)p.Message.Document) is not null);
    }

    private static WireMessage? Preview(Room room) => room.Posts.LastOrDefault() is { } last ? last.Message with { ReplyToMessage = null, ReplyMarkup = null } : null;

    private ActivityView? ActivityOf(Room room)
    {
        if (room.Action is not { } action) return null;
        var left = action.Until - World.Clock.GetUtcNow();
        return left > TimeSpan.Zero ? new ActivityView(action.Action, left.TotalMilliseconds) : null;
    }
}
