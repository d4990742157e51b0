namespace Cica.Bot.Telegram.Sending;

/// <summary>
/// How many bulk messages may be on their way at once: as few as the pace can be kept with. Each of them may come twice if the bot
/// dies at that moment, so there shall not be more. Not safe for several threads.
/// </summary>
/// <param name="perSecond">The pace; 0 where there is none.</param>
internal sealed class BulkRoom(int perSecond)
{
    private const int Most = 50;
    // One slow call shall not hold up the pace, nor one quick one give it away.
    private const double Margin = 1.5;
    private const double Memory = 0.9;
    // Without a pace, such as with a Bot API server of one's own, nobody is in a hurry either: one after the other, however slow the disk.
    private readonly double rate = Margin * perSecond;
    private double seconds;
    private int underWay;

    /// <summary>Whether one more may go.</summary>
    public bool HasRoom => underWay < Math.Min(Most, 1 + (int)(rate * seconds));

    /// <summary>One goes.</summary>
    public void Begin() => underWay++;

    /// <summary>One is back after this time.</summary>
    public void End(TimeSpan took)
    {
        underWay--;
        seconds = (Memory * seconds) + ((1 - Memory) * took.TotalSeconds);
    }
}
