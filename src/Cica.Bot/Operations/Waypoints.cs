namespace Cica.Bot.Operations;

/// <summary>The moments between which a death of the process makes a difference: where the tests kill it.</summary>
public enum Waypoint
{
    /// <summary>An update was taken, nothing done about it.</summary>
    Taken,

    /// <summary>It is known what answers it.</summary>
    Responded,

    /// <summary>Telegram has carried a call out, and nobody has noted that.</summary>
    Sent,

    /// <summary>An update is answered, and Telegram not told.</summary>
    Settled,

    /// <summary>A write is made, not committed.</summary>
    Written,

    /// <summary>A write is committed, not yet safe.</summary>
    Committed,

    /// <summary>A write is safe, and nobody told.</summary>
    Safe,

    /// <summary>What is owed is kept, and Telegram not told.</summary>
    Kept,

    /// <summary>Reminders are planned farther ahead.</summary>
    Planned,

    /// <summary>Reminders that are due are claimed.</summary>
    Claimed,

    /// <summary>A reminder is marked as on its way, and has not left.</summary>
    OnItsWay,

    /// <summary>Telegram has accepted a reminder, and that is not noted.</summary>
    Accepted,

    /// <summary>It is noted that a reminder was sent.</summary>
    Noted,
}

/// <summary>Is told of each moment. In the bot as it ships nobody listens.</summary>
public interface IWaypoints
{
    /// <summary>The process is there now.</summary>
    void Pass(Waypoint point);
}

/// <summary>Nobody listens.</summary>
internal sealed class NoWaypoints : IWaypoints
{
    /// <inheritdoc/>
    public void Pass(Waypoint point)
    {
    }
}
