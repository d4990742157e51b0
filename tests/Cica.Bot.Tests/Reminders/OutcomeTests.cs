using Cica.Bot.Reminders;
using Cica.Bot.Settings;
using Cica.Bot.Storage;
using Cica.Bot.Telegram.Sending;
using Cica.Playground.Faults;

namespace Cica.Bot.Tests.Reminders;

/// <summary>What is known of a reminder whose message did not simply arrive.</summary>
public sealed class OutcomeTests
{
    private const string TheDayBefore = "2027-06-03T08:00Z";

    [Fact]
    public async Task What_may_have_arrived_says_so_also_when_it_went_back_because_the_storage_failed()
    {
        await using var bench = await DispatchBench.OpenAsync(TheDayBefore, [Made.Event("summit", "2027-06-04")]);
        var ann = await bench.SubscriberAsync("Ann");
        bench.Plan.Clock.Advance(TimeSpan.FromHours(1));
        bench.Server.Faults.Order(Fault.CutAfter() with { Method = "sendMessage" });
        await bench.StartAsync();
        await bench.UntilAsync(() => ann.Private.FromBot.Count == 1, "the first one");
        bench.Trouble.Fail(nameof(IOutbox.BeginSendingAsync));
        await bench.PassTimeUntilAsync(() => ann.Private.FromBot.Count == 2, "the second one");
        Assert.DoesNotContain("may have", ann.Private.FromBot[0].Text, StringComparison.Ordinal);
        Assert.Contains("may have", ann.Private.FromBot[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waited_too_long_for_a_server_that_fails_is_tried_again_later()
    {
        var sending = new SendingRules(PaceSettings.None) { ReplyLife = TimeSpan.FromMinutes(5) };
        await using var bench = await DispatchBench.OpenAsync("2027-05-28T08:00Z", [Made.Event("summit", "2027-06-04")], sending: sending);
        var ann = await bench.SubscriberAsync("Ann", Leads.Week);
        bench.Plan.Clock.Advance(TimeSpan.FromHours(1));
        bench.Server.Faults.Order(Fault.Page(503) with { Method = "sendMessage", Times = null });
        await bench.StartAsync();
        await bench.PassTimeUntilAsync(() => bench.Trouble.Calls(nameof(IOutbox.EndAsync)) > 0, "the message to be given up");
        bench.Server.Faults.Clear();
        await bench.PassTimeUntilAsync(() => bench.Accepted == 1, "the reminder");
    }

    [Fact]
    public async Task What_waits_for_its_turn_after_a_refusal_when_the_bot_stops_has_not_arrived()
    {
        await using var bench = await DispatchBench.OpenAsync(TheDayBefore, [Made.Event("summit", "2027-06-04")]);
        var ann = await bench.SubscriberAsync("Ann");
        bench.Plan.Clock.Advance(TimeSpan.FromHours(1));
        bench.Server.Faults.Order(Fault.TooMany(600) with { Method = "sendMessage" });
        await bench.StartAsync();
        await bench.UntilAsync(() => bench.IsIdleAfter(1), "the refusal");
        await bench.StopAsync();
        Assert.Equal((NoticeState.Pending, false), Assert.Single(await bench.Plan.OpenAsync(ann.Id)) is var notice ? (notice.State, notice.MayRepeat) : default);
    }

    [Fact]
    public async Task What_is_cut_off_when_the_bot_stops_may_have_arrived()
    {
        await using var bench = await DispatchBench.OpenAsync(TheDayBefore, [Made.Event("summit", "2027-06-04")]);
        var ann = await bench.SubscriberAsync("Ann");
        bench.Plan.Clock.Advance(TimeSpan.FromHours(1));
        bench.Server.Faults.Order(Fault.Slow(TimeSpan.FromMinutes(5)) with { Method = "sendMessage" });
        await bench.StartAsync();
        await bench.UntilAsync(() => bench.Trouble.Calls(nameof(IOutbox.BeginSendingAsync)) == 1, "the call");
        await bench.StopAsync();
        Assert.Equal((NoticeState.Pending, true), Assert.Single(await bench.Plan.OpenAsync(ann.Id)) is var notice ? (notice.State, notice.MayRepeat) : default);
    }
}
