using Cica.Bot.Settings;

namespace Cica.Bot.Telegram.Sending;

/// <summary>
/// When the next message may go: the rates of the settings, and the waits Telegram told us. Telegram counts messages when they
/// arrive, which is at some time between their departure and the answer: once that has come, they count from then. Arithmetic only;
/// "now" is handed in, as the time passed since some moment. Not safe for several threads.
/// </summary>
internal sealed class Pace(PaceSettings settings)
{
    // A little longer than the rule's: the server's clock is another.
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1) + Margin;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1) + Margin;
    // So many chats told to wait within a moment are no coincidence: it is the bot that is too fast, not each of them.
    private const int ChatsThatMeanAll = 3;
    private const int ManyChats = 1_000;

    private readonly Window all = new(settings.PerSecond, Second);
    private readonly Dictionary<long, ChatPace> chats = [];
    private readonly Queue<(TimeSpan At, long Chat)> refused = new();
    private TimeSpan heldAll;
    private int sweepAt = ManyChats;

    /// <summary>When this chat takes the next message; now, if it does already.</summary>
    public TimeSpan ReadyInChat(long? chat, bool isMessage, TimeSpan now)
    {
        if (chat is not { } id || !chats.TryGetValue(id, out var pace)) return now;
        var ready = Max(now, pace.Held);
        if (!isMessage) return ready;
        return Max(Max(ready, pace.Next), pace.Minute?.Ready(now) ?? now);
    }

    /// <summary>When the bot as a whole may send the next one; now, if it may already.</summary>
    public TimeSpan ReadyInAll(bool isMessage, TimeSpan now) => Max(Max(now, heldAll), isMessage ? all.Ready(now) : now);

    /// <summary>Counts a message that goes now.</summary>
    public void Count(long? chat, TimeSpan now)
    {
        all.Count(now);
        if (chat is not { } id || (settings.PerChatPerSecond == 0 && settings.PerGroupPerMinute == 0)) return;
        var pace = Of(id, now);
        if (settings.PerChatPerSecond > 0) pace.Next = now + BetweenInChat;
        // Groups, supergroups and channels have negative ids.
        if (id < 0 && settings.PerGroupPerMinute > 0) (pace.Minute ??= new Window(settings.PerGroupPerMinute, Minute)).Count(now);
    }

    /// <summary>A message that was counted has its answer: it had arrived by now, whenever that was.</summary>
    public void Arrived(long? chat, TimeSpan departed, TimeSpan now)
    {
        all.Move(departed, now);
        if (chat is not { } id || !chats.TryGetValue(id, out var pace)) return;
        if (settings.PerChatPerSecond > 0) pace.Next = Max(pace.Next, now + BetweenInChat);
        pace.Minute?.Move(departed, now);
    }

    /// <summary>
    /// Telegram told us to wait. It does not say for what; a chat is refused for its own rate far more often than for that of the
    /// whole bot, so the wait is the chat's, unless several are refused at once.
    /// </summary>
    public void Hold(long? chat, TimeSpan wait, TimeSpan now)
    {
        if (chat is not { } id)
        {
            heldAll = Max(heldAll, now + Min(wait, TimeSpan.FromSeconds(1)));
            return;
        }
        var pace = Of(id, now);
        pace.Held = Max(pace.Held, now + wait);
        while (refused.TryPeek(out var old) && old.At < now - TimeSpan.FromSeconds(1)) refused.Dequeue();
        refused.Enqueue((now, id));
        if (refused.Select(r => r.Chat).Distinct().Count() >= ChatsThatMeanAll) heldAll = Max(heldAll, now + wait);
    }

    private TimeSpan BetweenInChat => TimeSpan.FromSeconds(1d / settings.PerChatPerSecond);

    private ChatPace Of(long chat, TimeSpan now)
    {
        if (chats.TryGetValue(chat, out var known)) return known;
        if (chats.Count >= sweepAt)
        {
            foreach (var (id, pace) in chats.ToList())
                if (pace.IsOver(now)) chats.Remove(id);
            sweepAt = Math.Max(ManyChats, chats.Count * 2);
        }
        return chats[chat] = new ChatPace();
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private sealed class ChatPace
    {
        public TimeSpan Next { get; set; }

        public TimeSpan Held { get; set; }

        public Window? Minute { get; set; }

        public bool IsOver(TimeSpan now) => Next <= now && Held <= now && (Minute?.IsEmpty(now) ?? true);
    }

    /// <summary>At most so many within any stretch of this length.</summary>
    private sealed class Window(int most, TimeSpan length)
    {
        // How many count from each moment.
        private readonly SortedDictionary<TimeSpan, int> sent = [];
        private int count;

        public TimeSpan Ready(TimeSpan now) => most > 0 && Left(now) >= most ? sent.First().Key + length : now;

        public void Count(TimeSpan now)
        {
            if (most == 0) return;
            sent[now] = sent.GetValueOrDefault(now) + 1;
            count++;
        }

        /// <summary>One that counted from then counts from now.</summary>
        public void Move(TimeSpan then, TimeSpan now)
        {
            if (most == 0) return;
            if (sent.TryGetValue(then, out var some))
            {
                if (some == 1) sent.Remove(then);
                else sent[then] = some - 1;
                count--;
            }
            Count(now);
        }

        public bool IsEmpty(TimeSpan now) => Left(now) == 0;

        private int Left(TimeSpan now)
        {
            while (count > 0 && sent.First() is var (oldest, some) && oldest + length <= now)
            {
                sent.Remove(oldest);
                count -= some;
            }
            return count;
        }
    }
}
