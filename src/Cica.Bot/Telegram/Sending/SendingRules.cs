using Cica.Bot.Settings;

namespace Cica.Bot.Telegram.Sending;

/// <summary>The durations and bounds of sending.</summary>
public sealed record SendingRules(PaceSettings Pace)
{
    /// <summary>Calls on their way at once.</summary>
    public int MostInFlight { get; init; } = 100;

    /// <summary>How long a call may take.</summary>
    public TimeSpan CallDeadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an inline query or a tap can be answered.</summary>
    public TimeSpan QueryLife { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a reply is worth trying: as long as Telegram itself keeps what people wrote.</summary>
    public TimeSpan ReplyLife { get; init; } = TimeSpan.FromHours(24);

    /// <summary>The pauses between tries.</summary>
    public GrowingPauses Pauses { get; init; } = new(TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(30));
}
