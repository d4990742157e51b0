using Cica.Bot.Reminders;
using Cica.Playground.People;
using Telegram.Bot;
using Telegram.Bot.Types.ReplyMarkups;

namespace Cica.Bot.Tests.Talking.Reminding;

public sealed class SubscribeTests
{
    [Fact]
    public async Task A_subscription_is_confirmed_with_what_comes_next_and_survives_the_process()
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        var answer = await bench.SubscribeAsync(anna, "/subscribe anniversary-un-observer month week");

        Assert.StartsWith(Says.On("Anniversary of CICA's observer status at the UN General Assembly (2007), 6 December 2026"), answer.Text, StringComparison.Ordinal);
        Assert.Contains("• 6 November 2026, 09:00 (UTC): a month before", answer.Text, StringComparison.Ordinal);
        Assert.Contains("• 29 November 2026, 09:00 (UTC): a week before", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("5 December", answer.Text, StringComparison.Ordinal);
        Assert.Contains(Facts.Text("remind.utc"), answer.Text, StringComparison.Ordinal);

        await bench.RestartAsync();
        var kept = Assert.Single(await bench.Storage.SubscriptionsOfAsync(anna.Id, default));
        Assert.Equal((Target.Of("anniversary-un-observer"), Leads.Month | Leads.Week, anna.Id), (kept.Target, kept.Leads, kept.By));
    }

