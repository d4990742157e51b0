using System.Collections.Concurrent;
using Cica.Bot.Operations;
using Cica.Bot.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Cica.Bot.Reminders.Planning;

/// <summary>
/// Keeps the outbox planned: some days ahead as time goes on, anew where a subscription or a chat's clock changes, and anew with a word
/// to the subscribers where an event does.
/// </summary>
internal sealed class ReminderPlanner(IReminderFacts facts, Books books, Horizon horizon, News news, IOutbox outbox, ReminderSignal signal, OnTheirWay onTheirWay, IWaypoints waypoints, TimeProvider time, ILogger<ReminderPlanner> log)
    : BackgroundService, IReminderPlanner
{
    private const int NextShown = 5;
    private const int NoticesAtOnce = 1_000;
    // What was to be sent so long ago is not planned any more.
    private static readonly Duration LongPast = Duration.FromDays(40);
    // Far enough for the next time of anything yearly, and for years announced ahead.
    private static readonly Duration FarAhead = Duration.FromDays(3 * 366);
    private static readonly TimeSpan Hourly = TimeSpan.FromHours(1);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(5);

    // One at a time: what is planned is read, compared and written.
    private readonly SemaphoreSlim one = new(1, 1);
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    // Set by whoever finds that there is something to plan.
    private readonly SemaphoreSlim hurry = new(0, 1);
    // Chats whose plan could not be made when it was asked for: nothing else would plan what is near already.
    private readonly ConcurrentDictionary<long, bool> missed = new();
    private bool haveChanged = true;
    private volatile Calendar calendar = new([], new Dictionary<string, int>());

    /// <summary>The events as they are planned now.</summary>
    public Calendar Calendar => calendar;

    /// <summary>
    /// Not all that is due by now is planned: after a stop, or a jump of the clock. What was sent now would be followed by more, where one
    /// message could tell it all.
    /// </summary>
    public bool IsBehind => !ready.Task.IsCompletedSuccessfully || horizon.Done < Now;

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>Lets it plan now: it may not have noticed that the clock has jumped, if it was at work when that happened.</summary>
    public void Hurry() => Release(hurry);

    /// <inheritdoc/>
    public async ValueTask<PlanReport> PlanAsync(Destination to, CancellationToken cancel)
    {
        try
        {
            return await MakePlanAsync(to, cancel);
        }
        catch (StorageUnavailableException)
        {
            Miss(to.Chat);
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<PlanReport> ReportAsync(Destination to, string? subscription, CancellationToken cancel)
    {
        await ready.Task.WaitAsync(cancel);
        var now = Now;
        var clock = await books.ClockOfAsync(to.Chat, cancel);
        var subscriptions = await books.OfAsync(to, cancel);
        return Report(subscriptions, Wanted(to, subscriptions, clock, now - LongPast, horizon.End), Wanted(to, subscriptions, clock, now, now + FarAhead), clock.Zone, now, subscription);
    }

    /// <inheritdoc/>
    public async ValueTask PlanChatAsync(long chat, CancellationToken cancel)
    {
        try
        {
            foreach (var to in await books.DestinationsOfAsync(chat, cancel)) await MakePlanAsync(to, cancel);
        }
        catch (StorageUnavailableException)
        {
            Miss(chat);
            throw;
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        one.Dispose();
        hurry.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var swapped = new SemaphoreSlim(1, 1);
        void OnSwapped() => Release(swapped);
        facts.Swapped += OnSwapped;
        try
        {
            while (true)
            {
                haveChanged |= await swapped.WaitAsync(0, stoppingToken);
                try
                {
                    await CatchUpAsync(stoppingToken);
                    // The clock may have been put forward meanwhile, or the work have taken that long.
                    if (!horizon.IsShort(Now)) await WaitAsync(swapped, Hourly, stoppingToken);
                }
                catch (StorageUnavailableException down)
                {
                    ReminderLog.NotPlanned(log, down.Message);
                    await Task.Delay(AfterTrouble, time, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop: what is undone is done after the next start.
        }
        finally
        {
            facts.Swapped -= OnSwapped;
        }
    }

    /// <summary>Takes over events that have changed, and plans farther if it is time to.</summary>
    internal async Task CatchUpAsync(CancellationToken cancel)
    {
        if (!ready.Task.IsCompleted) await horizon.LoadAsync(Now, cancel);
        if (haveChanged) await TakeFactsAsync(cancel);
        haveChanged = false;
        await AdvanceAsync(cancel);
        // Taken out first: what is missed meanwhile comes in anew.
        foreach (var chat in missed.Keys)
            if (missed.TryRemove(chat, out _)) await PlanChatAsync(chat, cancel);
        await outbox.SweepAsync(time.GetUtcNow(), cancel);
    }

    private async ValueTask<PlanReport> MakePlanAsync(Destination to, CancellationToken cancel)
    {
        await ready.Task.WaitAsync(cancel);
        await onTheirWay.UntilArrivedAsync(to, cancel);
        using (await EnterAsync(cancel))
        {
            var now = Now;
            var clock = await books.ClockOfAsync(to.Chat, cancel);
            var subscriptions = await books.OfAsync(to, cancel);
            var open = (await books.OpenAsync([to], cancel))[to].ToList();
            var wanted = Wanted(to, subscriptions, clock, now - LongPast, horizon.End);
            await outbox.ApplyAsync([Reconciliation.Make(to, wanted, open, clock, now.ToDateTimeOffset())], cancel);
            signal.Wake();
            return Report(subscriptions, wanted, Wanted(to, subscriptions, clock, now, now + FarAhead), clock.Zone, now, null);
        }
    }

    private void Miss(long chat)
    {
        missed[chat] = true;
        Hurry();
    }

    /// <summary>Takes over the events of the facts in force, and tells what has changed.</summary>
    private async ValueTask TakeFactsAsync(CancellationToken cancel)
    {
        var events = facts.Events;
        var touched = await news.TakeAsync(events, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), cancel);
        calendar = new Calendar(events, news.Revisions);
        ready.TrySetResult();
        if (touched.Count == 0 && !horizon.HasOldZones) return;
        ReminderLog.EventsChanged(log, touched.Count);
        await ForEachPageAsync(async page =>
        {
            var now = Now;
            var affected = page.Where(g => horizon.HasOldZones || g.Any(s => touched.Any(e => s.Target.TakesIn(e.Id, e.Kind)))).ToList();
            var open = await books.OpenAsync([.. affected.Select(g => g.Key)], cancel);
            var changes = new List<PlanChange>();
            foreach (var destination in affected)
            {
                var (to, subscriptions) = (destination.Key, destination.ToList());
                var clock = await books.ClockOfAsync(to.Chat, cancel);
                var plan = Reconciliation.Make(to, Wanted(to, subscriptions, clock, now - LongPast, horizon.End), [.. open[to]], clock, now.ToDateTimeOffset());
                var (added, replaced) = News.For(touched, to, subscriptions, open[to], clock, now.ToDateTimeOffset());
                changes.Add(plan with { Added = [.. plan.Added, .. added], Dropped = [.. plan.Dropped, .. replaced], Moved = [.. plan.Moved.Where(m => !replaced.Contains(m.Id))] });
            }
            await ApplyAsync(changes, cancel);
        }, cancel);
        await news.ToldAsync(touched, cancel);
        await horizon.NoteZonesAsync(cancel);
    }

    /// <summary>Plans farther, if it is time to.</summary>
    private async ValueTask AdvanceAsync(CancellationToken cancel)
    {
        if (!horizon.IsShort(Now)) return;
        using (await EnterAsync(cancel)) await horizon.BeginAsync(Now, cancel);
        var almanac = new Almanac(calendar, horizon.Done, horizon.End);
        if (!almanac.IsEmpty)
        {
            await ForEachPageAsync(async page =>
            {
                var (changes, now) = (new List<PlanChange>(), time.GetUtcNow());
                foreach (var destination in page)
                {
                    var (zone, quiet) = await books.ClockOfAsync(destination.Key.Chat, cancel);
                    var subscriptions = destination.ToList();
                    var notices = Chooser.Choose(destination.Key, subscriptions, almanac.For(zone, quiet), now).Where(n => Chooser.Waited(subscriptions, n)).ToList();
                    if (notices.Count > 0) changes.Add(new PlanChange(destination.Key, notices, [], []));
                }
                await ApplyAsync(changes, cancel);
            }, cancel);
        }
        await horizon.EndAsync(cancel);
        signal.Wake();
        waypoints.Pass(Waypoint.Planned);
    }

    private async ValueTask ForEachPageAsync(Func<IReadOnlyList<IGrouping<Destination, Subscription>>, ValueTask> plan, CancellationToken cancel)
    {
        Destination? last = null;
        while (true)
        {
            using (await EnterAsync(cancel))
            {
                var page = await books.PageAsync(last, cancel);
                if (page.Count == 0) return;
                await plan(page);
                last = page[^1].Key;
            }
            signal.Wake();
        }
    }

    // No transaction shall be so large that others wait long for it.
    private async ValueTask ApplyAsync(IReadOnlyList<PlanChange> changes, CancellationToken cancel)
    {
        var (part, notices) = (new List<PlanChange>(), 0);
        foreach (var change in changes)
        {
            part.Add(change);
            notices += change.Added.Count + change.Moved.Count + change.Dropped.Count;
            if (notices < NoticesAtOnce) continue;
            await outbox.ApplyAsync(part, cancel);
            (part, notices) = ([], 0);
        }
        await outbox.ApplyAsync(part, cancel);
    }

    private List<Notice> Wanted(Destination to, IReadOnlyList<Subscription> subscriptions, (DateTimeZone Zone, QuietHours? Quiet) clock, Instant after, Instant until) =>
        subscriptions.Count == 0 ? [] : [.. Chooser.Choose(to, subscriptions, new Almanac(calendar, after, until).For(clock.Zone, clock.Quiet), time.GetUtcNow())];

    private PlanReport Report(IReadOnlyList<Subscription> subscriptions, List<Notice> near, List<Notice> ahead, DateTimeZone zone, Instant now, string? subscription)
    {
        bool IsReported(Notice notice) => subscription is null || notice.Subscriptions.Contains(subscription);
        var next = ahead.Where(IsReported).OrderBy(n => n.Due).Take(NextShown);
        var skipped = near.Where(n => IsReported(n) && n.Nominal <= now.ToDateTimeOffset() && !Chooser.Waited(subscriptions, n) && IsToCome(n, zone, now));
        return new PlanReport([.. next.Select(Plain)], [.. skipped.Select(Plain)]);
    }

    private bool IsToCome(Notice notice, DateTimeZone zone, Instant now) => calendar.Find(notice.Event, notice.Occurrence) is { } occurrence && occurrence.UsefulUntil(notice.Kind, zone) > now;

    private static PlannedNotice Plain(Notice n) => new(n.Event, n.Occurrence, n.Kind, n.Due);

    private async ValueTask<Entered> EnterAsync(CancellationToken cancel)
    {
        await one.WaitAsync(cancel);
        return new Entered(one);
    }

    // A wait that also ends when the clock is put forward.
    private async Task WaitAsync(SemaphoreSlim swapped, TimeSpan atMost, CancellationToken cancel)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var news = swapped.WaitAsync(ending.Token);
        await Task.WhenAny(news, hurry.WaitAsync(ending.Token), Task.Delay(atMost, time, ending.Token));
        await ending.CancelAsync();
        // Seen here, to be looked at in the next round; also where it came just when the wait was over.
        await news.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        if (news.IsCompletedSuccessfully) Release(swapped);
        cancel.ThrowIfCancellationRequested();
    }

    private static void Release(SemaphoreSlim semaphore)
    {
        try
        {
            semaphore.Release();
        }
        catch (SemaphoreFullException)
        {
            // It will be looked at anyway.
        }
    }

    private readonly struct Entered(SemaphoreSlim one) : IDisposable
    {
        public void Dispose() => one.Release();
    }
}
