namespace Cica.Bot.Tests.Talking;

public sealed class PrivateChatTests
{
    [Fact]
    public async Task A_question_gets_the_engines_answer_with_a_link_to_its_source()
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");

        var answer = await bench.AskAsync(anna, "When did Kuwait join CICA?");

        Assert.Equal(Facts.Answer("When did Kuwait join CICA?"), answer.Text);
        var link = Assert.Single(answer.Wire.Entities!, e => e is { Type: "text_link", Url: "https://dev.report.az/en/region/kuwait-becomes-28th-participant-of-cica-summit" });
        Assert.Equal("“Kuwait becomes 28th participant of CICA summit”", answer.Text.Substring(link.Offset, link.Length));
        Assert.DoesNotContain(answer.Wire.Entities!, e => e.Offset < answer.Text.IndexOf('\n', StringComparison.Ordinal));
        Assert.True(answer.Wire.LinkPreviewOptions!.IsDisabled);
        Assert.Null(answer.AnswerTo);
    }

    [Theory]
    [InlineData("en", "кто председательствует в СВМДА?", "ru")]
    [InlineData("ru", "who chairs CICA?", "en")]
    [InlineData("ru", "2015?", "ru")]
    [InlineData("de", "2015?", "en")]
    public async Task The_answer_speaks_the_language_of_the_question_else_that_of_the_app(string app, string question, string expected)
    {
        await using var bench = await TalkBench.OpenAsync();
        var answer = await bench.AskAsync(bench.People.NewPerson("Anna", app), question);
        Assert.Equal(Facts.Answer(question, expected), answer.Text);
    }

    [Theory]
    [InlineData("/members", "suggest.members")]
    [InlineData("/observers", "suggest.observers")]
    [InlineData("/summits", "suggest.summits")]
    [InlineData("/chair", "suggest.chair")]
    [InlineData("/cbm", "suggest.what-cbm")]
    public async Task A_command_on_CICA_is_answered_as_the_question_it_stands_for(string command, string question)
    {
        await using var bench = await TalkBench.OpenAsync();
        foreach (var language in new[] { "en", "ru" })
        {
            var answer = await bench.AskAsync(bench.People.NewPerson("Anna", language), command);
            Assert.Equal(Facts.Answer(Facts.Text(question, language)), answer.Text);
        }
    }

    [Fact]
    public async Task A_follow_up_leans_on_what_was_said_before_for_ten_minutes()
    {
        await using var bench = await TalkBench.OpenAsync();
        var (anna, boris) = (bench.People.NewPerson("Anna"), bench.People.NewPerson("Boris"));

        await bench.AskAsync(anna, "who chaired CICA in 2015?");
        Assert.Contains("Türkiye", (await bench.AskAsync(anna, "and before that?")).Text, StringComparison.Ordinal);
        // Somebody else has not been talking of it.
        Assert.DoesNotContain("Türkiye", (await bench.AskAsync(boris, "and before that?")).Text, StringComparison.Ordinal);

        await bench.AskAsync(anna, "who chaired CICA in 2015?");
        bench.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.DoesNotContain("Türkiye", (await bench.AskAsync(anna, "and before that?")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_greets_and_offers_questions_that_are_answered_by_a_tap()
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Анна", "ru");
        anna.Start();
        var hello = await anna.Private.NextFromBotAsync();

        Assert.Equal(Facts.Text("ui.start", "ru"), hello.Text);
        foreach (var question in hello.Buttons.SelectMany(r => r))
            Assert.StartsWith((await bench.TapAsync(anna, anna.Private, hello, question)).Text.Split("\nИсточник")[0], Facts.Answer(question), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deep_link_leads_to_its_command_or_question_and_an_unknown_one_to_the_greeting()
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        var question = Facts.Text("suggest.seat");

        async Task<string> StartAsync(string payload)
        {
            var said = anna.Start(payload);
            return (await anna.Private.NextFromBotAsync(said.MessageId)).Text;
        }

        Assert.Equal(Facts.Answer(Facts.Text("suggest.members")), await StartAsync("members"));
        Assert.Equal(Facts.Answer(question), await StartAsync(Cica.Bot.Telegram.Conversing.StartLinks.Ask(question)));
        Assert.Equal(Facts.Text("ui.start"), await StartAsync("q_nosuchqu"));
        Assert.Equal(Facts.Text("ui.start"), await StartAsync("whatever-this-is"));
        Assert.StartsWith(Facts.Text("remind.on").Replace("{what}", Facts.Text("remind.target.all"), StringComparison.Ordinal), await StartAsync("sub_all"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_privacy_and_an_unknown_command_are_answered_in_the_language_of_the_app()
    {
        await using var bench = await TalkBench.OpenAsync();
        var (anna, boris) = (bench.People.NewPerson("Anna", "en-GB"), bench.People.NewPerson("Борис", "ru"));

        Assert.Equal(Facts.Text("ui.help").Replace("{bot}", "playground_bot", StringComparison.Ordinal), (await bench.AskAsync(anna, "/help")).Text);
        Assert.Equal(Facts.Text("ui.privacy", "ru"), (await bench.AskAsync(boris, "/privacy")).Text);
        Assert.Equal(Facts.Text("ui.unknown-command", "ru"), (await bench.AskAsync(boris, "/nonsense")).Text);
    }

    [Fact]
    public async Task An_edited_question_changes_its_answer_in_place()
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        var said = anna.Say("who chaired CICA in 2015?");
        var answer = await anna.Private.NextFromBotAsync(said.MessageId);

        anna.Edit(anna.Private, said.MessageId, "who chaired CICA in 2019?");
        var changed = await bench.ChangedAsync(anna.Private, answer);

        Assert.Equal(Facts.Answer("who chaired CICA in 2019?"), changed.Text);
        Assert.Single(anna.Private.FromBot);
    }

    [Fact]
    public async Task A_question_edited_after_a_restart_is_answered_anew()
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        var said = anna.Say("who chaired CICA in 2015?");
        await anna.Private.NextFromBotAsync(said.MessageId);
        await bench.RestartAsync();

        var last = anna.Private.Transcript[^1].MessageId;
        anna.Edit(anna.Private, said.MessageId, "who chaired CICA in 2019?");
        var answer = await anna.Private.NextFromBotAsync(last);

        Assert.Equal(Facts.Answer("who chaired CICA in 2019?"), answer.Text);
        Assert.Equal(said.MessageId, answer.AnswerTo);
    }

    [Fact]
    public async Task What_is_no_text_gets_a_short_honest_line_and_a_caption_is_read()
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        byte[] dot = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

        var photo = anna.SendPhoto(anna.Private, dot);
        Assert.Equal(Facts.Text("ui.only-text"), (await anna.Private.NextFromBotAsync(photo.MessageId)).Text);
        var voice = anna.SendVoice(anna.Private, [1, 2, 3]);
        Assert.Equal(Facts.Text("ui.only-text"), (await anna.Private.NextFromBotAsync(voice.MessageId)).Text);
        var sticker = anna.SendSticker(anna.Private, "👍");
        Assert.Equal(Facts.Text("ui.only-text"), (await anna.Private.NextFromBotAsync(sticker.MessageId)).Text);
        var asked = anna.SendPhoto(anna.Private, dot, "who chairs CICA?");
        Assert.Equal(Facts.Answer("who chairs CICA?"), (await anna.Private.NextFromBotAsync(asked.MessageId)).Text);
    }
}
