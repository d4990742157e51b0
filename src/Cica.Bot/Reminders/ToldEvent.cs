using Cica.Knowledge.Model;

namespace Cica.Bot.Reminders;

/// <summary>When an event is, and how firm that is: what its subscribers are told when it changes.</summary>
/// <param name="Start">Its day, month or year.</param>
/// <param name="StartsAt">The instant, where one is known.</param>
/// <param name="Status">How it stands.</param>
public sealed record EventDate(PartialDate Start, DateTimeOffset? StartsAt, EventStatus Status);

/// <summary>What has happened to an event.</summary>
public enum ChangeKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It has another date.</summary>
    Moved,

    /// <summary>It has no other date, but a more exact one.</summary>
    Dated,

    /// <summary>Its date has become firm.</summary>
    Confirmed,

    /// <summary>It is called off.</summary>
    Cancelled,

    /// <summary>It was called off, and takes place after all.</summary>
    Restored,

    /// <summary>It is no longer among the events.</summary>
    Removed,
}

/// <summary>A change of an event, as it is told.</summary>
/// <param name="Kind">What has happened.</param>
/// <param name="Old">How it stood when it was told last; null for a new event.</param>
/// <param name="New">How it stands now; for a removed event, as it stood last.</param>
public sealed record EventChange(ChangeKind Kind, EventDate? Old, EventDate New);

/// <summary>What subscribers know of an event: kept, so that a change made while the bot was stopped is seen.</summary>
/// <param name="Id">The event's id.</param>
/// <param name="Date">As it was told last.</param>
public sealed record ToldEvent(string Id, EventDate Date)
{
    /// <summary>Its kind.</summary>
    public required EventKind Kind { get; init; }

    /// <summary>Its title by language, to tell of it once it is gone from the data.</summary>
    public required IReadOnlyDictionary<string, string> Titles { get; init; }

    /// <summary>Counts the dates it has had, from 1.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>Counts the changes told of it.</summary>
    public int Changes { get; init; }

    /// <summary>The change that is being told: some subscribers' notices may not be in the outbox yet. Null when they all are.</summary>
    public EventChange? Telling { get; init; }

    /// <summary>It is no longer in the data.</summary>
    public bool IsGone { get; init; }
}
