using Cica.Bot.Reminders;
using Cica.Bot.Storage;
using Cica.Playground.People;

namespace Cica.Bot.Tests.Talking.Reminding;

public sealed class SubscriptionsTests
{
    [Fact]
    public async Task The_list_shows_them_with_what_comes_next_and_each_can_be_changed_and_ended_there()
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        Assert.StartsWith(Facts.Text("remind.none"), (await bench.AskAsync(anna, "/subscriptions")).Text, StringComparison.Ordinal);
        await bench.SubscribeAsync(anna, "/subscribe anniversary week");
        await bench.SubscribeAsync(anna, "/subscribe CICA Day");

        var list = await bench.AskAsync(anna, "/subscriptions");
        Assert.Contains("\n1. CICA's anniversaries: a week before\n2. CICA Day, 5 October 2027: a week before, the day before, at the start\n", list.Text, StringComparison.Ordinal);
        Assert.Contains("• 29 November 2026, 09:00 (UTC): a week before, Anniversary of CICA's observer status", list.Text, StringComparison.Ordinal);

        await anna.Tap(anna.Private, list.MessageId, "2. CICA Day, 5 October 2027").AnswerAsync();
        var panel = await bench.ChangedAsync(anna.Private, list);
        Assert.StartsWith(Says.On("CICA Day, 5 October 2027"), panel.Text, StringComparison.Ordinal);
        await anna.Tap(anna.Private, panel.MessageId, Facts.Text("remind.button.stop")).AnswerAsync();
        var ended = await bench.ChangedAsync(anna.Private, panel);
        Assert.Equal($"{Says.Off("CICA Day, 5 October 2027")}\n{Facts.Text("remind.still").Replace("{what}", "CICA's anniversaries", StringComparison.Ordinal)}", ended.Text);
        Assert.Equal("anniversary", Assert.Single(await bench.Storage.SubscriptionsOfAsync(anna.Id, default)).Target.Text);

        var again = await bench.TapAsync(anna, anna.Private, ended, Facts.Text("remind.button.again"));
        Assert.StartsWith(Says.On("CICA Day, 5 October 2027"), again.Text, StringComparison.Ordinal);
        await anna.Tap(anna.Private, ended.MessageId, Facts.Text("remind.button.list")).AnswerAsync();
        Assert.StartsWith(Facts.Text("remind.list"), (await bench.ChangedAsync(anna.Private, ended)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/unsubscribe summit", "summit")]
    [InlineData("/unsubscribe Саммиты", "summit")]
    [InlineData("/unsubscribe cica-day", "anniversary-cica-day")]
    public async Task Unsubscribing_by_words_takes_effect_at_once(string typed, string target)
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        await bench.SubscribeAsync(anna, "/subscribe summit");
        await bench.SubscribeAsync(anna, "/subscribe CICA Day");
        await bench.AskAsync(anna, typed);
        Assert.DoesNotContain(target, (await bench.Storage.SubscriptionsOfAsync(anna.Id, default)).Select(s => s.Target.Text));
        Assert.Single(await bench.Storage.SubscriptionsOfAsync(anna.Id, default));
    }

    [Fact]
    public async Task Unsubscribing_without_words_offers_the_list_and_all_ends_all_of_them()
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        await bench.SubscribeAsync(anna, "/subscribe summit");
        await bench.SubscribeAsync(anna, "/subscribe CICA Day");
        var offer = await bench.AskAsync(anna, "/unsubscribe");
        Assert.StartsWith(Facts.Text("remind.list-remove"), offer.Text, StringComparison.Ordinal);
        await anna.Tap(anna.Private, offer.MessageId, "✖ CICA summits").AnswerAsync();
        Assert.Equal(Says.Off("CICA summits"), (await bench.ChangedAsync(anna.Private, offer)).Text);

        Assert.StartsWith(Facts.Text("remind.unknown-here"), (await bench.AskAsync(anna, "/unsubscribe from nonsense")).Text, StringComparison.Ordinal);
        Assert.StartsWith(Facts.Text("remind.not-subscribed").Replace("{what}", "CICA summits", StringComparison.Ordinal), (await bench.AskAsync(anna, "/unsubscribe summit")).Text, StringComparison.Ordinal);
        Assert.Single(await bench.Storage.SubscriptionsOfAsync(anna.Id, default));
        Assert.Equal(Facts.Text("remind.off-all").Replace("{count}", "1", StringComparison.Ordinal), (await bench.AskAsync(anna, "/unsubscribe all")).Text);
        Assert.Empty(await bench.Storage.SubscriptionsOfAsync(anna.Id, default));
    }

    [Fact]
    public async Task A_reminder_has_a_button_that_ends_it_and_stays_as_it_is()
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        await bench.SubscribeAsync(anna, "/subscribe anniversary-un-observer day start");
        await bench.AskAsync(anna, "/timezone UTC");
        await bench.StopAsync();
        bench.Clock.Advance(new DateTimeOffset(2026, 12, 5, 9, 0, 30, TimeSpan.Zero) - bench.Clock.GetUtcNow());
        var last = anna.Private.Transcript[^1].MessageId;
        await bench.StartAsync();

        var reminder = await anna.Private.NextFromBotAsync(last);
        Assert.Contains("Anniversary of CICA's observer status", reminder.Text, StringComparison.Ordinal);
        var ended = await bench.TapAsync(anna, anna.Private, reminder, Facts.Text("reminder.unsubscribe"));
        Assert.Equal(Says.Off("Anniversary of CICA's observer status at the UN General Assembly (2007), 6 December 2026"), ended.Text);
        Assert.Equal(reminder.Text, anna.Private.Transcript.Single(l => l.MessageId == reminder.MessageId).Text);
        Assert.Empty(await bench.Storage.SubscriptionsOfAsync(anna.Id, default));
        Assert.Equal(Facts.Text("remind.gone"), (await anna.Tap(anna.Private, reminder.MessageId, Facts.Text("reminder.unsubscribe")).AnswerAsync()).Text);
    }

