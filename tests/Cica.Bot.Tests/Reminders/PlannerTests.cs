using Cica.Bot.Reminders;
using Cica.Bot.Storage;
using Cica.Knowledge.Model;

namespace Cica.Bot.Tests.Reminders;

public sealed class PlannerTests
{
    private static readonly EventEntry Summit = Made.Event("summit", "2027-06-04", kind: EventKind.Summit);

    [Fact]
    public async Task A_subscription_is_told_what_comes_and_which_leads_have_passed()
    {
        await using var bench = new PlanBench("2027-06-01T12:00Z", Summit);
        await bench.CatchUpAsync();
        var report = await bench.SubscribeAsync(Made.Subscription(5, leads: Leads.Month | Leads.Week | Leads.Day | Leads.Start));
        Assert.Equal([NoticeKind.Month, NoticeKind.Week], report.Skipped.Select(n => n.Kind));
        Assert.Equal([(NoticeKind.Day, PlanBench.At("2027-06-03T09:00Z")), (NoticeKind.Start, PlanBench.At("2027-06-04T09:00Z"))], report.Next.Select(n => (n.Kind, n.Due)));
        Assert.Equal([NoticeKind.Day, NoticeKind.Start], (await bench.UntilAsync("2027-07-01T00:00Z")).Select(n => n.Kind));
    }

    [Fact]
    public async Task Two_subscriptions_to_one_event_give_one_notice_that_lives_as_long_as_either()
    {
        await using var bench = new PlanBench("2027-06-01T12:00Z", Summit);
        await bench.CatchUpAsync();
        await bench.SubscribeAsync(Made.Subscription(5, leads: Leads.Day, id: "a"));
        await bench.SubscribeAsync(Made.Subscription(5, Target.Of("summit"), Leads.Day, id: "b"));
        Assert.Equal(["a", "b"], Assert.Single(await bench.OpenAsync(5)).Subscriptions.Order());
        await bench.Storage.UnsubscribeAsync("a", default);
        await bench.Planner.PlanAsync(new Destination(5), default);
        Assert.Equal(["b"], Assert.Single(await bench.OpenAsync(5)).Subscriptions);
    }

    [Fact]
    public async Task Who_wants_no_leads_is_told_of_changes_and_of_nothing_else()
    {
        await using var bench = new PlanBench("2027-06-01T12:00Z", Summit);
        await bench.CatchUpAsync();
        await bench.SubscribeAsync(Made.Subscription(5, leads: Leads.None));
        bench.Facts.Swap(Made.Event("summit", "2027-06-14", kind: EventKind.Summit));
        await bench.CatchUpAsync(haveChanged: true);
        Assert.Equal(ChangeKind.Moved, Assert.Single(await bench.UntilAsync("2027-07-01T00:00Z")).Change!.Kind);
    }

    [Fact]
    public async Task Leads_taken_away_and_added_change_what_is_planned()
    {
        await using var bench = new PlanBench("2027-06-01T12:00Z", Summit);
        await bench.CatchUpAsync();
        await bench.SubscribeAsync(Made.Subscription(5, leads: Leads.Day));
        await bench.SubscribeAsync(Made.Subscription(5, leads: Leads.Start));
        Assert.Equal(NoticeKind.Start, Assert.Single(await bench.OpenAsync(5)).Kind);
    }

    [Fact]
    public async Task A_chat_that_moves_its_zone_has_what_is_pending_moved_and_nothing_twice()
    {
        await using var bench = new PlanBench("2027-06-02T00:00Z", Summit);
        await bench.CatchUpAsync();
        await bench.Storage.SetZoneAsync(5, "Asia/Tokyo", default);
        await bench.SubscribeAsync(Made.Subscription(5, leads: Leads.Day | Leads.Start));
        var sent = await bench.UntilAsync("2027-06-03T06:00Z", TimeSpan.FromHours(1));
        Assert.Equal([PlanBench.At("2027-06-03T00:00Z")], sent.Select(n => n.Due));
        await bench.Storage.SetZoneAsync(5, "America/Los_Angeles", default);
        await bench.Planner.PlanChatAsync(5, default);
        sent = await bench.UntilAsync("2027-06-06T00:00Z", TimeSpan.FromHours(1));
        Assert.Equal([(NoticeKind.Start, PlanBench.At("2027-06-04T16:00Z"))], sent.Select(n => (n.Kind, n.Due)));
    }

    [Fact]
    public async Task Quiet_hours_chosen_in_the_evening_move_what_is_pending()
    {
        await using var bench = new PlanBench("2027-06-02T00:00Z", Made.Event("night", "2027-06-03T03:00:00Z"));
        await bench.CatchUpAsync();
        await bench.SubscribeAsync(Made.Subscription(5, leads: Leads.Hour));
        bench.Clock.SetUtcNow(PlanBench.At("2027-06-02T23:00Z"));
        await bench.Storage.SetQuietHoursAsync(5, new QuietHours(new TimeOnly(22, 0), new TimeOnly(7, 0)), default);
        await bench.Planner.PlanChatAsync(5, default);
        // Its time before the quiet has passed, the event begins before the quiet ends: now.
        Assert.Equal(PlanBench.At("2027-06-02T23:00Z"), Assert.Single(await bench.OpenAsync(5)).Due);
    }

