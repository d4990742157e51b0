using Cica.Playground.BotApi;
using Cica.Playground.State;
using Cica.Playground.Wire;

namespace Cica.Playground.People;

/// <summary>
/// The people's side of the playground: makes people and chats, and finds them again. What a person does is said by
/// <see cref="Person"/>, what stands in a chat by <see cref="Place"/>. Safe to use from any thread.
/// </summary>
public sealed class PeopleSide
{
    private readonly WebhookOffice _webhooks;

    internal PeopleSide(World world, Delivery delivery, Membership membership, WebhookOffice webhooks)
    {
        World = world;
        Delivery = delivery;
        Membership = membership;
        _webhooks = webhooks;
        Waits = new Waiting(world);
    }

    internal World World { get; }
    internal Delivery Delivery { get; }
    internal Membership Membership { get; }

    /// <summary>Waiting for something to happen, with a deadline.</summary>
    public Waiting Waits { get; }

    /// <summary>The bot holds a long poll right now.</summary>
    public bool IsPolled
    {
        get
        {
            lock (World.Gate) return _webhooks.Polls.IsHeld;
        }
    }

    /// <summary>Updates neither confirmed nor delivered yet.</summary>
    public int PendingUpdates
    {
        get
        {
            lock (World.Gate) return World.Updates.Count;
        }
    }

    public IReadOnlyList<Person> Everybody => [.. World.Users.Where(u => !u.IsBot).OrderBy(u => u.Id).Select(u => new Person(this, u.Id))];

    public IReadOnlyList<Place> Places
    {
        get
        {
            lock (World.Gate) return [.. World.Rooms.Select(r => new Place(this, r))];
        }
    }

    /// <summary>Somebody new, with the language of their app.</summary>
    public Person NewPerson(string firstName, string? language = "en", string? username = null, string? lastName = null)
    {
        lock (World.Gate) return new Person(this, World.AddUser(firstName, lastName, username, language).Id);
    }

    /// <summary>A group made by somebody; the bot is not in it yet.</summary>
    public Place NewGroup(string title, Person owner, params Person[] members) =>
        NewPlace(RoomKind.Group, id => new WireChat(id, "group") { Title = title }, owner, members);

    /// <summary>A supergroup, with a public name or topics if wished; the bot is not in it yet.</summary>
    public Place NewSupergroup(string title, Person owner, string? username = null, bool isForum = false, params Person[] members) =>
        NewPlace(RoomKind.Supergroup, id => new WireChat(id, "supergroup") { Title = title, Username = username, IsForum = isForum ? true : null }, owner, members);

    /// <summary>A channel; the bot is not in it yet.</summary>
    public Place NewChannel(string title, Person owner, string? username = null) =>
        NewPlace(RoomKind.Channel, id => new WireChat(id, "channel") { Title = title, Username = username }, owner, []);

    public Person Person(long id) => World.User(id) is { IsBot: false } ? new Person(this, id) : throw new ArgumentException($"There is no person {id}.", nameof(id));

    public Place Place(long id)
    {
        lock (World.Gate) return new Place(this, World.Room(id) ?? throw new ArgumentException($"There is no chat {id}.", nameof(id)));
    }

    /// <summary>The bot as a person of this language sees it in its profile.</summary>
    public BotCard BotSeenIn(string language)
    {
        lock (World.Gate)
        {
            var profile = World.Profile;
            string In(Dictionary<string, string> texts, string otherwise) => texts.GetValueOrDefault(language) ?? texts.GetValueOrDefault("") ?? otherwise;
            return new BotCard(In(profile.Names, World.Me.FirstName), World.Me.Username ?? "", In(profile.Descriptions, ""), In(profile.ShortDescriptions, ""));
        }
    }

    private Place NewPlace(RoomKind kind, Func<long, WireChat> chat, Person owner, Person[] members)
    {
        lock (World.Gate)
        {
            var room = World.AddRoom(kind, chat);
            room.Members[owner.Id] = new Member(owner.User, "creator");
            foreach (var member in members) room.Members[member.Id] = new Member(member.User, "member");
            var message = new WireMessage(room.NextMessageId(), room.Chat, World.Now) { From = kind == RoomKind.Channel ? null : owner.User };
            room.Add(new Post(kind switch
            {
                RoomKind.Group => message with { GroupChatCreated = true },
                RoomKind.Channel => message with { ChannelChatCreated = true, SenderChat = room.Chat },
                _ => message with { SupergroupChatCreated = true },
            }));
            World.Changes.Raise();
            return new Place(this, room);
        }
    }
}
