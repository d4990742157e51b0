using Cica.Bot.Reminders.Dispatching;
using Cica.Bot.Storage;
using Cica.Playground.Faults;

namespace Cica.Bot.Tests.Reminders;

/// <summary>What becomes of reminders when the storage, or something else, fails while they are in hand.</summary>
public sealed class StorageTroubleTests
{
    private const string TheDayBefore = "2027-06-03T08:00Z";

    // What waits for the end of its lease waits too long for the test.
    private static readonly DispatchRules NoLeaseEnds = new() { Lease = TimeSpan.FromDays(1) };

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task What_could_not_be_packed_goes_out_when_the_storage_is_back_without_waiting_for_its_lease(int failuresMore)
    {
        await using var bench = await DispatchBench.OpenAsync(TheDayBefore, [Made.Event("summit", "2027-06-04")], NoLeaseEnds);
        var ann = await bench.SubscriberAsync("Ann");
        bench.Plan.Clock.Advance(TimeSpan.FromHours(1));
        bench.Trouble.Fail(nameof(ISubscriptionStore.SubscriptionsOfAsync));
        bench.Trouble.Fail(nameof(IOutbox.EndAsync), failuresMore);
        await bench.StartAsync();
        await bench.PassTimeUntilAsync(() => bench.Accepted == 1, "the reminder");
        Assert.StartsWith("🔔 Tomorrow: Event summit", (await ann.Private.NextFromBotAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_stale_is_planned_anew_when_the_storage_is_back_without_waiting_for_its_lease()
    {
        await using var bench = await DispatchBench.OpenAsync(TheDayBefore, [Made.Event("summit", "2027-06-04")], NoLeaseEnds);
        var ann = await bench.SubscriberAsync("Ann");
        await bench.PlanStaleAsync(ann);
        bench.Plan.Clock.Advance(TimeSpan.FromHours(1));
        bench.Trouble.Fail(nameof(IOutbox.EndAsync), 3);
        await bench.StartAsync();
        await bench.PassTimeUntilAsync(() => bench.Plan.Storage.CountNoticesAsync(default).AsTask().GetAwaiter().GetResult() is { Sent: 1, Pending: 0, Sending: 0 }, "the stale one to be dropped");
    }

    [Fact]
    public async Task What_is_being_delivered_stays_in_hand_when_what_is_stale_cannot_be_set_aside()
    {
        await using var bench = await DispatchBench.OpenAsync(TheDayBefore, [Made.Event("summit", "2027-06-04")]);
        var ann = await bench.SubscriberAsync("Ann");
        await bench.PlanStaleAsync(ann);
        bench.Plan.Clock.Advance(TimeSpan.FromHours(1));
        // It waits for longer than a lease lasts.
        bench.Server.Faults.Order(Fault.TooMany(600) with { Method = "sendMessage" });
        bench.Trouble.Fail(nameof(IOutbox.EndAsync));
        await bench.StartAsync();
        await bench.UntilAsync(() => bench.Server.Calls.Of("sendMessage").Count == 1 && bench.Trouble.Calls(nameof(IOutbox.EndAsync)) > 0, "the refusal");
        await bench.PassTimeUntilAsync(() => bench.Plan.Storage.CountNoticesAsync(default).AsTask().GetAwaiter().GetResult() is { Sent: 1, Pending: 0, Sending: 0 }, "the reminder");
        await bench.StopAsync();
        Assert.Equal(1, bench.Accepted);
    }

    [Fact]
    public async Task What_nobody_foresaw_costs_a_reminder_one_lease_also_while_others_are_in_hand()
    {
        await using var bench = await DispatchBench.OpenAsync(TheDayBefore, [Made.Event("summit", "2027-06-04")]);
        await bench.SubscriberAsync("Ann");
        await bench.SubscriberAsync("Ben");
        bench.Plan.Clock.Advance(TimeSpan.FromHours(1));
        // Of one the words cannot be found, and the other is held up for hours.
        var described = 0;
        bench.Plan.Facts.Describing = () =>
        {
            if (Interlocked.Increment(ref described) == 1) throw new InvalidOperationException("no words");
        };
        bench.Server.Faults.Order(Fault.TooMany(10_000) with { Method = "sendMessage" });
        await bench.StartAsync();
        await bench.UntilAsync(() => bench.Server.Calls.Of("sendMessage").Count == 1, "the refusal");
        await bench.PassTimeUntilAsync(() => bench.Accepted == 1, "the other reminder");
    }

    [Fact]
    public async Task A_stop_in_the_middle_of_planning_anew_is_an_orderly_one()
    {
        await using var bench = await DispatchBench.OpenAsync(TheDayBefore, [Made.Event("summit", "2027-06-04")]);
        var ann = await bench.SubscriberAsync("Ann");
        await bench.PlanStaleAsync(ann);
        bench.Plan.Clock.Advance(TimeSpan.FromHours(1));
        var goOn = new TaskCompletionSource();
        bench.Trouble.Hold(nameof(IOutbox.EndAsync), goOn.Task);
        await bench.StartAsync();
        await bench.UntilAsync(() => bench.Trouble.Calls(nameof(IOutbox.EndAsync)) > 0 && bench.Accepted == 1, "the setting aside");
        await bench.StopAsync(meanwhile: goOn.SetResult);
    }
}
