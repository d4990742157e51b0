using Cica.Bot.Reminders;
using Cica.Bot.Storage;
using Cica.Knowledge.Model;

namespace Cica.Bot.Tests.Storage;

public abstract partial class StorageContract
{
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
        var one = Assert.Single(await Storage.ClaimDueAsync(Mine, Noon, 9, default));
        await Storage.RenewNoticesAsync(Mine with { Until = Noon.AddMinutes(10) }, [one.Id], default);
        Assert.Empty(await Storage.ClaimDueAsync(other, Noon.AddMinutes(9), 9, default));
        Assert.False(Assert.Single(await Storage.ClaimDueAsync(other, Noon.AddMinutes(10), 9, default)).MayRepeat);
    }

    [Fact]
    public async Task A_lease_is_kept_up_for_what_the_holder_names_and_has_only()
    {
        await Storage.SubscribeAsync(Wish("a", Here, Target.All), default);
        await Storage.SubscribeAsync(Wish("b", Topic, Target.All), default);
        await PlanAsync(Of("a", Here, "named", Noon), Of("a", Here, "not named", Noon));
        var mine = (await Storage.ClaimDueAsync(Mine, Noon, 9, default)).ToDictionary(n => n.Event, n => n.Id);
        await PlanAsync(Of("b", Topic, "another's", Noon));
        var another = Assert.Single(await Storage.ClaimDueAsync(new Lease("other", Noon.AddMinutes(2)), Noon, 9, default));
        await Storage.RenewNoticesAsync(Mine with { Until = Noon.AddMinutes(10) }, [mine["named"], another.Id, Guid.NewGuid()], default);
        Assert.Equal(["another's", "not named"], (await Storage.ClaimDueAsync(new Lease("third", Noon.AddHours(1)), Noon.AddMinutes(9), 9, default)).Select(n => n.Event).Order());
        Assert.Equal(["named"], (await Storage.ClaimDueAsync(new Lease("third", Noon.AddHours(1)), Noon.AddMinutes(10), 9, default)).Select(n => n.Event));
    }

    [Fact]
    public async Task A_notice_held_for_its_chat_is_not_due_when_a_lease_is_kept_up()
    {
        await Storage.SubscribeAsync(Wish("a", Here, Target.All), default);
        await PlanAsync(Of("a", Here, "1", Noon));
        var one = Assert.Single(await Storage.ClaimDueAsync(Mine, Noon, 9, default));
        await Storage.SwitchOffAsync(5, Noon, default);
        await Storage.RenewNoticesAsync(Mine with { Until = Noon.AddMinutes(10) }, [one.Id], default);
        Assert.Null(await Storage.NextDueAsync(default));
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

    private ValueTask PlanAsync(params Notice[] notices) => Storage.ApplyAsync([new PlanChange(notices[0].To, notices, [], [])], default);

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
