using Cica.Knowledge.Model;

namespace Cica.Bot.Reminders.Planning;

/// <summary>What has happened to an event since its subscribers were told last.</summary>
internal static class EventChanges
{
    /// <summary>How an event stands; its instant as exactly as storage keeps it, to the millisecond.</summary>
    public static EventDate DateOf(EventEntry entry) =>
        new(entry.Start, entry.StartsAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds()) : null, entry.Status);

    /// <summary>The change between two standings of an event, or null where there is nothing to tell: that it was held is no news to be told.</summary>
    public static EventChange? Between(EventDate old, EventDate now)
    {
        if (old == now || now.Status == EventStatus.Held) return null;
        if (now.Status == EventStatus.Cancelled) return old.Status == EventStatus.Cancelled ? null : new(ChangeKind.Cancelled, old, now);
        if (old.Status == EventStatus.Cancelled) return new(ChangeKind.Restored, old, now);
        if (HasOtherDate(old, now)) return new(IsWithin(old, now) ? ChangeKind.Dated : ChangeKind.Moved, old, now);
        return now.Status == EventStatus.Confirmed && old.Status != EventStatus.Confirmed ? new(ChangeKind.Confirmed, old, now) : null;
    }

    /// <summary>Whether its reminders count from another date.</summary>
    public static bool HasOtherDate(EventDate old, EventDate now) => old.Start != now.Start || old.StartsAt != now.StartsAt;

    /// <summary>Whether an event's time, old and new, is over on this day everywhere: nobody need be told any more.</summary>
    public static bool IsOver(EventChange change, DateOnly today) => change.New.Start.Last.AddDays(1) < today && (change.Old is not { } old || old.Start.Last.AddDays(1) < today);

    // Known more exactly than before: the day within the month, the hour within the day.
    private static bool IsWithin(EventDate old, EventDate now) =>
        old.StartsAt is null && (now.Start == old.Start ? now.StartsAt is not null : now.Start.Precision > old.Start.Precision && now.Start.First >= old.Start.First && now.Start.Last <= old.Start.Last);
}