    [Theory]
    [InlineData("all", "all", Leads.Default)]
    [InlineData("всё", "all", Leads.Default)]
    [InlineData("summit", "summit", Leads.Default)]
    [InlineData("Summits day", "summit", Leads.Day)]
    [InlineData("саммиты за месяц и за неделю", "summit", Leads.Month | Leads.Week)]
    [InlineData("годовщины час, начало", "anniversary", Leads.Hour | Leads.Start)]
    [InlineData("CICA Day", "anniversary-cica-day", Leads.Default)]
    [InlineData("CICA Day day", "anniversary-cica-day", Leads.Day)]
    [InlineData("День СВМДА", "anniversary-cica-day", Leads.Default)]
    [InlineData("cica-day [month]", "anniversary-cica-day", Leads.Month)]
    [InlineData("EVENT-SUMMIT-7 hour", "event-summit-7", Leads.Hour)]
    [InlineData("seventh summit", "event-summit-7", Leads.Default)]
    [InlineData("Алматинский акт", "anniversary-almaty-act", Leads.Default)]
    public async Task What_is_wanted_may_be_said_in_words(string typed, string target, Leads leads)
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        await bench.SubscribeAsync(anna, "/subscribe " + typed);
        var kept = Assert.Single(await bench.Storage.SubscriptionsOfAsync(anna.Id, default));
        Assert.Equal((target, leads), (kept.Target.Text, kept.Leads));
    }

    [Theory]
    [InlineData("Remind me of summits", "summit", Leads.Default, "en")]
    [InlineData("please remind me about CICA Day a week before", "anniversary-cica-day", Leads.Week, "en")]
    [InlineData("Напомни мне о саммитах за месяц", "summit", Leads.Month, "ru")]
    public async Task And_also_without_a_command(string said, string target, Leads leads, string language)
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        var answer = await bench.SubscribeAsync(anna, said);
        var kept = Assert.Single(await bench.Storage.SubscriptionsOfAsync(anna.Id, default));
        Assert.Equal((target, leads, language), (kept.Target.Text, kept.Leads, kept.Language));
        Assert.StartsWith(Facts.Text("remind.on", language)[..10], answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_buttons_under_an_event_answer_subscribe_and_toggle_leads()
    {
        await using var bench = await TalkBench.OpenAsync();
        var boris = bench.People.NewPerson("Борис", "ru");
        var answer = await bench.AskAsync(boris, "Когда День СВМДА?");
        var confirmed = await bench.TapAsync(boris, boris.Private, answer, Facts.Text("remind.button", "ru"));
        Assert.StartsWith("Напоминания включены: День СВМДА, 5 октября 2027 года.", confirmed.Text, StringComparison.Ordinal);
        Assert.Contains("28 сентября 2027 года, 09:00 (UTC)", confirmed.Text, StringComparison.Ordinal);
        Assert.Contains("✓ " + Facts.Text("remind.lead.week", "ru"), confirmed.Buttons.SelectMany(r => r));

        await boris.Tap(boris.Private, confirmed.MessageId, "✓ " + Facts.Text("remind.lead.week", "ru")).AnswerAsync();
        var changed = await bench.ChangedAsync(boris.Private, confirmed);
        Assert.DoesNotContain("28 сентября", changed.Text, StringComparison.Ordinal);
        Assert.Contains("4 октября 2027 года", changed.Text, StringComparison.Ordinal);
        Assert.Equal(Leads.Day | Leads.Start, Assert.Single(await bench.Storage.SubscriptionsOfAsync(boris.Id, default)).Leads);
    }

    [Fact]
    public async Task An_answer_that_tells_of_many_events_asks_of_which_and_once_more_changes_nothing()
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        var answer = await bench.AskAsync(anna, "/events");
        var offer = await bench.TapAsync(anna, anna.Private, answer, Facts.Text("remind.button"));
        Assert.Equal(Facts.Text("remind.ask"), offer.Text);

        await bench.SubscribeAsync(anna, "/subscribe summit hour");
        var confirmed = await bench.TapAsync(anna, anna.Private, offer, Facts.Text("remind.target.summit.short"));
        Assert.StartsWith(Says.On(Facts.Text("remind.target.summit")), confirmed.Text, StringComparison.Ordinal);
        Assert.Equal(Leads.Hour, Assert.Single(await bench.Storage.SubscriptionsOfAsync(anna.Id, default)).Leads);
    }

    [Fact]
    public async Task A_card_of_an_event_leads_whoever_reads_it_to_a_reminder_in_private()
    {
        await using var bench = await TalkBench.OpenAsync();
        var (anna, boris) = (bench.People.NewPerson("Anna"), bench.People.NewPerson("Boris"));
        var group = bench.People.NewSupergroup("Strangers", anna, members: boris);
        var list = await anna.TypeInline(group, "When is CICA Day?").ListAsync();
        var sent = anna.Choose(list, list.Results[0].Id);

        var link = Assert.Single(Assert.Single(sent.ReplyMarkup!.InlineKeyboard)).Url!;
        Assert.Equal("https://t.me/playground_bot?start=sub_anniversary-cica-day", link);
        var said = boris.Start(link.Split("start=")[1]);
        Assert.StartsWith(Says.On("CICA Day, 5 October 2027"), (await boris.Private.NextFromBotAsync(said.MessageId)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lead_that_has_passed_is_skipped_and_said()
    {
        await using var bench = await TalkBench.OpenAsync();
        bench.Clock.Advance(TimeSpan.FromDays(10));
        var anna = bench.People.NewPerson("Anna");
        var answer = await bench.SubscribeAsync(anna, "/subscribe anniversary-un-observer month week");
        Assert.Contains("Already past, so not sent: 6 November 2026, 09:00 (UTC): a month before", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("• 6 November 2026", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_without_a_day_is_reminded_of_when_it_begins_and_no_day_is_invented()
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        var answer = await bench.SubscribeAsync(anna, "/subscribe year-end-2026 month week day");
        Assert.Contains("• 1 December 2026, 09:00 (UTC): " + Facts.Text("remind.why.period"), answer.Text, StringComparison.Ordinal);
        Assert.Equal(1, answer.Text.Split('\n').Count(l => l.StartsWith('•')));
        Assert.Contains("Not announced.", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_group_only_administrators_subscribe_an_anonymous_one_included_and_a_topic_is_its_own()
    {
        await using var bench = await TalkBench.OpenAsync();
        var (anna, boris, clara) = (bench.People.NewPerson("Anna"), bench.People.NewPerson("Boris"), bench.People.NewPerson("Clara"));
        var forum = bench.People.NewSupergroup("Forum", anna, isForum: true, members: [boris, clara]);
        forum.AddBot(anna);
        await forum.NextFromBotAsync();
        forum.Promote(clara, anna, anonymous: true);
        var topic = forum.OpenTopic("Summit", anna);

        Assert.Equal(Facts.Text("remind.only-admins"), (await bench.SubscribeAsync(boris, forum, "/subscribe@playground_bot all")).Text);
        Assert.StartsWith(Says.On(Facts.Text("remind.target.all")), (await bench.SubscribeAsync(clara, forum, "/subscribe@playground_bot all")).Text, StringComparison.Ordinal);
        var inTopic = await bench.SubscribeAsync(anna, forum, "/subscribe@playground_bot summit", topic);
        Assert.Equal(topic, inTopic.Topic);
        Assert.Equal([null, topic], (await bench.Storage.SubscriptionsOfAsync(forum.Id, default)).Select(s => s.To.Topic));

        Assert.Equal(Facts.Text("ui.only-admins"), (await boris.Tap(forum, inTopic.MessageId, Facts.Text("remind.button.stop")).AnswerAsync()).Text);
        Assert.Equal(Facts.Text("ui.only-admins"), (await boris.Tap(forum, inTopic.MessageId, Facts.Text("remind.lead.hour")).AnswerAsync()).Text);
        Assert.Equal(2, (await bench.Storage.SubscriptionsOfAsync(forum.Id, default)).Count);
    }

    [Theory]
    [InlineData("/subscribe the olympic games", "the olympic games")]
    [InlineData("/subscribe <b>x</b> & \"y\"", "<b>x</b> & \"y\"")]
    [InlineData("/start sub_..", "..")]
    [InlineData("/start sub_$where:1", "$where:1")]
    [InlineData("/start sub_all'--", "all'--")]
    [InlineData("/start sub_<b>all</b>", "<b>all</b>")]
    [InlineData("/start sub_all week", "all week")]
    [InlineData("/start sub_../../events.yaml", "../../events.yaml")]
    [InlineData("/start sub_событие", "событие")]
    [InlineData("/start sub_123456789012345678901234567890123456789012345678901234567890", "123456789012345678901234567890123456789012345678901234567890")]
    public async Task What_is_no_event_is_said_as_it_was_typed_and_nothing_changes(string typed, string shown)
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        var answer = await bench.AskAsync(anna, typed);
        Assert.Equal(Facts.Text("remind.unknown").Replace("{words}", shown, StringComparison.Ordinal), answer.Text);
        Assert.Contains(Facts.Text("remind.target.all.short"), answer.Buttons.SelectMany(r => r));
        Assert.Empty(await bench.Storage.SubscriptionsOfAsync(anna.Id, default));
    }

    [Fact]
    public async Task A_link_that_names_nothing_asks_of_what()
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        Assert.Equal(Facts.Text("remind.ask"), (await bench.AskAsync(anna, "/start sub_")).Text);
        Assert.Empty(await bench.Storage.SubscriptionsOfAsync(anna.Id, default));
    }

    [Fact]
    public async Task A_slip_of_the_keyboard_is_offered_as_a_button()
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        var answer = await bench.SubscribeAsync(anna, "/subscribe anniversary-cica-dya");
        Assert.Contains("CICA Day, 5 October 2027", answer.Buttons[0]);
        var confirmed = await bench.TapAsync(anna, anna.Private, answer, "CICA Day, 5 October 2027");
        Assert.StartsWith(Says.On("CICA Day, 5 October 2027"), confirmed.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/subscribe all yesterday", "yesterday")]
    [InlineData("/subscribe summit week fortnight", "fortnight")]
    public async Task A_lead_that_is_none_is_named_and_nothing_changes(string typed, string word)
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        Assert.Equal(Facts.Text("remind.no-lead").Replace("{word}", word, StringComparison.Ordinal), (await bench.AskAsync(anna, typed)).Text);
        Assert.Empty(await bench.Storage.SubscriptionsOfAsync(anna.Id, default));
    }

    [Fact]
    public async Task What_is_over_is_said_to_be_over_and_what_is_to_come_is_offered()
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        var answer = await bench.SubscribeAsync(anna, "/subscribe event-ministerial-7");
        Assert.StartsWith("Seventh CICA Ministerial Council meeting is over (17 December 2024)", answer.Text, StringComparison.Ordinal);
        Assert.Equal([[Facts.Text("remind.target.ministerial.short")], [Facts.Text("remind.target.all.short")]], answer.Buttons);
        Assert.Empty(await bench.Storage.SubscriptionsOfAsync(anna.Id, default));
    }

    [Fact]
    public async Task More_than_a_hundred_of_one_user_are_kindly_declined_and_the_others_kept()
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        for (var i = 0; i < 100; i++)
            await bench.Storage.SubscribeAsync(new Subscription($"abcdefghi{i:000}", new Destination(anna.Id), Target.Of($"event-{i}"), Leads.Day) { By = anna.Id, Language = "en", Since = TalkBench.Now }, default);
        var answer = await bench.SubscribeAsync(anna, "/subscribe all");
        Assert.Equal(Facts.Text("remind.too-many").Replace("{most}", "100", StringComparison.Ordinal), answer.Text);
        Assert.Equal(100, await bench.Storage.CountSubscriptionsOfUserAsync(anna.Id, default));
    }

    [Fact]
    public async Task While_the_storage_is_down_nothing_is_claimed_and_nothing_that_stands_is_lost()
    {
        await using var bench = await TalkBench.OpenAsync();
        bench.Tolerant = true;
        var anna = bench.People.NewPerson("Anna");
        var panel = await bench.SubscribeAsync(anna, "/subscribe summit");
        var answer = await bench.AskAsync(anna, "When is CICA Day?");
        var trouble = Facts.Text("ui.storage-trouble");

        bench.IsStorageDown = true;
        foreach (var typed in new[] { "/subscribe all", "/start sub_anniversary-cica-day", "remind me of CICA Day", "/unsubscribe summit" })
            Assert.Equal(trouble, (await bench.AskAsync(anna, typed)).Text);
        Assert.Equal(trouble, (await bench.TapAsync(anna, anna.Private, answer, Facts.Text("remind.button"))).Text);
        foreach (var button in new[] { Facts.Text("remind.lead.hour"), Facts.Text("remind.button.stop") })
            Assert.Equal(trouble, (await anna.Tap(anna.Private, panel.MessageId, button).AnswerAsync()).Text);
        Assert.Equal(panel.Text, anna.Private.Transcript.Single(l => l.MessageId == panel.MessageId).Text);

        bench.IsStorageDown = false;
        bench.Clock.Advance(TimeSpan.FromSeconds(2));
        await bench.RestartAsync();
        var kept = Assert.Single(await bench.Storage.SubscriptionsOfAsync(anna.Id, default));
        Assert.Equal((Target.Of(Cica.Knowledge.Model.EventKind.Summit), Leads.Default), (kept.Target, kept.Leads));
        Assert.StartsWith(Says.On(Facts.Text("remind.target.all")), (await bench.AskAsync(anna, "/subscribe all")).Text, StringComparison.Ordinal);
        Assert.Equal(2, (await bench.Storage.SubscriptionsOfAsync(anna.Id, default)).Count);
    }

    [Fact]
    public async Task A_tap_that_came_twice_or_with_data_of_nobodys_does_no_harm()
    {
        await using var bench = await TalkBench.OpenAsync();
        var (anna, boris) = (bench.People.NewPerson("Anna"), bench.People.NewPerson("Boris"));
        await bench.SubscribeAsync(anna, "/subscribe summit");
        await bench.SubscribeAsync(boris, "/subscribe summit");
        var id = Assert.Single(await bench.Storage.SubscriptionsOfAsync(anna.Id, default)).Id;
        var others = Assert.Single(await bench.Storage.SubscriptionsOfAsync(boris.Id, default)).Id;
        var client = new TelegramBotClient(new TelegramBotClientOptions(bench.Server.Token, bench.Server.Url.ToString()));

        async Task<string?> TapAsync(string data)
        {
            var forged = await client.SendMessage(anna.Id, "a message", replyMarkup: new InlineKeyboardMarkup(InlineKeyboardButton.WithCallbackData("Tap", data)));
            return (await anna.Tap(anna.Private, forged.Id, "Tap").AnswerAsync()).Text;
        }

        foreach (var data in new[] { "1den1f", "1denzz" + id, "1denff" + id, "1zenAtlantis", "1qen25:00-26:00", "1iengg", "1cen$(id)" })
            Assert.Equal(Facts.Text("ui.old-button"), await TapAsync(data));
        // What is another's, or is no more, cannot be touched.
        foreach (var data in new[] { "1den01" + others, "1ven" + others, "1uen" + others, "1oen" + others, "1oen' or 1", "1den1f" + new string('z', 50), "1ven" })
            Assert.Equal(Facts.Text("remind.gone"), await TapAsync(data));
        Assert.Equal(Leads.Default, (await bench.Storage.GetSubscriptionAsync(others, default))!.Leads);

        // The same leads twice: the second tap finds nothing to change.
        Assert.Null(await TapAsync("1den01" + id));
        Assert.Null(await TapAsync("1den01" + id));
        Assert.Equal(Leads.Month, (await bench.Storage.GetSubscriptionAsync(id, default))!.Leads);
    }
}
