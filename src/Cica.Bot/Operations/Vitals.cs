namespace Cica.Bot.Operations;

/// <summary>Signs of life, for health.</summary>
public sealed class Vitals
{
    private long lastUpdates;

    /// <summary>When Telegram last answered a poll, or brought an update; null if never.</summary>
    public DateTimeOffset? LastUpdates => Interlocked.Read(ref lastUpdates) is var ticks and > 0 ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>Telegram has just answered a poll, or brought an update.</summary>
    public void UpdatesCame(DateTimeOffset now) => Interlocked.Exchange(ref lastUpdates, now.UtcTicks);
}
