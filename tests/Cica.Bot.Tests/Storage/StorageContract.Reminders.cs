using Cica.Bot.Reminders;
using Cica.Bot.Storage;
using Cica.Knowledge.Model;

namespace Cica.Bot.Tests.Storage;

public abstract partial class StorageContract
{
    private static readonly Destination Here = new(5);
    private static readonly Destination Topic = new(-1005, 7);

    [Fact]
    public async Task A_subscription_lasts_as_it_was_made()
    {
        var made = await Storage.SubscribeAsync(Wish("aaaaaaaaaaaa", Topic, Target.Of(EventKind.Summit)), default);
        await AgainAsync();
        Assert.Equal(made, Assert.Single(await Storage.SubscriptionsOfAsync(-1005, default)));
        Assert.Equal(made, await Storage.GetSubscriptionAsync("aaaaaaaaaaaa", default));
        Assert.Equal((Topic, "summit", EventKind.Summit, Leads.Week | Leads.Day, 5L, "ru", Noon), (made.To, made.Target.Text, made.Target.Kind, made.Leads, made.By, made.Language, made.Since));
    }

    [Fact]
    public async Task Subscribing_again_to_the_same_replaces_it_and_keeps_its_id()
    {
        await Storage.SubscribeAsync(Wish("a", Here, Target.All), default);
        var again = await Storage.SubscribeAsync(Wish("b", Here, Target.All) with { Leads = Leads.Hour, Since = Noon.AddDays(1) }, default);
        await Storage.SubscribeAsync(Wish("c", Topic, Target.All), default);
        Assert.Equal(("a", Leads.Hour, Noon), (again.Id, again.Leads, again.Since));
        Assert.Equal([again], await Storage.SubscriptionsOfAsync(5, default));
        Assert.Equal((2, 2), (await Storage.CountSubscriptionsAsync(default), await Storage.CountSubscriptionsOfUserAsync(5, default)));
    }

    [Fact]
    public async Task Pages_hold_every_subscription_once_and_never_divide_a_destination()
    {
        for (var i = 0; i < 10; i++)
            for (var j = 0; j < 3; j++) await Storage.SubscribeAsync(Wish($"{i}-{j}", new Destination(100 + i), Target.Of($"event-{j}")), default);
        var seen = new List<string>();
        Destination? after = null;
        while (await Storage.PageOfSubscriptionsAsync(after, 4, default) is { Count: > 0 } page)
        {
            Assert.All(page.GroupBy(s => s.To), g => Assert.Equal(3, g.Count()));
            seen.AddRange(page.Select(s => s.Id));
            after = page.MaxBy(s => s.To.Chat)!.To;
        }
        Assert.Equal(30, seen.Count);
        Assert.Equal(30, seen.Distinct().Count());
    }

    [Fact]
    public async Task A_notice_lasts_as_it_was_planned()
    {
        await Storage.SubscribeAsync(Wish("a", Topic, Target.All), default);
        var change = new EventChange(ChangeKind.Moved, new EventDate(PartialDate.Of(2027, 6), null, EventStatus.Planned), new EventDate(PartialDate.Of(new DateOnly(2027, 7, 4)), Noon, EventStatus.Moved));
        var planned = Of("a", Topic, "event", Noon) with { Kind = NoticeKind.Change, Change = change, Occurrence = 2027, Revision = 3 };
        await PlanAsync(planned);
        await AgainAsync();
        var kept = Assert.Single(await Storage.OpenNoticesAsync([Topic, Here], default));
        Assert.Equal(planned with { Subscriptions = kept.Subscriptions }, kept);
        Assert.Equal(["a"], kept.Subscriptions);
    }

