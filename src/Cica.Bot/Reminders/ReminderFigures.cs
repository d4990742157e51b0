namespace Cica.Bot.Reminders;

/// <summary>How reminding goes: counts since the start, and what is due.</summary>
public sealed class ReminderFigures
{
    private long sent;
    private long late;
    private long failed;
    private long mayRepeat;
    private long oldestDue;

    /// <summary>So late a reminder may be without being called late, as long as no more are due than the pace lets out.</summary>
    public TimeSpan MayBeLate { get; } = TimeSpan.FromSeconds(60);

    /// <summary>Reminders Telegram has accepted.</summary>
    public long Sent => Interlocked.Read(ref sent);

    /// <summary>Those of them that were late, and said so.</summary>
    public long Late => Interlocked.Read(ref late);

    /// <summary>Reminders that could not be delivered.</summary>
    public long Failed => Interlocked.Read(ref failed);

    /// <summary>Reminders sent again although an earlier try may have arrived.</summary>
    public long MayRepeat => Interlocked.Read(ref mayRepeat);

    /// <summary>Since when the oldest reminder not sent yet is due, in UTC; null if none is.</summary>
    public DateTimeOffset? OldestDue => Interlocked.Read(ref oldestDue) is var ticks and > 0 ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    internal void CountSent(int count) => Interlocked.Add(ref sent, count);

    internal void CountLate(int count) => Interlocked.Add(ref late, count);

    internal void CountFailed(int count) => Interlocked.Add(ref failed, count);

    internal void CountMayRepeat(int count) => Interlocked.Add(ref mayRepeat, count);

    internal void SetOldestDue(DateTimeOffset? due) => Interlocked.Exchange(ref oldestDue, due?.UtcTicks ?? 0);
}
