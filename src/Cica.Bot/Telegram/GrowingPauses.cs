namespace Cica.Bot.Telegram;

/// <summary>Pauses that double from the first to the longest, each up to a fifth longer by chance, so that many do not come back at the same moment.</summary>
/// <param name="First">The pause after the first failure.</param>
/// <param name="Longest">No pause is longer, chance aside.</param>
public sealed record GrowingPauses(TimeSpan First, TimeSpan Longest)
{
    /// <summary>The pause after so many failures in a row, one at least.</summary>
    public TimeSpan After(int failures)
    {
        var doubled = First * Math.Pow(2, Math.Min(failures, 30) - 1);
        return (doubled < Longest ? doubled : Longest) * (1 + (Random.Shared.NextDouble() / 5));
    }
}