    [Fact]
    public async Task An_event_that_moves_is_told_once_with_old_and_new_and_its_reminders_follow()
    {
        await using var bench = new PlanBench("2027-06-01T12:00Z", Summit);
        await bench.CatchUpAsync();
        await bench.SubscribeAsync(Made.Subscription(5, leads: Leads.Day));
        await bench.SubscribeAsync(Made.Subscription(6, Target.Of(EventKind.Cbm), Leads.Day));
        bench.Facts.Swap(Made.Event("summit", "2027-06-08", kind: EventKind.Summit, status: EventStatus.Moved));
        await bench.CatchUpAsync(haveChanged: true);
        await bench.CatchUpAsync(haveChanged: true);
        var sent = await bench.UntilAsync("2027-06-30T00:00Z");
        Assert.Equal([(NoticeKind.Change, PlanBench.At("2027-06-01T12:00Z")), (NoticeKind.Day, PlanBench.At("2027-06-07T09:00Z"))], sent.Select(n => (n.Kind, n.Due)));
        Assert.Equal((ChangeKind.Moved, "2027-06-04", "2027-06-08"), sent[0].Change is { } change ? (change.Kind, change.Old!.Start.ToString(), change.New.Start.ToString()) : default);
        Assert.All(sent, n => Assert.Equal(5, n.To.Chat));
    }

    [Fact]
    public async Task A_change_made_while_the_bot_was_stopped_is_told_after_the_start_and_once()
    {
        await using var bench = new PlanBench("2027-06-01T12:00Z", Summit);
        await bench.CatchUpAsync();
        await bench.SubscribeAsync(Made.Subscription(5, leads: Leads.Day));
        bench.Facts.Swap(Made.Event("summit", "2027-06-04", kind: EventKind.Summit, status: EventStatus.Cancelled));
        bench.Clock.SetUtcNow(PlanBench.At("2027-06-02T12:00Z"));
        await bench.RestartAsync();
        await bench.RestartAsync();
        var sent = await bench.UntilAsync("2027-06-30T00:00Z");
        Assert.Equal(ChangeKind.Cancelled, Assert.Single(sent).Change!.Kind);
    }

    [Fact]
    public async Task Two_changes_nobody_was_told_of_are_told_as_one_and_back_again_as_none()
    {
        await using var bench = new PlanBench("2027-06-01T12:00Z", Summit);
        await bench.CatchUpAsync();
        await bench.Storage.SetQuietHoursAsync(5, new QuietHours(new TimeOnly(12, 0), new TimeOnly(18, 0)), default);
        await bench.SubscribeAsync(Made.Subscription(5, leads: Leads.Day));
        bench.Facts.Swap(Made.Event("summit", "2027-06-08", kind: EventKind.Summit));
        await bench.CatchUpAsync(haveChanged: true);
        bench.Facts.Swap(Made.Event("summit", "2027-06-10", kind: EventKind.Summit));
        await bench.CatchUpAsync(haveChanged: true);
        var news = Assert.Single(await bench.OpenAsync(5), n => n.Kind == NoticeKind.Change);
        Assert.Equal(("2027-06-04", "2027-06-10", PlanBench.At("2027-06-01T18:00Z")), (news.Change!.Old!.Start.ToString(), news.Change.New.Start.ToString(), news.Due));
        bench.Facts.Swap(Summit);
        await bench.CatchUpAsync(haveChanged: true);
        Assert.Equal([NoticeKind.Day], (await bench.OpenAsync(5)).Select(n => n.Kind));
    }

    [Theory]
    [InlineData("2027-06", "2027-06-14", EventStatus.Planned, ChangeKind.Dated)]
    [InlineData("2027-06", "2027-07", EventStatus.Planned, ChangeKind.Moved)]
    [InlineData("2027-06-14", "2027-06-14T05:00:00Z", EventStatus.Planned, ChangeKind.Dated)]
    [InlineData("2027-06-14", "2027-06-14", EventStatus.Confirmed, ChangeKind.Confirmed)]
    [InlineData("2027-06-14", "2027-06-14", EventStatus.Cancelled, ChangeKind.Cancelled)]
    public async Task What_has_changed_is_told_by_its_name(string before, string after, EventStatus status, ChangeKind kind)
    {
        await using var bench = new PlanBench("2027-05-20T12:00Z", Made.Event("e", before));
        await bench.CatchUpAsync();
        await bench.SubscribeAsync(Made.Subscription(5));
        bench.Facts.Swap(Made.Event("e", after, status: status));
        await bench.CatchUpAsync(haveChanged: true);
        Assert.Equal(kind, Assert.Single(await bench.OpenAsync(5), n => n.Kind == NoticeKind.Change).Change!.Kind);
    }

