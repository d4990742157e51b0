using Cica.Bot.Reminders;

namespace Cica.Bot.Tests.Talking.Reminding;

public sealed class ZoneTests
{
    [Fact]
    public async Task The_first_subscription_asks_for_the_zone_and_a_city_written_then_sets_it()
    {
        await using var bench = await TalkBench.OpenAsync();
        var boris = bench.People.NewPerson("Борис", "ru");
        var confirmed = await bench.SubscribeAsync(boris, "/subscribe День СВМДА неделя");
        Assert.Contains("28 сентября 2027 года, 09:00 (UTC)", confirmed.Text, StringComparison.Ordinal);
        var ask = await boris.Private.NextFromBotAsync(confirmed.MessageId);
        Assert.Equal(Facts.Text("zone.ask", "ru"), ask.Text);
        Assert.Contains("Баку (UTC+4)", ask.Buttons.SelectMany(r => r));

        Assert.Equal(Set("Баку (UTC+4)", "13:00", "ru"), (await bench.AskAsync(boris, "в Баку")).Text);
        Assert.Equal("Asia/Baku", (await bench.Storage.GetChatAsync(boris.Id, default)).Zone);

        // It is asked once, and what is written later is a question again.
        var second = await bench.SubscribeAsync(boris, "/subscribe саммиты");
        Assert.Contains("Баку (UTC+4)", second.Text, StringComparison.Ordinal);
        Assert.Equal(Facts.Answer("Ташкент", "ru"), (await bench.AskAsync(boris, "Ташкент")).Text);
        Assert.Equal("Asia/Baku", (await bench.Storage.GetChatAsync(boris.Id, default)).Zone);
    }