    [Fact]
    public async Task A_notice_can_exist_once_also_after_it_was_sent()
    {
        await Storage.SubscribeAsync(Wish("a", Here, Target.All), default);
        await PlanAsync(Of("a", Here, "event", Noon));
        await PlanAsync(Of("a", Here, "event", Noon.AddDays(1)));
        var one = Assert.Single(await Storage.ClaimDueAsync(Mine, Noon, 10, default));
        Assert.True(await Storage.BeginSendingAsync([one.Id], "me", default));
        await Storage.EndAsync([new NoticeEnd(one.Id, NoticeState.Sent, Noon)], default);
        await PlanAsync(Of("a", Here, "event", Noon));
        await AgainAsync();
        Assert.Empty(await Storage.OpenNoticesAsync([Here], default));
        Assert.Equal(1, (await Storage.CountNoticesAsync(default)).Sent);
    }

    [Fact]
    public async Task Nothing_is_planned_from_a_subscription_that_is_gone()
    {
        await PlanAsync(Of("a", Here, "event", Noon));
        Assert.Empty(await Storage.OpenNoticesAsync([Here], default));
    }

    [Fact]
    public async Task Unsubscribing_takes_along_what_comes_from_that_alone_also_what_is_claimed()
    {
        await Storage.SubscribeAsync(Wish("a", Here, Target.All), default);
        await Storage.SubscribeAsync(Wish("b", Here, Target.Of(EventKind.Summit)), default);
        var both = Of("a", Here, "event-2", Noon) with { Subscriptions = ["a", "b"] };
        await PlanAsync(Of("a", Here, "event-1", Noon), both);
        var claimed = await Storage.ClaimDueAsync(Mine, Noon, 10, default);
        Assert.Equal(2, claimed.Count);
        Assert.True(await Storage.UnsubscribeAsync("a", default));
        Assert.False(await Storage.UnsubscribeAsync("a", default));
        Assert.Equal([both.Id], (await Storage.OpenNoticesAsync([Here], default)).Select(n => n.Id));
        Assert.False(await Storage.BeginSendingAsync([.. claimed.Select(n => n.Id)], "me", default));
        Assert.True(await Storage.BeginSendingAsync([both.Id], "me", default));
        Assert.Equal(1, await Storage.UnsubscribeAllAsync(Here, default));
        await AgainAsync();
        Assert.Empty(await Storage.OpenNoticesAsync([Here], default));
        Assert.Empty(await Storage.SubscriptionsOfAsync(5, default));
    }

    [Fact]
    public async Task What_is_due_is_claimed_earliest_first_and_a_destination_whole()
    {
        await Storage.SubscribeAsync(Wish("a", Here, Target.All), default);
        await Storage.SubscribeAsync(Wish("t", Topic, Target.All), default);
        await PlanAsync(Of("a", Here, "1", Noon.AddHours(-3)), Of("a", Here, "2", Noon), Of("a", Here, "3", Noon.AddSeconds(1)));
        await PlanAsync(Of("t", Topic, "4", Noon.AddHours(-2)));
        Assert.Equal(Noon.AddHours(-3), await Storage.NextDueAsync(default));
        Assert.Equal(["1", "2"], (await Storage.ClaimDueAsync(Mine, Noon, 1, default)).Select(n => n.Event));
        Assert.Equal(["4"], (await Storage.ClaimDueAsync(Mine, Noon, 1, default)).Select(n => n.Event));
        Assert.Empty(await Storage.ClaimDueAsync(Mine, Noon, 1, default));
        Assert.Equal(Noon.AddSeconds(1), await Storage.NextDueAsync(default));
    }

    [Fact]
    public async Task A_claimed_notice_nobody_else_gets_until_the_lease_ends()
    {
        await Storage.SubscribeAsync(Wish("a", Here, Target.All), default);
        await PlanAsync(Of("a", Here, "1", Noon));
        var other = new Lease("other", Noon.AddHours(1));
        Assert.Single(await Storage.ClaimDueAsync(Mine, Noon, 9, default));
        await Storage.RenewNoticesAsync(Mine with { Until = Noon.AddMinutes(10) }, default);
        Assert.Empty(await Storage.ClaimDueAsync(other, Noon.AddMinutes(9), 9, default));
        Assert.False(Assert.Single(await Storage.ClaimDueAsync(other, Noon.AddMinutes(10), 9, default)).MayRepeat);
    }

