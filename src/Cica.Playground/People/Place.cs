using Cica.Playground.BotApi;
using Cica.Playground.State;
using Cica.Playground.Wire;

namespace Cica.Playground.People;

/// <summary>A chat as people have it before them: what stands in it, who is in it, and what may be done to it.</summary>
public sealed class Place
{
    internal Place(PeopleSide side, Room room)
    {
        Side = side;
        Room = room;
    }

    internal PeopleSide Side { get; }
    internal Room Room { get; }
    internal World World => Side.World;

    public long Id => Room.Id;

    /// <summary>private, group, supergroup or channel.</summary>
    public string Type => Room.Chat.Type;
    public string Title => Room.Chat.Title ?? Room.Chat.FirstName ?? "";

    /// <summary>What stands in the chat, oldest first, as a person reads it.</summary>
    public IReadOnlyList<Line> Transcript
    {
        get
        {
            lock (World.Gate) return [.. Room.Posts.Select(p => Line.Of(p))];
        }
    }

    /// <summary>The transcript as text, one message after the other.</summary>
    public string TranscriptText => string.Join("\n", Transcript.Select(l => l.ToString()));

    /// <summary>What the bot has written here, oldest first.</summary>
    public IReadOnlyList<Line> FromBot => [.. Transcript.Where(l => l.IsFromBot)];

    /// <summary>"typing", if that is shown above the chat right now.</summary>
    public string? Activity
    {
        get
        {
            lock (World.Gate) return Room.Action is { } action && action.Until > World.Clock.GetUtcNow() ? action.Action : null;
        }
    }

    /// <summary>The reply keyboard people have under the input, as it was sent.</summary>
    public string? ReplyKeyboard
    {
        get
        {
            lock (World.Gate) return Room.PinnedKeyboard;
        }
    }

    /// <summary>How somebody stands to this chat: creator, administrator, member, restricted, left or kicked.</summary>
    public string StatusOf(Person person)
    {
        lock (World.Gate) return Room.Members.TryGetValue(person.Id, out var member) ? member.Status : "left";
    }

    /// <summary>How the bot stands to it.</summary>
    public string BotStatus
    {
        get
        {
            lock (World.Gate) return Room.Bot.Status;
        }
    }

    /// <summary>The commands this person is offered here.</summary>
    public IReadOnlyList<WireCommand> CommandsFor(Person person)
    {
        lock (World.Gate)
        {
            var member = Room.Members.TryGetValue(person.Id, out var known) ? known : new Member(person.User, "member");
            return World.Profile.Seen(Room, member, person.User.LanguageCode);
        }
    }

    public WireMessage? Message(int id)
    {
        lock (World.Gate) return Room.Find(id)?.Message;
    }

    /// <summary>Waits for the bot's next message after this one; 0: for its first.</summary>
    public Task<Line> NextFromBotAsync(int after = 0, CancellationToken cancellationToken = default) =>
        Side.Waits.ForAsync(() => FirstFromBot(after), $"a message of the bot in \"{Title}\"", cancellationToken);

    /// <summary>Somebody brings the bot in.</summary>
    public void AddBot(Person by) => Change(World.Me, by, "member");

    /// <summary>Makes the bot an administrator.</summary>
    public void PromoteBot(Person by) => Change(World.Me, by, "administrator");

    /// <summary>Removes the bot: it is out and may not come back by itself.</summary>
    public void KickBot(Person by) => Change(World.Me, by, "kicked");

    /// <summary>Brings somebody in.</summary>
    public void Add(Person person, Person by) => Change(person.User, by, "member");

    /// <summary>Makes somebody an administrator; an anonymous one writes in the name of the group.</summary>
    public void Promote(Person person, Person by, bool anonymous = false) => Change(person.User, by, "administrator", anonymous);

    public void Demote(Person person, Person by) => Change(person.User, by, "member");

    public void Kick(Person person, Person by) => Change(person.User, by, "kicked");

    /// <summary>Opens a topic; its id goes into message_thread_id.</summary>
    public int OpenTopic(string name, Person by)
    {
        lock (World.Gate)
        {
            if (Room.Chat.IsForum is not true) throw new InvalidOperationException($"\"{Title}\" has no topics.");
            var id = Room.NextMessageId();
            Room.Topics[id] = new Topic(id, name);
            var message = new WireMessage(id, Room.Chat, World.Now) { From = by.User, MessageThreadId = id, IsTopicMessage = true, ForumTopicCreated = new(name, 7322096) };
            Room.Add(new Post(message));
            if (Room.Bot.IsInside) Side.Delivery.Service(Room, message);
            World.Changes.Raise();
            return id;
        }
    }

    public void CloseTopic(int id)
    {
        lock (World.Gate) Room.Topics[id] = Room.Topics[id] with { IsClosed = true };
    }

    public void DeleteTopic(int id)
    {
        lock (World.Gate) Room.Topics.Remove(id);
    }

    /// <summary>The group becomes a supergroup with a new id; both are told (core.telegram.org/bots/api#message, migrate_to_chat_id).</summary>
    public Place Migrate(Person by) => new(Side, Migration.Migrate(World, Side.Delivery, Room, by.User));

    private Line? FirstFromBot(int after)
    {
        lock (World.Gate) return Room.FirstFromBot(after) is { } post ? Line.Of(post) : null;
    }

    private void Change(WireUser user, Person by, string status, bool anonymous = false)
    {
        if (Room.Kind == RoomKind.Private) throw new InvalidOperationException("A private chat has no members to change.");
        lock (World.Gate)
        {
            if (user.IsBot && !World.Options.Bot.CanJoinGroups && status is "member") throw new InvalidOperationException("This bot cannot be added to groups.");
            Side.Membership.Change(Room, user, by.User, status, anonymous);
        }
    }
}
