namespace Cica.Bot.Telegram.Sending;

/// <summary>How sending goes, as counts since the start.</summary>
public sealed class SendingFigures
{
    private long sent;
    private long refused;
    private long retried;
    private long possibleRepeats;

    /// <summary>Calls carried out.</summary>
    public long Sent => Interlocked.Read(ref sent);

    /// <summary>Calls Telegram refused for good.</summary>
    public long Refused => Interlocked.Read(ref refused);

    /// <summary>Tries after a failure.</summary>
    public long Retried => Interlocked.Read(ref retried);

    /// <summary>Messages sent again although the first try may have arrived: somebody may have seen one twice.</summary>
    public long PossibleRepeats => Interlocked.Read(ref possibleRepeats);

    internal void CountSent() => Interlocked.Increment(ref sent);

    internal void CountRefused() => Interlocked.Increment(ref refused);

    internal void CountRetried() => Interlocked.Increment(ref retried);

    internal void CountPossibleRepeat() => Interlocked.Increment(ref possibleRepeats);
}