    [Fact]
    public async Task Found_on_its_way_after_a_restart_a_notice_may_be_a_repeat_and_only_then()
    {
        await Storage.SubscribeAsync(Wish("a", Here, Target.All), default);
        await PlanAsync(Of("a", Here, "claimed", Noon), Of("a", Here, "sending", Noon), Of("a", Here, "sent", Noon));
        var claimed = (await Storage.ClaimDueAsync(Mine, Noon, 9, default)).ToDictionary(n => n.Event, n => n.Id);
        Assert.True(await Storage.BeginSendingAsync([claimed["sending"], claimed["sent"]], "me", default));
        await Storage.EndAsync([new NoticeEnd(claimed["sent"], NoticeState.Sent, Noon)], default);
        await AgainAsync();
        var again = await Storage.ClaimDueAsync(new Lease("next", Noon.AddHours(1)), Noon, 9, default);
        Assert.Equal([("claimed", false), ("sending", true)], again.Select(n => (n.Event, n.MayRepeat)).Order());
    }

    [Fact]
    public async Task A_failure_is_kept_with_its_reason_and_what_is_tried_again_has_its_time()
    {
        await Storage.SubscribeAsync(Wish("a", Here, Target.All), default);
        await PlanAsync(Of("a", Here, "1", Noon), Of("a", Here, "2", Noon));
        var claimed = await Storage.ClaimDueAsync(Mine, Noon, 9, default);
        await Storage.EndAsync([new NoticeEnd(claimed[0].Id, NoticeState.Failed, Noon.AddMinutes(1), "400 no"), new NoticeEnd(claimed[1].Id, NoticeState.Pending, Noon.AddMinutes(2), "cut", MayRepeat: true)], default);
        await AgainAsync();
        var failed = Assert.Single(await Storage.FailuresAsync(null, 9, default));
        Assert.Equal(("400 no", NoticeState.Failed, Noon.AddMinutes(1)), (failed.Why, failed.State, failed.Ended));
        Assert.Equal(failed.Id, Assert.Single(await Storage.FailuresAsync(5, 9, default)).Id);
        Assert.Empty(await Storage.FailuresAsync(-1005, 9, default));
        Assert.Equal(new OutboxFigures(1, 0, 0, 0, 1), await Storage.CountNoticesAsync(default));
        var again = Assert.Single(await Storage.NextNoticesAsync(5, 9, default));
        Assert.Equal((1, true, "cut"), (again.Failures, again.MayRepeat, again.Why));
    }

    [Fact]
    public async Task A_chat_that_shuts_the_bot_out_has_its_notices_held_until_it_comes_back()
    {
        await Storage.SubscribeAsync(Wish("a", Here, Target.All), default);
        await PlanAsync(Of("a", Here, "1", Noon));
        var one = Assert.Single(await Storage.ClaimDueAsync(Mine, Noon, 9, default));
        await Storage.SwitchOffAsync(5, Noon, default);
        Assert.False(await Storage.BeginSendingAsync([one.Id], "me", default));
        await Storage.EndAsync([new NoticeEnd(one.Id, NoticeState.Pending, Noon, "403 blocked")], default);
        await PlanAsync(Of("a", Here, "2", Noon));
        await AgainAsync();
        Assert.Null(await Storage.NextDueAsync(default));
        Assert.Empty(await Storage.ClaimDueAsync(Mine, Noon.AddDays(1), 9, default));
        Assert.Equal(new OutboxFigures(0, 2, 0, 0, 0), await Storage.CountNoticesAsync(default));
        await Storage.SwitchOnAsync(5, default);
        Assert.Equal(["1", "2"], (await Storage.ClaimDueAsync(Mine, Noon.AddDays(1), 9, default)).Select(n => n.Event).Order());
    }

