namespace Cica.Bot.Telegram.Sending;

/// <summary>How long the quickest of the last calls took: a hundred at least, two hundred at most. Not safe for several threads.</summary>
internal sealed class QuickestCall
{
    private const int InAGeneration = 100;
    // A generation is forgotten whole, so that a network that became slower is seen to be.
    private TimeSpan before = TimeSpan.MaxValue;
    private TimeSpan current = TimeSpan.MaxValue;
    private int count;

    /// <summary>Zero until one has ended.</summary>
    public TimeSpan Took => (before < current ? before : current) is var least && least < TimeSpan.MaxValue ? least : TimeSpan.Zero;

    /// <summary>One has ended.</summary>
    public void Add(TimeSpan took)
    {
        if (took < current) current = took;
        if (++count < InAGeneration) return;
        (before, current, count) = (current, TimeSpan.MaxValue, 0);
    }
}
