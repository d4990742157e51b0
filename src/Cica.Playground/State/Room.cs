using Cica.Playground.Wire;

namespace Cica.Playground.State;

/// <summary>One chat of the playground. Guarded by <see cref="World.Gate"/>.</summary>
internal sealed class Room(World world, WireChat chat, RoomKind kind)
{
    private readonly Dictionary<int, Post> _posts = [];
    private readonly Queue<int> _order = new();
    private int _lastMessageId;

    public World World { get; } = world;
    public WireChat Chat { get; set; } = chat;
    public RoomKind Kind { get; } = kind;
    public long Id => Chat.Id;
    public Dictionary<long, Member> Members { get; } = [];
    public Dictionary<int, Topic> Topics { get; } = [];

    /// <summary>The supergroup this group became.</summary>
    public long? MigratedTo { get; set; }

    /// <summary>Private chats: the person has written to the bot once, so the bot may write back.</summary>
    public bool IsStarted { get; set; }
    public bool IsBlocked { get; set; }
    public bool IsDeactivated { get; set; }

    /// <summary>The bot wrote last: in privacy mode it then gets general commands (core.telegram.org/bots/features#privacy-mode).</summary>
    public bool BotSpokeLast { get; set; }
    public ChatAction? Action { get; set; }
    public string? PinnedKeyboard { get; set; }

    public Member Bot => Members.TryGetValue(World.Me.Id, out var member) ? member : new Member(World.Me, "left");

    /// <summary>Chats of any kind but private ones and groups number their messages by themselves; those two share the bot's own count.</summary>
    public int NextMessageId() => Kind is RoomKind.Private or RoomKind.Group ? World.NextMessageId() : ++_lastMessageId;

    public Post? Find(long messageId) => messageId is > 0 and <= int.MaxValue && _posts.TryGetValue((int)messageId, out var post) ? post : null;

    /// <summary>The bot's first message after another; cheaper than going through all in order, for it is looked for at every change.</summary>
    public Post? FirstFromBot(int after) =>
        _posts.Values.Where(p => p.IsFromBot && p.Message.MessageId > after).MinBy(p => p.Message.MessageId);

    public IEnumerable<Post> Posts => _posts.Values.OrderBy(p => p.Message.MessageId);

    public void Add(Post post)
    {
        _posts.Add(post.Message.MessageId, post);
        _order.Enqueue(post.Message.MessageId);
        while (_posts.Count > World.Options.Bounds.MessagesPerChat && _order.TryDequeue(out var oldest)) Remove(oldest);
        // Ids of deleted messages stay in the queue; without this a chat of deleted messages would grow without end.
        while (_order.Count > World.Options.Bounds.MessagesPerChat * 2) Remove(_order.Dequeue());
        World.Kept(this, post.Message.MessageId);
    }

    public bool Remove(int messageId)
    {
        if (!_posts.Remove(messageId, out var post)) return false;
        if (post.InlineMessageId is { } id) World.InlineMessages.Remove(id);
        return true;
    }
}