    [Fact]
    public async Task A_question_asked_instead_is_answered()
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        await bench.AskAsync(anna, "/timezone");
        Assert.Equal(Facts.Answer("who chairs CICA?"), (await bench.AskAsync(anna, "who chairs CICA?")).Text);
        Assert.Equal(Set("UTC+5:30", "14:30"), (await bench.AskAsync(anna, "+5:30")).Text);
    }

    [Theory]
    [InlineData("Astana", "Asia/Almaty")]
    [InlineData("в Астане", "Asia/Almaty")]
    [InlineData("Казахстан", "Asia/Almaty")]
    [InlineData("America/New_York", "America/New_York")]
    [InlineData("UTC-3", "UTC-03")]
    public async Task A_zone_is_set_by_city_state_name_or_offset(string typed, string id)
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        await bench.AskAsync(anna, "/timezone " + typed);
        Assert.Equal(id, (await bench.Storage.GetChatAsync(anna.Id, default)).Zone);
    }

    [Fact]
    public async Task What_may_be_several_is_chosen_by_a_button_and_pending_reminders_move_along()
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        await bench.SubscribeAsync(anna, "/subscribe anniversary-un-observer day");
        var ask = await bench.AskAsync(anna, "/timezone IST");
        Assert.Equal(Facts.Text("zone.which"), ask.Text);
        await anna.Tap(anna.Private, ask.MessageId, "Kolkata (UTC+5:30)").AnswerAsync();
        Assert.Equal(Set("Kolkata (UTC+5:30)", "14:30"), (await bench.ChangedAsync(anna.Private, ask)).Text);

        var list = await bench.AskAsync(anna, "/subscriptions");
        Assert.Contains("• 5 December 2026, 09:00 (Kolkata)", list.Text, StringComparison.Ordinal);
        bench.Clock.Advance(TimeSpan.FromDays(32));
        await bench.RestartAsync();
        await bench.SubscribeAsync(anna, "/subscribe anniversary-un-observer day");
        await bench.People.Waits.UntilAsync(() => Due(bench, anna.Id) is not null, "the notice to be planned");
        Assert.Equal(new DateTimeOffset(2026, 12, 5, 3, 30, 0, TimeSpan.Zero), Due(bench, anna.Id));
        await bench.AskAsync(anna, "/timezone Baku");
        Assert.Equal(new DateTimeOffset(2026, 12, 5, 5, 0, 0, TimeSpan.Zero), Due(bench, anna.Id));
    }

    [Fact]
    public async Task A_zone_nobody_knows_is_declined_and_a_slip_asked_about()
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        Assert.Equal(Facts.Text("zone.unknown"), (await bench.AskAsync(anna, "/timezone Atlantis")).Text);
        Assert.Equal(Facts.Text("zone.unknown"), (await bench.AskAsync(anna, "/timezone +99")).Text);
        var near = await bench.AskAsync(anna, "/timezone Tashkebt");
        Assert.Equal(Facts.Text("zone.near"), near.Text);
        Assert.Null((await bench.Storage.GetChatAsync(anna.Id, default)).Zone);
        await anna.Tap(anna.Private, near.MessageId, "Tashkent (UTC+5)").AnswerAsync();
        await bench.ChangedAsync(anna.Private, near);
        Assert.Equal("Asia/Tashkent", (await bench.Storage.GetChatAsync(anna.Id, default)).Zone);
    }

    [Fact]
    public async Task In_a_group_only_administrators_set_zone_and_quiet_hours()
    {
        await using var bench = await TalkBench.OpenAsync();
        var (anna, boris) = (bench.People.NewPerson("Anna"), bench.People.NewPerson("Boris"));
        var group = bench.People.NewGroup("Delegates", anna, boris);
        group.AddBot(anna);
        await group.NextFromBotAsync();
        foreach (var command in new[] { "/timezone@playground_bot Baku", "/quiet@playground_bot 22-8", "/unsubscribe@playground_bot all" })
        {
            var said = boris.Say(group, command);
            Assert.Equal(Facts.Text("ui.only-admins"), (await group.NextFromBotAsync(said.MessageId)).Text);
        }
        var set = anna.Say(group, "/timezone@playground_bot Baku");
        var offer = await group.NextFromBotAsync(set.MessageId);
        Assert.Equal(Set("Baku (UTC+4)", "13:00"), offer.Text);
        Assert.Equal(("Asia/Baku", null), ((await bench.Storage.GetChatAsync(group.Id, default)).Zone, (await bench.Storage.GetChatAsync(group.Id, default)).Quiet));
    }

    [Theory]
    [InlineData("22:00-08:00", "22:00-08:00")]
    [InlineData("22-8", "22:00-08:00")]
    [InlineData("с 23 до 7:30", "23:00-07:30")]
    [InlineData("10pm to 6 am", "22:00-06:00")]
    public async Task Quiet_hours_are_set_shown_and_switched_off(string typed, string kept)
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        await bench.AskAsync(anna, "/timezone Baku");
        Assert.Equal(Facts.Text("quiet.set").Replace("{hours}", kept, StringComparison.Ordinal).Replace("{zone}", "Baku (UTC+4)", StringComparison.Ordinal), (await bench.AskAsync(anna, "/quiet " + typed)).Text);
        Assert.Equal(kept, (await bench.Storage.GetChatAsync(anna.Id, default)).Quiet.ToString());
        var now = await bench.AskAsync(anna, "/quiet");
        Assert.Equal(Facts.Text("quiet.ask-now").Replace("{hours}", kept, StringComparison.Ordinal), now.Text);
        await anna.Tap(anna.Private, now.MessageId, Facts.Text("quiet.button.off")).AnswerAsync();
        Assert.Equal(Facts.Text("quiet.off"), (await bench.ChangedAsync(anna.Private, now)).Text);
        Assert.Null((await bench.Storage.GetChatAsync(anna.Id, default)).Quiet);
    }

    [Theory]
    [InlineData("25:00-26:00")]
    [InlineData("8-8")]
    [InlineData("at night")]
    [InlineData("22:99-08:00")]
    public async Task Hours_that_are_none_change_nothing(string typed)
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        await bench.AskAsync(anna, "/quiet 21-7");
        Assert.Equal(Facts.Text("quiet.unknown"), (await bench.AskAsync(anna, "/quiet " + typed)).Text);
        Assert.Equal("21:00-07:00", (await bench.Storage.GetChatAsync(anna.Id, default)).Quiet.ToString());
        Assert.Equal(Facts.Text("quiet.off"), (await bench.AskAsync(anna, "/quiet off")).Text);
    }

    private static DateTimeOffset? Due(TalkBench bench, long chat) =>
        bench.Storage.NextNoticesAsync(chat, 10, default).AsTask().GetAwaiter().GetResult().FirstOrDefault(n => n.Kind == NoticeKind.Day)?.Due;

    private static string Set(string zone, string clock, string language = "en") =>
        Facts.Text("zone.set", language).Replace("{zone}", zone, StringComparison.Ordinal).Replace("{clock}", clock, StringComparison.Ordinal);
}
