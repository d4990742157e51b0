namespace Cica.Bot.Telegram.Receiving;

/// <summary>The durations and bounds of receiving.</summary>
public sealed record ReceivingRules
{
    /// <summary>How long an update may wait before what is owed is kept in storage.</summary>
    public TimeSpan KeepAfter { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long Telegram holds a poll that finds nothing; 50 s are the most it grants.</summary>
    public TimeSpan PollLength { get; init; } = TimeSpan.FromSeconds(50);

    /// <summary>How much longer than its length a poll may take before it counts as hanging.</summary>
    public TimeSpan PollGrace { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>While updates are open, Telegram is asked for more this often at least.</summary>
    public TimeSpan PeekEvery { get; init; } = TimeSpan.FromSeconds(0.55);

    /// <summary>While updates are open and answers go out, Telegram is asked for more no sooner than this, unless most are answered.</summary>
    public TimeSpan Breath { get; init; } = TimeSpan.FromMilliseconds(4);

    /// <summary>The pauses while polling fails: at most five tries in three seconds.</summary>
    public GrowingPauses Pauses { get; init; } = new(TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(30));

    /// <summary>With so many answers owed, no more updates are taken until some have gone out.</summary>
    public int MostKept { get; init; } = 10_000;

    /// <summary>Updates worked on at once, until it is known what answers them.</summary>
    public int MostAtWork { get; init; } = 100;

    /// <summary>An answer that takes longer than this is shown to be on its way.</summary>
    public TimeSpan TypingAfter { get; init; } = TimeSpan.FromSeconds(0.7);

    /// <summary>How often that is shown again; Telegram takes the sign away after five seconds (core.telegram.org/bots/api#sendchataction).</summary>
    public TimeSpan TypingAgain { get; init; } = TimeSpan.FromSeconds(4.5);

    /// <summary>When stopping: how long answers in hand may take to go out before they are kept.</summary>
    public TimeSpan StopTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>When stopping: how long the last word to Telegram, of what is confirmed, may take; three times as long where that is not remembered.</summary>
    public TimeSpan LastWord { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a delivery to the webhook may wait for its answer to be sent or kept.</summary>
    public TimeSpan WebhookPatience { get; init; } = TimeSpan.FromSeconds(30);
}
