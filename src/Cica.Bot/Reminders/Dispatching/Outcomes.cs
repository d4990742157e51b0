using Cica.Bot.Operations;
using Cica.Bot.Storage;
using Cica.Bot.Telegram.Sending;
using Microsoft.Extensions.Logging;

namespace Cica.Bot.Reminders.Dispatching;

/// <summary>What becomes of notices, by how their message ended.</summary>
internal sealed class Outcomes(IOutbox outbox, ReminderFigures figures, DispatchRules rules, IWaypoints waypoints, TimeProvider time, ILogger<Outcomes> log)
{
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(1);

    /// <summary>Notes how a message has ended, trying until it is kept: what was sent and not noted is sent again.</summary>
    /// <param name="parcel">The message.</param>
    /// <param name="delivery">How it ended.</param>
    /// <param name="call">The call it was.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task NoteAsync(Parcel parcel, Delivery delivery, OutgoingCall call, CancellationToken cancel)
    {
        await KeepAsync([.. Ends(parcel, delivery, call)], cancel);
        if (delivery == Delivery.Sent) waypoints.Pass(Waypoint.Noted);
    }

    /// <summary>These wait a moment, then are looked at again. Tries until that is kept: else they would wait for the end of their lease.</summary>
    public Task SetAsideAsync(IReadOnlyList<Notice> notices, CancellationToken cancel)
    {
        var then = time.GetUtcNow() + rules.Aside;
        return KeepAsync([.. notices.Select(n => new NoticeEnd(n.Id, NoticeState.Pending, then))], cancel);
    }

    private async Task KeepAsync(IReadOnlyList<NoticeEnd> ends, CancellationToken cancel)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            try
            {
                await outbox.EndAsync(ends, cancel);
                return;
            }
            catch (StorageUnavailableException down)
            {
                // Said once: there may be hundreds, and a disk may be full for hours.
                if (isFirst) ReminderLog.NotNoted(log, down.Message);
                await Task.Delay(AfterTrouble, time, cancel);
            }
        }
    }

    private IEnumerable<NoticeEnd> Ends(Parcel parcel, Delivery delivery, OutgoingCall call)
    {
        var now = time.GetUtcNow();
        // What it would have superseded was in no message.
        bool MayRepeat(Notice notice) => call.MayHaveArrived && parcel.Notices.Contains(notice);
        switch (delivery)
        {
            case Delivery.Sent:
                figures.CountSent(parcel.Notices.Count);
                if (parcel.IsLate) figures.CountLate(parcel.Notices.Count);
                return parcel.Notices.Select(n => new NoticeEnd(n.Id, NoticeState.Sent, now))
                    .Concat(parcel.Superseded.Select(n => new NoticeEnd(n.Id, NoticeState.Skipped, now, "a later reminder of the same was sent")));
            case Delivery.ShutOut:
                // Its chat is switched off: it is held until that comes back.
                return All(parcel, n => new NoticeEnd(n.Id, NoticeState.Pending, now, call.Why, MayRepeat(n)));
            case Delivery.TooLate:
                return All(parcel, n => Again(n, "it waited too long", MayRepeat(n), now));
            case Delivery.GivenUp when call.Unknown > 0 || call.Why is null:
                return All(parcel, n => Again(n, call.Why ?? "it failed unforeseen", MayRepeat(n), now));
            case Delivery.GivenUp:
                return All(parcel, n => Failed(n, call.Why, now));
            default:
                return All(parcel, n => new NoticeEnd(n.Id, NoticeState.Pending, now, MayRepeat: MayRepeat(n)));
        }
    }

    private NoticeEnd Again(Notice notice, string why, bool mayRepeat, DateTimeOffset now) => notice.Failures + 1 < rules.MostTries
        ? new NoticeEnd(notice.Id, NoticeState.Pending, now + rules.Pauses.After(notice.Failures + 1), why, mayRepeat)
        : Failed(notice, why, now);

    private NoticeEnd Failed(Notice notice, string why, DateTimeOffset now)
    {
        figures.CountFailed(1);
        ReminderLog.Failed(log, notice.Event, why);
        return new NoticeEnd(notice.Id, NoticeState.Failed, now, why);
    }

    private static IEnumerable<NoticeEnd> All(Parcel parcel, Func<Notice, NoticeEnd> end) => parcel.Notices.Concat(parcel.Superseded).Select(end);
}
