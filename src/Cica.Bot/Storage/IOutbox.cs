using Cica.Bot.Reminders;

namespace Cica.Bot.Storage;

/// <summary>What the plan changes at one destination; put in force in one transaction.</summary>
/// <param name="To">The destination.</param>
/// <param name="Added">To be kept, each unless a notice of its key is or was there, or its subscriptions are gone.</param>
/// <param name="Dropped">Not to be sent any more.</param>
/// <param name="Moved">Pending ones with their new moments, changes or subscriptions; those sent meanwhile stay as they are.</param>
public sealed record PlanChange(Destination To, IReadOnlyList<Notice> Added, IReadOnlyList<Guid> Dropped, IReadOnlyList<Notice> Moved);

/// <summary>How the way of a notice has ended, or that it has not.</summary>
/// <param name="Id">The notice.</param>
/// <param name="State">What it is now; <see cref="NoticeState.Pending"/> to try again.</param>
/// <param name="At">When it ended, in UTC; for a pending one, when to try again.</param>
/// <param name="Why">Why it failed, was skipped or is to be tried again.</param>
/// <param name="MayRepeat">The try may have reached people all the same.</param>
public sealed record NoticeEnd(Guid Id, NoticeState State, DateTimeOffset At, string? Why = null, bool MayRepeat = false);

/// <summary>How many notices there are.</summary>
/// <param name="Pending">Waiting for their moment.</param>
/// <param name="Held">Waiting for their chat to come back.</param>
/// <param name="Sending">On their way.</param>
/// <param name="Sent">Sent in the last seven days.</param>
/// <param name="Failed">Failed in the last ninety days.</param>
public sealed record OutboxFigures(int Pending, int Held, int Sending, int Sent, int Failed);

/// <summary>The notices: planned ahead, claimed by lease, ended once. What has ended is kept for a while, so that it is not planned again.</summary>
public interface IOutbox
{
    /// <summary>How long a notice sent or skipped is kept.</summary>
    static readonly TimeSpan SentLife = TimeSpan.FromDays(7);

    /// <summary>How long a failed one is kept.</summary>
    static readonly TimeSpan FailedLife = TimeSpan.FromDays(90);

    /// <summary>Puts changes of the plan in force, each destination's in one transaction.</summary>
    ValueTask ApplyAsync(IReadOnlyList<PlanChange> changes, CancellationToken cancel);

    /// <summary>The notices pending and on their way at these destinations.</summary>
    ValueTask<IReadOnlyList<Notice>> OpenNoticesAsync(IReadOnlyList<Destination> to, CancellationToken cancel);

    /// <summary>
    /// Takes notices that are due and that nobody holds, the earliest first, and gives them to the holder until the lease ends: about so
    /// many, but with one of them all that are due at its destination. One found on its way was left there by somebody who died: it
    /// may be a repeat.
    /// </summary>
    ValueTask<IReadOnlyList<Notice>> ClaimDueAsync(Lease lease, DateTimeOffset now, int about, CancellationToken cancel);

    /// <summary>Those of these that this holder has are its own until the lease ends. What else it has, it may have lost sight of: that lease ends.</summary>
    ValueTask RenewNoticesAsync(Lease lease, IReadOnlyCollection<Guid> ids, CancellationToken cancel);

    /// <summary>
    /// These go out now: they are marked as on their way if all of them are still there, not held, and this holder's. False, and nothing
    /// changed, if not: then they must not go out.
    /// </summary>
    ValueTask<bool> BeginSendingAsync(IReadOnlyList<Guid> ids, string holder, CancellationToken cancel);

    /// <summary>Notes how these have ended; those that are no longer there are passed over.</summary>
    ValueTask EndAsync(IReadOnlyList<NoticeEnd> ends, CancellationToken cancel);

    /// <summary>When the earliest notice that nobody holds is due; null if there is none.</summary>
    ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancel);

    /// <summary>The notices due next, of one chat or of all.</summary>
    ValueTask<IReadOnlyList<Notice>> NextNoticesAsync(long? chat, int most, CancellationToken cancel);

    /// <summary>The notices that failed, of one chat or of all, the newest first.</summary>
    ValueTask<IReadOnlyList<Notice>> FailuresAsync(long? chat, int most, CancellationToken cancel);

    /// <summary>How many there are of each state.</summary>
    ValueTask<OutboxFigures> CountNoticesAsync(CancellationToken cancel);

    /// <summary>Throws away what ended long enough ago.</summary>
    ValueTask SweepAsync(DateTimeOffset now, CancellationToken cancel);

    /// <summary>What subscribers know of the events.</summary>
    ValueTask<IReadOnlyList<ToldEvent>> ToldEventsAsync(CancellationToken cancel);

    /// <summary>Keeps what they know now.</summary>
    ValueTask TellAsync(IReadOnlyList<ToldEvent> events, CancellationToken cancel);
}