    [Fact]
    public async Task A_group_that_moves_takes_subscriptions_and_notices_along_sent_ones_too()
    {
        await Storage.SubscribeAsync(Wish("a", new Destination(-9), Target.All), default);
        await PlanAsync(Of("a", new Destination(-9), "1", Noon), Of("a", new Destination(-9), "2", Noon));
        var claimed = await Storage.ClaimDueAsync(Mine, Noon, 9, default);
        await Storage.EndAsync([new NoticeEnd(claimed[0].Id, NoticeState.Sent, Noon)], default);
        await Storage.MoveChatAsync(-9, -1009, default);
        Assert.Equal("a", Assert.Single(await Storage.SubscriptionsOfAsync(-1009, default)).Id);
        Assert.Empty(await Storage.SubscriptionsOfAsync(-9, default));
        // Whoever has claimed one goes on with it.
        Assert.True(await Storage.BeginSendingAsync([claimed[1].Id], "me", default));
        await PlanAsync(Of("a", new Destination(-1009), "1", Noon));
        await AgainAsync();
        Assert.Equal(claimed[1].Id, Assert.Single(await Storage.OpenNoticesAsync([new Destination(-1009)], default)).Id);
    }

    [Fact]
    public async Task The_plan_moves_and_drops_what_is_not_sent_yet()
    {
        await Storage.SubscribeAsync(Wish("a", Here, Target.All), default);
        Notice[] planned = [Of("a", Here, "moved", Noon), Of("a", Here, "dropped", Noon), Of("a", Here, "sent", Noon)];
        await PlanAsync(planned);
        var sent = (await Storage.ClaimDueAsync(Mine, Noon, 9, default)).Single(n => n.Event == "sent");
        await Storage.EndAsync([new NoticeEnd(sent.Id, NoticeState.Sent, Noon)], default);
        await Storage.ApplyAsync([new PlanChange(Here, [], [planned[1].Id, sent.Id], [planned[0] with { Due = Noon.AddDays(2), Nominal = Noon.AddDays(1) }, sent with { Due = Noon.AddDays(2) }])], default);
        await AgainAsync();
        var moved = Assert.Single(await Storage.OpenNoticesAsync([Here], default));
        Assert.Equal((planned[0].Id, Noon.AddDays(2), Noon.AddDays(1)), (moved.Id, moved.Due, moved.Nominal));
        Assert.Equal(Noon.AddDays(2), await Storage.NextDueAsync(default));
        Assert.Equal(1, (await Storage.CountNoticesAsync(default)).Sent);
    }

    [Fact]
    public async Task What_has_ended_is_thrown_away_after_its_time()
    {
        await Storage.SubscribeAsync(Wish("a", Here, Target.All), default);
        await PlanAsync(Of("a", Here, "sent", Noon), Of("a", Here, "failed", Noon), Of("a", Here, "open", Noon));
        var claimed = (await Storage.ClaimDueAsync(Mine, Noon, 9, default)).ToDictionary(n => n.Event, n => n.Id);
        await Storage.EndAsync([new NoticeEnd(claimed["sent"], NoticeState.Sent, Noon), new NoticeEnd(claimed["failed"], NoticeState.Failed, Noon, "no")], default);
        await Storage.SweepAsync(Noon + IOutbox.SentLife, default);
        Assert.Equal((0, 1), (await Storage.CountNoticesAsync(default)) is var soon ? (soon.Sent, soon.Failed) : default);
        await Storage.SweepAsync(Noon + IOutbox.FailedLife, default);
        Assert.Equal(0, (await Storage.CountNoticesAsync(default)).Failed);
        Assert.Single(await Storage.OpenNoticesAsync([Here], default));
    }

