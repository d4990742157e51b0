using System.Collections.Concurrent;
using Cica.Bot.Operations;
using Cica.Bot.Reminders.Planning;
using Cica.Bot.Storage;
using Cica.Bot.Telegram;
using Cica.Bot.Telegram.Rendering;
using Cica.Bot.Telegram.Sending;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Cica.Bot.Reminders.Dispatching;

/// <summary>
/// Sends what is due: claims it, lets it go through the one way out behind everything people wait for, and notes how it ended. A
/// notice is marked as on its way just before it leaves, and as sent only when Telegram has accepted it.
/// </summary>
internal sealed class ReminderDispatcher(
    IOutbox outbox, OutgoingQueue queue, ReminderPlanner planner, Packer packer, Outcomes outcomes, ReminderSignal signal, OnTheirWay onTheirWay, ReminderFigures figures, DispatchRules rules, IWaypoints waypoints,
    TimeProvider time, ILogger<ReminderDispatcher> log) : BackgroundService, IHostedLifecycleService
{
    private readonly string holder = Guid.NewGuid().ToString("N");
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> inHand = new();
    private readonly ConcurrentDictionary<Task, bool> deliveries = new();
    private long renewedAt;

    private Lease Lease => new(holder, time.GetUtcNow() + rules.Lease);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The way out has stopped: what it has told of its last calls is noted before the storage closes.</summary>
    public async Task StoppedAsync(CancellationToken cancellationToken) =>
        // What has failed is told of where that is followed, and what cannot be noted in time the next start finds on its way: the stop is orderly all the same.
        await Task.WhenAll(deliveries.Keys).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                var woken = signal.Next;
                var next = await RoundAsync(stoppingToken);
                using var ending = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
                await Task.WhenAny(woken, Task.Delay(next, time, ending.Token));
                await ending.CancelAsync();
                stoppingToken.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop: what is claimed goes back when the way out stops.
        }
    }

    /// <summary>Sets going all that is due, as far as there is room; tells when to look again.</summary>
    private async Task<TimeSpan> RoundAsync(CancellationToken cancel)
    {
        try
        {
            await RenewAsync(cancel);
            if (planner.IsBehind)
            {
                planner.Hurry();
                return rules.Aside;
            }
            // By halves: a claim is a transaction, and one for each notice would cost more than the notice.
            while (inHand.Count <= rules.MostInHand / 2 && await ClaimAsync(cancel)) ;
            var next = await outbox.NextDueAsync(cancel);
            var now = time.GetUtcNow();
            figures.SetOldestDue(inHand.Values.Append(next ?? DateTimeOffset.MaxValue).Min() is var oldest && oldest <= now ? oldest : null);
            // With hands full, the end of a delivery wakes.
            if (next is not { } due || inHand.Count > rules.MostInHand / 2) return rules.LookAgain;
            return due <= now ? TimeSpan.FromMilliseconds(1) : due - now < rules.LookAgain ? due - now + TimeSpan.FromMilliseconds(1) : rules.LookAgain;
        }
        catch (StorageUnavailableException down)
        {
            ReminderLog.NotSent(log, down.Message);
            return rules.Aside;
        }
    }

    /// <summary>Claims some of what is due and lets it go; false if there was nothing new.</summary>
    private async Task<bool> ClaimAsync(CancellationToken cancel)
    {
        var claimed = await outbox.ClaimDueAsync(Lease, time.GetUtcNow(), rules.MostInHand - inHand.Count, cancel);
        // After a jump of the clock our own lease may be over; what is in hand stays there.
        var mine = claimed.Where(n => inHand.TryAdd(n.Id, n.Due)).ToList();
        if (mine.Count == 0) return false;
        waypoints.Pass(Waypoint.Claimed);
        if (mine.Count(n => n.MayRepeat) is var repeats and > 0)
        {
            figures.CountMayRepeat(repeats);
            ReminderLog.MayRepeat(log, repeats);
        }
        foreach (var due in mine.GroupBy(n => n.To)) Follow(PassOnAsync(due.Key, [.. due], cancel));
        return true;
    }

    private async Task PassOnAsync(Destination to, IReadOnlyList<Notice> due, CancellationToken cancel)
    {
        IReadOnlyList<Parcel> parcels;
        IReadOnlyList<Notice> stale;
        try
        {
            (parcels, stale) = await packer.PackAsync(to, due, cancel);
        }
        catch (StorageUnavailableException down)
        {
            // Back in the outbox rather than kept for another try: by then more may be due there, and one message tell it all.
            ReminderLog.NotSent(log, down.Message);
            await SetAsideAsync(due, cancel);
            return;
        }
        catch
        {
            // What nobody foresaw would happen again at once: their lease ends, and they are claimed anew.
            LetGo(due);
            throw;
        }
        // Each lets go of its own: what is on its way must stay in hand whatever becomes of the rest, or it would be claimed and sent again.
        await Task.WhenAll([.. parcels.Select(DeliverAsync), PlanAnewAsync(to, stale, cancel)]);
    }

    private async Task PlanAnewAsync(Destination to, IReadOnlyList<Notice> stale, CancellationToken cancel)
    {
        if (stale.Count == 0) return;
        await SetAsideAsync(stale, cancel);
        try
        {
            await planner.PlanAsync(to, cancel);
        }
        catch (StorageUnavailableException down)
        {
            // Looked at again in a moment, they are found stale again.
            ReminderLog.NotPlanned(log, down.Message);
        }
    }

    private async Task SetAsideAsync(IReadOnlyList<Notice> notices, CancellationToken cancel)
    {
        // Before it is noted, as with what goes back. Told to stop before that, they stay claimed, and the next start takes them back.
        LetGo(notices);
        await outcomes.SetAsideAsync(notices, cancel);
        signal.Wake();
    }

    private async Task DeliverAsync(Parcel parcel)
    {
        TaskCompletionSource? under = null;
        var goesBack = false;
        Guid[] ids = [.. parcel.Notices.Select(n => n.Id)];
        async ValueTask<bool> BeginAsync()
        {
            // Before it is marked: whoever unsubscribes just after that finds it under way.
            under ??= onTheirWay.Leave(parcel.To);
            try
            {
                if (!await outbox.BeginSendingAsync(ids, holder, CancellationToken.None)) return false;
                waypoints.Pass(Waypoint.OnItsWay);
                return true;
            }
            catch (StorageUnavailableException down)
            {
                ReminderLog.NotSent(log, down.Message);
                return false;
            }
        }

        try
        {
            var call = new OutgoingCall(MessageOf(parcel), time.GetUtcNow()) { IsWanted = BeginAsync };
            var delivery = await queue.SendAsync(call);
            if (delivery == Delivery.Sent) waypoints.Pass(Waypoint.Accepted);
            // What goes back as due can be claimed anew as soon as that is noted: still in hand, it would be left lying until its lease ends.
            goesBack = delivery is Delivery.Withdrawn or Delivery.ShutOut;
            if (goesBack) LetGo(parcel);
            await outcomes.NoteAsync(parcel, delivery, call, CancellationToken.None);
        }
        finally
        {
            under?.TrySetResult();
            if (!goesBack) LetGo(parcel);
        }
        if (inHand.Count <= rules.MostInHand / 2) signal.Wake();
    }

    private void LetGo(Parcel parcel) => LetGo(parcel.Notices.Concat(parcel.Superseded));

    private void LetGo(IEnumerable<Notice> notices)
    {
        foreach (var notice in notices) inHand.TryRemove(notice.Id, out _);
    }

    // As long as something is in hand, its lease is kept up.
    private async ValueTask RenewAsync(CancellationToken cancel)
    {
        if (inHand.IsEmpty || time.GetElapsedTime(renewedAt) < rules.Lease / 4) return;
        await outbox.RenewNoticesAsync(Lease, [.. inHand.Keys], cancel);
        renewedAt = time.GetTimestamp();
    }

    private void Follow(Task delivery)
    {
        deliveries[delivery] = true;
        delivery.ContinueWith(
            done =>
            {
                deliveries.TryRemove(done, out _);
                if (done.Exception?.InnerException is { } unforeseen and not OperationCanceledException) ReminderLog.Unforeseen(log, unforeseen.GetType().Name, unforeseen);
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    private static Reply MessageOf(Parcel parcel) => new(
        new SendMessageRequest
        {
            ChatId = parcel.To.Chat,
            MessageThreadId = parcel.To.Topic,
            Text = Html.Of(parcel.Lines),
            ParseMode = ParseMode.Html,
            LinkPreviewOptions = LinkPreviewOptions.Disabled,
            ReplyMarkup = parcel.Keyboard,
        },
        Urgency.Bulk)
    {
        Plain = Html.Plain(parcel.Lines),
    };
}
