using System.Collections.Concurrent;
using System.Globalization;
using Cica.Playground.Wire;

namespace Cica.Playground.State;

/// <summary>
/// All the playground knows: people, chats, updates waiting, open queries, files. One gate guards it, so a call is carried
/// out whole or not at all; what is handed out are immutable records.
/// </summary>
internal sealed class World
{
    private readonly Dictionary<long, Room> _rooms = [];
    private readonly ConcurrentDictionary<long, WireUser> _users = new();
    private readonly Queue<(Room Room, int Message)> _kept = new();
    private long _lastUser = 1_000_000;
    private long _lastGroup = 4_000_000;
    private long _lastChannel = 1_000_000_000_000 + 2_000_000_000;
    private long _lastQuery;
    private int _lastMessageId;

    public World(PlaygroundOptions options)
    {
        Options = options;
        var bot = options.Bot;
        Me = new WireUser(bot.Id, true, bot.Name) { Username = bot.Username };
        _users[Me.Id] = Me;
        Updates = new UpdateQueue(this);
        Queries = new QueryDesk(this);
        Files = new FileShelf(options.Bounds.FileBytes);
        LaunchedAt = Clock.GetUtcNow();
        // As with updates: the ids of an earlier playground are not used again.
        _lastQuery = Now * 1_000_000_000;
    }

    public Lock Gate { get; } = new();
    public PlaygroundOptions Options { get; }
    public TimeProvider Clock => Options.Clock;
    public long Now => Clock.GetUtcNow().ToUnixTimeSeconds();
    public WireUser Me { get; private set; }
    public UpdateQueue Updates { get; }
    public QueryDesk Queries { get; }
    public FileShelf Files { get; }
    public BotProfile Profile { get; } = new();
    public Signal Changes { get; } = new();

    /// <summary>Where the messages sent inline stand, by inline_message_id.</summary>
    public Dictionary<string, (Room Room, int Message)> InlineMessages { get; } = [];

    public DateTimeOffset LaunchedAt { get; set; }
    public DateTimeOffset? LoggedOutUntil { get; set; }
    public bool IsClosed { get; set; }

    /// <summary>setMyName without a language changes what getMe and every message of the bot say.</summary>
    public void Rename(string name)
    {
        Me = Me with { FirstName = name };
        _users[Me.Id] = Me;
    }

    public WireUser? User(long id) => _users.GetValueOrDefault(id);

    public IEnumerable<WireUser> Users => _users.Values;

    public WireUser AddUser(string firstName, string? lastName, string? username, string? language)
    {
        if (_users.Count > Options.Bounds.Chats) throw new InvalidOperationException($"The playground keeps {Options.Bounds.Chats} people at most.");
        var user = new WireUser(++_lastUser, false, firstName) { LastName = lastName, Username = username, LanguageCode = language };
        _users[user.Id] = user;
        return user;
    }

    public void Replace(WireUser user) => _users[user.Id] = user;

    public Room AddRoom(RoomKind kind, Func<long, WireChat> chat)
    {
        if (_rooms.Count >= Options.Bounds.Chats) throw new InvalidOperationException($"The playground keeps {Options.Bounds.Chats} chats at most.");
        var id = kind == RoomKind.Group ? -++_lastGroup : -++_lastChannel;
        return Enter(new Room(this, chat(id), kind));
    }

    public Room PrivateRoom(WireUser user) => _rooms.TryGetValue(user.Id, out var room)
        ? room
        : Enter(new Room(this, new WireChat(user.Id, "private") { FirstName = user.FirstName, LastName = user.LastName, Username = user.Username }, RoomKind.Private));

    public Room? Room(long id) => _rooms.GetValueOrDefault(id);

    public Room? Room(string username) =>
        _rooms.Values.FirstOrDefault(r => r.Kind is RoomKind.Supergroup or RoomKind.Channel && string.Equals(r.Chat.Username, username, StringComparison.OrdinalIgnoreCase));

    public IReadOnlyList<Room> Rooms => [.. _rooms.Values];

    public int NextMessageId() => ++_lastMessageId;

    public string NextQueryId() => (_lastQuery += 7_919).ToString(CultureInfo.InvariantCulture);

    public void Kept(Room room, int message)
    {
        _kept.Enqueue((room, message));
        if (_kept.Count <= Options.Bounds.Messages) return;
        var (oldRoom, oldest) = _kept.Dequeue();
        oldRoom.Remove(oldest);
    }

    private Room Enter(Room room)
    {
        if (_rooms.Count >= Options.Bounds.Chats) throw new InvalidOperationException($"The playground keeps {Options.Bounds.Chats} chats at most.");
        _rooms.Add(room.Id, room);
        return room;
    }
}
