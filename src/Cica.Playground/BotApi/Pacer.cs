using Cica.Playground.State;

namespace Cica.Playground.BotApi;

/// <summary>
/// Telegram's rates for messages (core.telegram.org/bots/faq#broadcasting-to-users): 30 a second in all, 1 a second in a chat
/// with a small burst, 20 a minute in a group. Past them: 429 with retry_after. Guarded by <see cref="World.Gate"/>.
/// </summary>
internal sealed class Pacer(PaceOptions pace, TimeProvider clock)
{
    // A sender that keeps the rate exactly is not refused because two of its calls arrived a little closer together.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(50);
    private const int MostChats = 10_000;

    private readonly Queue<DateTimeOffset> _all = new();
    private readonly Dictionary<long, DateTimeOffset> _chats = [];
    private readonly Dictionary<long, Queue<DateTimeOffset>> _groups = [];

    /// <summary>Counts one message to this chat, or refuses it. A refused one does not count.</summary>
    public void Count(Room room)
    {
        var now = clock.GetUtcNow();
        var isGroup = room.Kind != RoomKind.Private;
        var wait = Window(_all, pace.PerSecond, TimeSpan.FromSeconds(1), now);
        if (pace.PerChatPerSecond > 0) wait = Max(wait, ChatWait(room.Id, now));
        Queue<DateTimeOffset>? group = null;
        if (isGroup && pace.PerGroupPerMinute > 0)
        {
            if (!_groups.TryGetValue(room.Id, out group))
            {
                if (_groups.Count >= MostChats) _groups.Clear();
                _groups[room.Id] = group = new();
            }
            wait = Max(wait, Window(group, pace.PerGroupPerMinute, TimeSpan.FromMinutes(1), now));
        }
        if (wait > TimeSpan.Zero) throw Refusal.TooMany(Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)));

        if (pace.PerSecond > 0) _all.Enqueue(now);
        group?.Enqueue(now);
        if (pace.PerChatPerSecond > 0) _chats[room.Id] = Max(_chats.GetValueOrDefault(room.Id), now) + TimeSpan.FromSeconds(1d / pace.PerChatPerSecond);
    }

    // Each message books one interval; a chat may be booked ahead by as many as the burst allows.
    private TimeSpan ChatWait(long chat, DateTimeOffset now)
    {
        if (_chats.Count >= MostChats)
            foreach (var (id, until) in _chats.ToList())
                if (until < now) _chats.Remove(id);
        if (!_chats.TryGetValue(chat, out var booked)) return TimeSpan.Zero;
        var interval = TimeSpan.FromSeconds(1d / pace.PerChatPerSecond);
        return booked - now - (interval * (Math.Max(1, pace.ChatBurst) - 1)) - Grace;
    }

    private static TimeSpan Window(Queue<DateTimeOffset> sent, int most, TimeSpan length, DateTimeOffset now)
    {
        if (most <= 0) return TimeSpan.Zero;
        while (sent.TryPeek(out var oldest) && oldest <= now - length + Grace) sent.Dequeue();
        return sent.Count < most ? TimeSpan.Zero : sent.Peek() + length - Grace - now;
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private static DateTimeOffset Max(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
