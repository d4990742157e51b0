namespace Cica.Bot.Reminders;

/// <summary>Brings the outbox in line with what was just changed. To be called when the change is durable.</summary>
public interface IReminderPlanner
{
    /// <summary>A subscription at this destination was added, changed or removed.</summary>
    ValueTask<PlanReport> PlanAsync(Destination to, CancellationToken cancel);

    /// <summary>What a subscription leads to; null: all of them at this destination. Changes nothing.</summary>
    ValueTask<PlanReport> ReportAsync(Destination to, string? subscription, CancellationToken cancel);

    /// <summary>The chat's zone or quiet hours have changed: what is pending moves.</summary>
    ValueTask PlanChatAsync(long chat, CancellationToken cancel);
}

/// <summary>What will come, and what will not.</summary>
/// <param name="Next">The next notices by their moment, five at most, however far ahead.</param>
/// <param name="Skipped">Leads of events still to come that had passed before anybody could be reminded.</param>
public sealed record PlanReport(IReadOnlyList<PlannedNotice> Next, IReadOnlyList<PlannedNotice> Skipped);

/// <summary>A notice as planned.</summary>
/// <param name="Event">The event's id.</param>
/// <param name="Occurrence">The year of a yearly event; 0 for one that takes place once.</param>
/// <param name="Kind">Why it is sent.</param>
/// <param name="Due">When, in UTC.</param>
public sealed record PlannedNotice(string Event, int Occurrence, NoticeKind Kind, DateTimeOffset Due);
