namespace Cica.Bot.Telegram.Conversing;

/// <summary>What to do with one more message of a user.</summary>
internal enum FloodVerdict
{
    /// <summary>Answer it.</summary>
    Answer,

    /// <summary>Too much: say so, this once.</summary>
    Warn,

    /// <summary>Too much, and that has been said: pass it over.</summary>
    Ignore,
}

/// <summary>
/// Keeps one user from taking up the bot: whoever sends more than so many messages in a minute is told once and then passed
/// over for a minute. Each user is counted alone, so nobody else notices.
/// </summary>
internal sealed class FloodGuard(TimeProvider time, int perMinute)
{
    /// <summary>Beyond this the users longest silent go uncounted.</summary>
    private const int MostUsers = 50_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly BoundedMemory<long, Tally> tallies = new(time, Window, MostUsers);

    /// <summary>Counts one message.</summary>
    public FloodVerdict Count(long user)
    {
        if (perMinute <= 0)
            return FloodVerdict.Answer;
        if (!tallies.TryGet(user, out var tally))
        {
            tally = new Tally();
            if (!tallies.TryAdd(user, tally) && tallies.TryGet(user, out var other))
                tally = other;
        }
        var count = Interlocked.Increment(ref tally.Messages);
        if (count <= perMinute)
            return FloodVerdict.Answer;
        if (count > perMinute + 1)
            return FloodVerdict.Ignore;
        // The silence lasts a minute from here, whatever else comes meanwhile.
        tallies.Set(user, tally);
        return FloodVerdict.Warn;
    }

    private sealed class Tally
    {
        public int Messages;
    }
}
