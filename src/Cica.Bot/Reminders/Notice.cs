using System.Globalization;

namespace Cica.Bot.Reminders;

/// <summary>Why a notice is sent.</summary>
public enum NoticeKind
{
    /// <summary>The event is a month away.</summary>
    Month,

    /// <summary>It is a week away.</summary>
    Week,

    /// <summary>It is tomorrow.</summary>
    Day,

    /// <summary>It is in an hour.</summary>
    Hour,

    /// <summary>It starts, or it is today.</summary>
    Start,

    /// <summary>The month or year it falls in begins, and the day is not known.</summary>
    Period,

    /// <summary>Its date or standing has changed, or it is new.</summary>
    Change,
}

/// <summary>How far a notice has come.</summary>
public enum NoticeState
{
    /// <summary>It waits for its moment, or for its chat to come back.</summary>
    Pending,

    /// <summary>It is on its way: Telegram may have it already.</summary>
    Sending,

    /// <summary>Telegram has accepted it.</summary>
    Sent,

    /// <summary>It could not be delivered; <see cref="Notice.Why"/> says why.</summary>
    Failed,

    /// <summary>It was not sent, as a newer one or a summary said the same; <see cref="Notice.Why"/> says which.</summary>
    Skipped,
}

/// <summary>One message that is to go out once: its key (destination, event, occurrence, revision, kind) is unique in the storage.</summary>
public sealed record Notice
{
    /// <summary>Its id, the same in every state and when its chat gets a new id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Where it goes.</summary>
    public required Destination To { get; init; }

    /// <summary>The event's id.</summary>
    public required string Event { get; init; }

    /// <summary>The year of a yearly event that is meant; 0 for an event that takes place once.</summary>
    public int Occurrence { get; init; }

    /// <summary>Which revision of the event's date it counts from; for a change, which change.</summary>
    public int Revision { get; init; }

    /// <summary>Why it is sent.</summary>
    public required NoticeKind Kind { get; init; }

    /// <summary>The moment its lead leads to, in UTC.</summary>
    public required DateTimeOffset Nominal { get; init; }

    /// <summary>When it is due, in UTC: <see cref="Nominal"/>, moved out of the quiet hours.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>The subscriptions it comes from: with the last of them it goes.</summary>
    public required IReadOnlyList<string> Subscriptions { get; init; }

    /// <summary>The language to speak where the chat chose none.</summary>
    public required string Language { get; init; }

    /// <summary>What has changed, for <see cref="NoticeKind.Change"/>.</summary>
    public EventChange? Change { get; init; }

    /// <summary>How far it has come.</summary>
    public NoticeState State { get; init; }

    /// <summary>Its chat has shut the bot out: it waits there and is not due before the chat comes back.</summary>
    public bool IsHeld { get; init; }

    /// <summary>Why it failed or was skipped, or what the last try ended with.</summary>
    public string? Why { get; init; }

    /// <summary>How many tries have ended without success.</summary>
    public int Failures { get; init; }

    /// <summary>A try may have reached people although nobody noted it: the next one may be a repeat.</summary>
    public bool MayRepeat { get; init; }

    /// <summary>When it was sent, failed or skipped, in UTC.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>What makes it the same notice as another.</summary>
    public string Key => KeyOf(To, Event, Occurrence, Revision, Kind);

    /// <summary>The key of a notice.</summary>
    public static string KeyOf(Destination to, string eventId, int occurrence, int revision, NoticeKind kind) =>
        string.Create(CultureInfo.InvariantCulture, $"{to.Chat}:{to.Topic}:{eventId}:{occurrence}:{revision}:{kind}");
}
