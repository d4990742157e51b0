using Cica.Bot.Settings;

namespace Cica.Bot.Telegram.Sending;

/// <summary>
/// When the next message may go: the rates of the settings, and the waits Telegram told us. Arithmetic only; "now" is handed
/// in, as the time passed since some moment. Not safe for several threads.
/// </summary>
internal sealed class Pace(PaceSettings settings)
{
    // Clocks are rounded, and a call may be a little quicker than any before; how much later messages arrive than they leave is counted
    // for each of them, so this need not cover it.
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1) + Margin;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1) + Margin;
    // So many chats told to wait within a moment are no coincidence: it is the bot that is too fast, not each of them.
    private const int ChatsThatMeanAll = 3;
    private const int ManyChats = 1_000;

    private readonly Window all = new(settings.PerSecond, Second);
    private readonly QuickestCall quickest = new();
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
        return Max(Max(ready, pace.Last?.Over(PerChat, now) ?? now), pace.Minute?.Ready(now) ?? now);
    }

    /// <summary>When the bot as a whole may send the next one; now, if it may already.</summary>
    public TimeSpan ReadyInAll(bool isMessage, TimeSpan now) => Max(Max(now, heldAll), isMessage ? all.Ready(now) : now);

    /// <summary>Counts a message that goes now; <see cref="End"/> is to be told when its call has ended.</summary>
    public Departure Count(long? chat, TimeSpan now)
    {
        var message = new Departure(now, quickest.Took);
        all.Count(message);
        if (chat is not { } id || (settings.PerChatPerSecond == 0 && settings.PerGroupPerMinute == 0)) return message;
        var pace = Of(id, now);
        if (settings.PerChatPerSecond > 0) pace.Last = message;
        // Groups, supergroups and channels have negative ids.
        if (id < 0 && settings.PerGroupPerMinute > 0) (pace.Minute ??= new Window(settings.PerGroupPerMinute, Minute)).Count(message);
        return message;
    }

    /// <summary>The call of a message has ended, however it did.</summary>
    public void End(Departure message, TimeSpan now) => quickest.Add(message.End(now));

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

    // Without a rate of its own no chat has a last message.
    private TimeSpan PerChat => TimeSpan.FromSeconds(1d / Math.Max(1, settings.PerChatPerSecond));

    private ChatPace Of(long chat, TimeSpan now)
    {
        if (chats.TryGetValue(chat, out var known)) return known;
        if (chats.Count >= sweepAt)
        {
            foreach (var (id, pace) in chats.ToList())
                if (pace.IsOver(PerChat, now)) chats.Remove(id);
            sweepAt = Math.Max(ManyChats, chats.Count * 2);
        }
        return chats[chat] = new ChatPace();
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private sealed class ChatPace
    {
        public Departure? Last { get; set; }

        public TimeSpan Held { get; set; }

        public Window? Minute { get; set; }

        public bool IsOver(TimeSpan perChat, TimeSpan now) => (Last?.Over(perChat, now) ?? now) <= now && Held <= now && (Minute?.IsEmpty(now) ?? true);
    }

    /// <summary>At most so many within any stretch of this length.</summary>
    private sealed class Window(int most, TimeSpan length)
    {
        private readonly List<Departure> sent = [];

        public TimeSpan Ready(TimeSpan now) => most > 0 && Left(now) >= most ? sent.Min(m => m.Over(length, now)) : now;

        public void Count(Departure message)
        {
            if (most > 0) sent.Add(message);
        }

        public bool IsEmpty(TimeSpan now) => Left(now) == 0;

        private int Left(TimeSpan now)
        {
            sent.RemoveAll(m => m.Over(length, now) <= now);
            return sent.Count;
        }
    }
}