    [Fact]
    public async Task What_could_not_be_delivered_stays_in_the_list_with_its_reason()
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        await bench.SubscribeAsync(anna, "/subscribe summit");
        var subscription = Assert.Single(await bench.Storage.SubscriptionsOfAsync(anna.Id, default));
        var notice = new Notice
        {
            Id = Guid.Parse("11111111-1111-1111-1111-111111111111"),
            To = subscription.To,
            Event = "anniversary-cica-day",
            Occurrence = 2027,
            Kind = NoticeKind.Day,
            // Not due: it would go out before it is noted as failed.
            Nominal = new(2027, 10, 4, 9, 0, 0, TimeSpan.Zero),
            Due = new(2027, 10, 4, 9, 0, 0, TimeSpan.Zero),
            Subscriptions = [subscription.Id],
            Language = "en",
        };
        await bench.Storage.ApplyAsync([new PlanChange(subscription.To, [notice], [], [])], default);
        await bench.Storage.EndAsync([new NoticeEnd(notice.Id, NoticeState.Failed, TalkBench.Now, "Bad Request: chat not found")], default);

        var list = await bench.AskAsync(anna, "/subscriptions");
        Assert.Contains($"{Facts.Text("remind.failed")}\n• 4 October 2027, 09:00 (UTC): the day before, CICA Day – Bad Request: chat not found", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_are_read_by_turning_pages()
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna", "ru");
        for (var i = 0; i < 10; i++)
            await bench.Storage.SubscribeAsync(new Subscription($"abcdefghij{i:00}", new Destination(anna.Id), Target.Of($"event-{i}"), Leads.Day) { By = anna.Id, Language = "ru", Since = TalkBench.Now.AddMinutes(i) }, default);
        var list = await bench.AskAsync(anna, "/subscriptions");
        Assert.Contains("8. event-7", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("event-8", list.Text, StringComparison.Ordinal);
        await anna.Tap(anna.Private, list.MessageId, "2/2 →").AnswerAsync();
        var next = await bench.ChangedAsync(anna.Private, list);
        Assert.Contains("9. event-8: за день\n10. event-9: за день", next.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mydata_holds_them_and_forget_erases_them_with_zone_and_quiet_hours()
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        await bench.SubscribeAsync(anna, "/subscribe CICA Day month day");
        await bench.AskAsync(anna, "/timezone Baku");
        await bench.AskAsync(anna, "/quiet 22-8");

        var file = await bench.AskAsync(anna, "/mydata");
        var text = await PersonalDataTests.ReadAsync(bench, file.Wire.Document!.FileId);
        Assert.Contains("anniversary-cica-day", text, StringComparison.Ordinal);
        Assert.Contains("Asia/Baku", text, StringComparison.Ordinal);
        Assert.Contains("\"Month, Day\"", text, StringComparison.Ordinal);
        Assert.Contains("22:00:00", text, StringComparison.Ordinal);
        Assert.Contains("the subscriptions, the time zone and the quiet hours", Facts.Text("ui.privacy"), StringComparison.Ordinal);
        Assert.Contains("подписки, часовой пояс и тихие часы", Facts.Text("ui.privacy", "ru"), StringComparison.Ordinal);

        var ask = await bench.AskAsync(anna, "/forget");
        await anna.Tap(anna.Private, ask.MessageId, Facts.Text("ui.forget-yes")).AnswerAsync();
        await bench.ChangedAsync(anna.Private, ask);
        Assert.Empty(await bench.Storage.SubscriptionsOfAsync(anna.Id, default));
        Assert.Equal((null, null), ((await bench.Storage.GetChatAsync(anna.Id, default)).Zone, (await bench.Storage.GetChatAsync(anna.Id, default)).Quiet));
        file = await bench.AskAsync(anna, "/mydata");
        Assert.Equal(Facts.Text("ui.mydata-none"), file.Text);
    }
}
