namespace Cica.Bot.Telegram.Sending;

/// <summary>
/// A message that has left, as far as the pace is concerned. The rates count where it arrives, which nobody here sees: it lies between
/// its leaving and the end of its call, and no sooner than the quickest call lately took. So a message counts from as much later as its call
/// took longer than that; as long as the call has not ended, from as much later as it has been away.
/// </summary>
internal sealed class Departure(TimeSpan at, TimeSpan quickest)
{
    // A call that hangs has arrived long ago, or never will: it does not hold up the others until it is given up.
    private static readonly TimeSpan MostLater = TimeSpan.FromSeconds(1);
    private TimeSpan? took;

    /// <summary>Its call has ended; tells how long it took.</summary>
    public TimeSpan End(TimeSpan now) => (took = now - at).Value;

    /// <summary>When a stretch of this length that began with its arrival is surely over, as far as can be told now.</summary>
    public TimeSpan Over(TimeSpan length, TimeSpan now)
    {
        var later = (took ?? now - at) - quickest;
        return at + length + (later < TimeSpan.Zero ? TimeSpan.Zero : later > MostLater ? MostLater : later);
    }
}