    [Fact]
    public async Task What_was_told_of_an_event_lasts()
    {
        var told = new ToldEvent("event", new EventDate(PartialDate.Of(2027), null, EventStatus.Planned))
        {
            Kind = EventKind.Cbm,
            Titles = new Dictionary<string, string> { ["en"] = "Meeting", ["ru"] = "Встреча" },
            Revision = 2,
            Changes = 4,
            Telling = new EventChange(ChangeKind.Added, null, new EventDate(PartialDate.Of(2027, 3), Noon, EventStatus.Confirmed)),
            IsGone = true,
        };
        await Storage.TellAsync([told], default);
        await AgainAsync();
        var kept = Assert.Single(await Storage.ToldEventsAsync(default));
        Assert.Equal(told with { Titles = kept.Titles }, kept);
        Assert.Equal(told.Titles, kept.Titles);
    }

    [Fact]
    public async Task Quiet_hours_last_and_go_with_the_chat()
    {
        var quiet = new QuietHours(new TimeOnly(22, 30), new TimeOnly(7, 0));
        await Storage.SetQuietHoursAsync(-9, quiet, default);
        await Storage.MoveChatAsync(-9, -1009, default);
        await AgainAsync();
        Assert.Equal(quiet, (await Storage.GetChatAsync(-1009, default)).Quiet);
        await Storage.SetQuietHoursAsync(-1009, null, default);
        Assert.Equal(new ChatState(-1009), await Storage.GetChatAsync(-1009, default));
    }

    [Fact]
    public async Task Forgetting_a_person_takes_their_reminders_and_their_name_from_a_group_s()
    {
        await Storage.SubscribeAsync(Wish("a", Here, Target.All), default);
        await Storage.SubscribeAsync(Wish("g", Topic, Target.All), default);
        await PlanAsync(Of("a", Here, "1", Noon));
        var all = await Storage.ExportAsync(5, default);
        Assert.Equal(["notices", "subscriptions"], all.Keys.Order());
        Assert.Equal(2, Assert.IsAssignableFrom<IReadOnlyList<Subscription>>(all["subscriptions"]).Count);
        await Storage.ForgetAsync(5, default);
        await AgainAsync();
        Assert.Empty(await Storage.ExportAsync(5, default));
        Assert.Empty(await Storage.OpenNoticesAsync([Here], default));
        Assert.Null(Assert.Single(await Storage.SubscriptionsOfAsync(-1005, default)).By);
        Assert.Equal(0, await Storage.CountSubscriptionsOfUserAsync(5, default));
    }

    [Fact]
    public async Task Thousands_of_notices_planned_at_once_are_all_there_and_all_claimed()
    {
        var places = Enumerable.Range(1, 3_000).Select(i => new Destination(i)).ToList();
        await Task.WhenAll(places.Select(p => Storage.SubscribeAsync(Wish($"s{p.Chat}", p, Target.All), default).AsTask()));
        await Storage.ApplyAsync([.. places.Select(p => new PlanChange(p, [Of($"s{p.Chat}", p, "1", Noon), Of($"s{p.Chat}", p, "2", Noon)], [], []))], default);
        var claimed = new HashSet<Guid>();
        while (await Storage.ClaimDueAsync(Mine, Noon, 500, default) is { Count: > 0 } some) Assert.All(some, n => Assert.True(claimed.Add(n.Id)));
        Assert.Equal(6_000, claimed.Count);
    }

    private ValueTask PlanAsync(params Notice[] notices) => Storage.ApplyAsync([new PlanChange(notices[0].To, notices, [], [])], default);

    private static Subscription Wish(string id, Destination to, Target target) => new(id, to, target, Leads.Week | Leads.Day) { By = 5, Language = "ru", Since = Noon };

    private static Notice Of(string subscription, Destination to, string eventId, DateTimeOffset due) => new()
    {
        Id = Guid.NewGuid(),
        To = to,
        Event = eventId,
        Revision = 1,
        Kind = NoticeKind.Day,
        Nominal = due,
        Due = due,
        Subscriptions = [subscription],
        Language = "en",
    };
}