    [Fact]
    public async Task A_new_event_is_told_and_one_that_vanishes_too_but_nothing_of_what_is_long_past()
    {
        await using var bench = new PlanBench("2027-05-20T12:00Z", Summit);
        await bench.CatchUpAsync();
        await bench.SubscribeAsync(Made.Subscription(5));
        bench.Facts.Swap(Made.Event("new", "2027-09-01"), Made.Event("history", "1999-09-14", status: EventStatus.Held), Made.Event("old-plan", "2026-01", status: EventStatus.Planned));
        await bench.CatchUpAsync(haveChanged: true);
        var news = (await bench.OpenAsync(5)).Where(n => n.Kind == NoticeKind.Change).Select(n => (n.Event, n.Change!.Kind)).Order();
        Assert.Equal([("new", ChangeKind.Added), ("summit", ChangeKind.Removed)], news);
        Assert.DoesNotContain(await bench.OpenAsync(5), n => n.Event == "summit" && n.Kind != NoticeKind.Change);
    }

    [Fact]
    public async Task The_first_start_tells_nobody_of_what_was_there_all_along()
    {
        await using var bench = new PlanBench("2027-05-20T12:00Z", Summit);
        await bench.Storage.SubscribeAsync(Made.Subscription(5), default);
        await bench.CatchUpAsync();
        Assert.DoesNotContain(await bench.OpenAsync(5), n => n.Kind == NoticeKind.Change);
    }

    [Fact]
    public async Task What_came_due_while_the_bot_was_stopped_for_weeks_is_there_after_the_start()
    {
        await using var bench = new PlanBench("2027-05-01T12:00Z", Summit);
        await bench.CatchUpAsync();
        await bench.SubscribeAsync(Made.Subscription(5, leads: Leads.Month | Leads.Week | Leads.Day));
        bench.Clock.SetUtcNow(PlanBench.At("2027-06-03T12:00Z"));
        await bench.RestartAsync();
        Assert.Equal([NoticeKind.Month, NoticeKind.Week, NoticeKind.Day], (await bench.OpenAsync(5)).Select(n => n.Kind));
    }

    [Fact]
    public async Task With_new_rules_of_the_time_zones_what_is_pending_is_planned_anew()
    {
        await using var bench = new PlanBench("2027-06-02T12:00Z", Summit);
        await bench.CatchUpAsync();
        await bench.SubscribeAsync(Made.Subscription(5, leads: Leads.Day));
        var pending = Assert.Single(await bench.OpenAsync(5));
        await bench.Storage.ApplyAsync([new(pending.To, [], [], [pending with { Due = pending.Due.AddHours(1), Nominal = pending.Nominal.AddHours(1) }])], default);
        await bench.RestartAsync();
        Assert.NotEqual(pending.Due, Assert.Single(await bench.OpenAsync(5)).Due);
        await bench.Storage.SetMarkAsync("tzdb", "an older one", default);
        await bench.RestartAsync();
        Assert.Equal(pending.Due, Assert.Single(await bench.OpenAsync(5)).Due);
    }

    [Fact]
    public async Task An_event_that_was_held_has_no_reminders_left_and_is_no_news()
    {
        await using var bench = new PlanBench("2027-06-02T12:00Z", Summit);
        await bench.CatchUpAsync();
        await bench.SubscribeAsync(Made.Subscription(5, leads: Leads.Day | Leads.Start));
        bench.Facts.Swap(Made.Event("summit", "2027-06-04", kind: EventKind.Summit, status: EventStatus.Held));
        await bench.CatchUpAsync(haveChanged: true);
        Assert.Empty(await bench.OpenAsync(5));
    }

    [Fact]
    public async Task A_subscription_that_could_not_be_planned_is_as_soon_as_the_storage_is_back()
    {
        await using var bench = new PlanBench("2027-06-01T08:00Z", Made.Event("summit", "2027-06-04"));
        await bench.Planner.StartAsync(default);
        await bench.UntilCaughtUpAsync();
        bench.Trouble.Fail(nameof(IOutbox.ApplyAsync));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => bench.SubscribeAsync(Made.Subscription(1, leads: Leads.Day)));
        await bench.UntilPlannedAsync(1, n => n is [{ Kind: NoticeKind.Day }]);
        await bench.Planner.StopAsync(default);
    }

    [Fact]
    public async Task A_chat_whose_new_zone_could_not_be_planned_is_as_soon_as_the_storage_is_back()
    {
        await using var bench = new PlanBench("2027-06-01T08:00Z", Made.Event("summit", "2027-06-04"));
        await bench.Planner.StartAsync(default);
        await bench.UntilCaughtUpAsync();
        await bench.SubscribeAsync(Made.Subscription(1, leads: Leads.Day));
        var before = Assert.Single(await bench.OpenAsync(1)).Due;
        await bench.Storage.SetZoneAsync(1, "Asia/Almaty", default);
        bench.Trouble.Fail(nameof(ISubscriptionStore.SubscriptionsOfAsync));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => bench.Planner.PlanChatAsync(1, default).AsTask());
        await bench.UntilPlannedAsync(1, n => n[0].Due != before);
        await bench.Planner.StopAsync(default);
    }
}
