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
        foreach (var part in places.Chunk(500)) await Storage.ApplyAsync([.. part.Select(p => new PlanChange(p, [Of($"s{p.Chat}", p, "1", Noon), Of($"s{p.Chat}", p, "2", Noon)], [], []))], default);
        var claimed = new HashSet<Guid>();
        while (await Storage.ClaimDueAsync(Mine, Noon, 500, default) is { Count: > 0 } some) Assert.All(some, n => Assert.True(claimed.Add(n.Id)));
        Assert.Equal(6_000, claimed.Count);
    }

    private static Subscription Wish(string id, Destination to, Target target) => new(id, to, target, Leads.Week | Leads.Day) { By = 5, Language = "ru", Since = Noon };
}
