using Cica.Bot.Operations;
using Cica.Bot.Reading;
using Cica.Bot.Reminders;
using Cica.Bot.Reminders.Dispatching;
using Cica.Bot.Reminders.Planning;
using Cica.Bot.Settings;
using Cica.Bot.Storage;
using Cica.Bot.Telegram;
using Cica.Bot.Telegram.BotApi;
using Cica.Bot.Telegram.Sending;
using Cica.Playground;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cica.Bot.Tests.Reminders;

public sealed class DispatcherTests
{
    [Fact]
    public async Task What_is_claimed_again_the_moment_it_is_put_back_goes_out_without_waiting_for_its_lease()
    {
        await Talking.Facts.ReadyAsync();
        await using var server = await PlaygroundServer.StartAsync(new PlaygroundOptions());
        server.People.Waits.Patience = TimeSpan.FromSeconds(60);
        var ann = server.People.NewPerson("Ann");
        ann.Start();
        await using var bench = new PlanBench("2027-06-03T08:00Z", Made.Event("summit", "2027-06-04"));
        await bench.CatchUpAsync();
        await bench.SubscribeAsync(Made.Subscription(ann.Id, leads: Leads.Day));
        bench.Clock.Advance(TimeSpan.FromHours(1));

        var signal = new ReminderSignal();
        var outbox = new ClaimedAtOnce(bench.Storage, signal);
        using var connection = new BotConnection(server.Token, server.Url, bench.Clock);
        var lifetime = new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance);
        await using var queue = new OutgoingQueue(connection, bench.Storage, new AnswerLog(), new SendingFigures(), new SendingRules(PaceSettings.None), new Ending(lifetime), bench.Clock, NullLogger<OutgoingQueue>.Instance);
        using var dispatcher = DispatcherOf(bench, outbox, queue, signal);
        await dispatcher.StartAsync(default);

        // The clock stands still: no lease ends.
        Assert.StartsWith("🔔 Tomorrow: Event summit", (await ann.Private.NextFromBotAsync()).Text, StringComparison.Ordinal);
        Assert.True(outbox.WasClaimedAgain);
        await dispatcher.StopAsync(default);
        await queue.StopAsync(TimeSpan.Zero);
        await dispatcher.StoppedAsync(default);
    }

    [Fact]
    public async Task Whoever_unsubscribes_just_when_a_reminder_is_marked_as_on_its_way_is_answered_after_it()
    {
        await using var bench = await DispatchBench.OpenAsync("2027-06-03T08:00Z", [Made.Event("summit", "2027-06-04")]);
        var ann = await bench.SubscriberAsync("Ann");
        bench.Plan.Clock.Advance(TimeSpan.FromHours(1));
        var isTold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bench.Trouble.HoldBack(nameof(IOutbox.BeginSendingAsync), isTold.Task);
        await bench.StartAsync();
        // In the storage it is under way, and whoever sends it has not heard that yet.
        await bench.UntilAsync(() => bench.Plan.OpenAsync(ann.Id).GetAwaiter().GetResult() is [{ State: NoticeState.Sending }], "the mark");
        var arrived = bench.OnTheirWay.UntilArrivedAsync(new Destination(ann.Id), default);
        var isAnswered = arrived.IsCompleted;
        isTold.SetResult();
        await arrived;
        Assert.False(isAnswered);
        Assert.Single(ann.Private.FromBot);
    }

    private static ReminderDispatcher DispatcherOf(PlanBench bench, IOutbox outbox, OutgoingQueue queue, ReminderSignal signal)
    {
        var (storage, clock, figures, rules) = (bench.Storage, bench.Clock, new ReminderFigures(), new DispatchRules());
        var text = new NoticeText(bench.Facts, new ZoneFinder(new ZoneNames(), clock));
        var packer = new Packer(bench.Planner, new News(storage), storage, storage, text, figures, clock);
        var outcomes = new Outcomes(outbox, figures, rules, new NoWaypoints(), clock, NullLogger<Outcomes>.Instance);
        return new(outbox, queue, bench.Planner, packer, outcomes, signal, new OnTheirWay(clock), figures, rules, new NoWaypoints(), clock, NullLogger<ReminderDispatcher>.Instance);
    }

    /// <summary>
    /// The storage, which cannot be used when the first reminder is to go out; and before whoever puts that back hears that it was, the
    /// dispatcher has looked again, and claimed it.
    /// </summary>
    private sealed class ClaimedAtOnce(IOutbox storage, ReminderSignal signal) : IOutbox
    {
        private readonly TaskCompletionSource hasLooked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int beginnings;
        private volatile bool isBack;

        public bool WasClaimedAgain { get; private set; }

        public async ValueTask<bool> BeginSendingAsync(IReadOnlyList<Guid> ids, string holder, CancellationToken cancel) =>
            Interlocked.Increment(ref beginnings) == 1 ? throw new StorageUnavailableException("full") : await storage.BeginSendingAsync(ids, holder, cancel);

        public async ValueTask EndAsync(IReadOnlyList<NoticeEnd> ends, CancellationToken cancel)
        {
            await storage.EndAsync(ends, cancel);
            if (isBack) return;
            isBack = true;
            signal.Wake();
            await hasLooked.Task;
        }

        public async ValueTask<IReadOnlyList<Notice>> ClaimDueAsync(Lease lease, DateTimeOffset now, int about, CancellationToken cancel)
        {
            var wasBack = isBack;
            var claimed = await storage.ClaimDueAsync(lease, now, about, cancel);
            WasClaimedAgain |= wasBack && claimed.Count > 0;
            return claimed;
        }

        // Asked when a round is at its end.
        public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancel)
        {
            if (WasClaimedAgain) hasLooked.TrySetResult();
            return storage.NextDueAsync(cancel);
        }

        public ValueTask ApplyAsync(IReadOnlyList<PlanChange> changes, CancellationToken cancel) => storage.ApplyAsync(changes, cancel);

        public ValueTask<IReadOnlyList<Notice>> OpenNoticesAsync(IReadOnlyList<Destination> to, CancellationToken cancel) => storage.OpenNoticesAsync(to, cancel);

        public ValueTask RenewNoticesAsync(Lease lease, IReadOnlyCollection<Guid> ids, CancellationToken cancel) => storage.RenewNoticesAsync(lease, ids, cancel);

        public ValueTask<IReadOnlyList<Notice>> NextNoticesAsync(long? chat, int most, CancellationToken cancel) => storage.NextNoticesAsync(chat, most, cancel);

        public ValueTask<IReadOnlyList<Notice>> FailuresAsync(long? chat, int most, CancellationToken cancel) => storage.FailuresAsync(chat, most, cancel);

        public ValueTask<OutboxFigures> CountNoticesAsync(CancellationToken cancel) => storage.CountNoticesAsync(cancel);

        public ValueTask SweepAsync(DateTimeOffset now, CancellationToken cancel) => storage.SweepAsync(now, cancel);

        public ValueTask<IReadOnlyList<ToldEvent>> ToldEventsAsync(CancellationToken cancel) => storage.ToldEventsAsync(cancel);

        public ValueTask TellAsync(IReadOnlyList<ToldEvent> events, CancellationToken cancel) => storage.TellAsync(events, cancel);
    }
}
