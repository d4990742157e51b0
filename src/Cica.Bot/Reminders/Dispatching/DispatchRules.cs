namespace Cica.Bot.Reminders.Dispatching;

/// <summary>The durations and bounds of dispatching.</summary>
public sealed record DispatchRules
{
    /// <summary>About so many reminders are in hand at once: enough for the way out never to wait for them.</summary>
    public int MostInHand { get; init; } = 600;

    /// <summary>How long what is claimed is ours without a renewal.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The outbox is looked at this often, whatever is known of what is due: another process may have planned something.</summary>
    public TimeSpan LookAgain { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a reminder waits that cannot be sent as things stand.</summary>
    public TimeSpan Aside { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The pauses between tries whose outcome nobody knows.</summary>
    public Telegram.GrowingPauses Pauses { get; init; } = new(TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(10));

    /// <summary>After so many tries without success a reminder has failed.</summary>
    public int MostTries { get; init; } = 5;
}
