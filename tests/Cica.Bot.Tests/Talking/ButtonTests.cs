using Cica.Answers;
using Cica.Bot.Operations;
using Cica.Bot.Telegram.Rendering;
using Cica.Playground.People;
using Telegram.Bot;
using Telegram.Bot.Types.ReplyMarkups;

namespace Cica.Bot.Tests.Talking;

public sealed class ButtonTests
{
    // A pair of which the second means nothing without the first.
    private static readonly string Question = Facts.LeaningPair.Question;
    private static readonly string FollowUp = Facts.LeaningPair.FollowUp;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_follow_up_button_asks_in_the_conversation_it_stands_in(bool restarted)
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        var answer = await bench.AskAsync(anna, Question);
        Assert.Contains(FollowUp, answer.Buttons.SelectMany(r => r));
        // Something else has been spoken of since.
        await bench.AskAsync(anna, "How many members does CICA have?");
        if (restarted) await bench.RestartAsync();

        var followed = await bench.TapAsync(anna, anna.Private, answer, FollowUp);
        Assert.Equal(Facts.Talk(Question, FollowUp), followed.Text);
        Assert.NotEqual(Facts.Answer(FollowUp), followed.Text);

        // And the conversation goes on from there.
        Assert.Equal(Facts.Talk(Question, FollowUp, "where?"), (await bench.AskAsync(anna, "where?")).Text);
    }

    [Theory]
    [InlineData("who chairs CICA?")]
    [InlineData("Перечисли саммиты СВМДА")]
    [InlineData("please list all the summits of CICA for me")]
    public async Task Sources_shows_them_all_each_with_its_link_also_after_a_restart(string question)
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        var answer = await bench.AskAsync(anna, question);
        var button = answer.Buttons[^1][^1];
        Assert.Contains(button, new[] { Facts.Text("ui.sources"), Facts.Text("ui.sources", "ru") });
        await bench.RestartAsync();

        var shown = await bench.TapAsync(anna, anna.Private, answer, button);
        var known = Facts.Engine.Engine.Ask(new(question, TalkBench.Today)).Citations;
        Assert.Equal(known.Select((c, i) => $"{i + 1}. {Facts.Engine.Engine.Describe(c, question[0] == 'П' ? "ru" : "en")}"), shown.Text.Split('\n').Skip(1));
        Assert.Equal(known.Where(c => c.Source.Url is not null).Select(c => c.Source.Url!.AbsoluteUri), shown.Wire.Entities!.Where(e => e.Type == "text_link").Select(e => e.Url));
        Assert.Equal(answer.MessageId, shown.AnswerTo);
    }

    [Theory]
    [InlineData("/events", "What CICA events are coming up?")]
    [InlineData("tell me: what CICA events are coming up?", "tell me: what CICA events are coming up?")]
    public async Task A_long_list_turns_its_pages_in_place_also_after_a_restart(string asked, string question)
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        var whole = Facts.Engine.Engine.Ask(new(question, TalkBench.Today));
        Assert.True(whole.Text.Length > AnswerText.PageCharacters, "this answer was to be a long one");
        var first = await bench.AskAsync(anna, asked);
        await bench.RestartAsync();

        var messages = anna.Private.FromBot.Count;
        await anna.Tap(anna.Private, first.MessageId, "2/2 →").AnswerAsync();
        var second = await bench.ChangedAsync(anna.Private, first);
        Assert.Contains("← 1/2", second.Buttons.SelectMany(r => r));
        Assert.Equal(messages, anna.Private.FromBot.Count);
        Assert.All([first, second], page => Assert.True(page.Text.Length <= AnswerText.PageCharacters && page.Text.EndsWith(whole.SourceLine!, StringComparison.Ordinal)));
        Assert.Equal(whole.Lines, first.Text.Split('\n').SkipLast(1).Concat(second.Text.Split('\n').SkipLast(1)));

        await anna.Tap(anna.Private, first.MessageId, "← 1/2").AnswerAsync();
        Assert.Equal(first.Text, (await bench.ChangedAsync(anna.Private, second)).Text);
    }

    [Fact]
    public async Task The_bibliography_is_leafed_through_in_place_to_its_end()
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        var page = await bench.AskAsync(anna, "/sources");
        var links = 0;
        for (var i = 0; ; i++)
        {
            links += page.Text.Split('\n').Length - 1;
            if (page.Buttons[0].FirstOrDefault(b => b.EndsWith('→')) is not { } on) break;
            if (i == 5) await bench.RestartAsync();
            await anna.Tap(anna.Private, page.MessageId, on).AnswerAsync();
            page = await bench.ChangedAsync(anna.Private, page);
        }
        Assert.Equal(Facts.Engine.Knowledge.Sources.Count, links);
        Assert.Single(anna.Private.FromBot);
    }

    [Fact]
    public async Task Buttons_go_on_working_with_other_facts()
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        var answer = await bench.AskAsync(anna, Question);
        bench.Engine = new EngineHolder(Cica.Knowledge.Loading.KnowledgeLoader.Load(Path.Combine(AppContext.BaseDirectory, "data"), TalkBench.Today).Snapshot!, "other");
        await bench.RestartAsync();

        Assert.Equal(Facts.Talk(Question, FollowUp), (await bench.TapAsync(anna, anna.Private, answer, FollowUp)).Text);
        Assert.Contains("1. ", (await bench.TapAsync(anna, anna.Private, answer, "Sources")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_back_a_person_presses_a_choice_and_has_its_answer()
    {
        var (question, undecided) = Seasons.Undecided;
        await using var bench = await TalkBench.OpenAsync(engine: Seasons.WithGames);
        var anna = bench.People.NewPerson("Anna");
        var askedBack = await bench.AskAsync(anna, question);
        Assert.Equal(Facts.Text("clarify.which"), askedBack.Text);
        Assert.True(undecided.Suggestions.Count > 1);
        Assert.Equal(undecided.Suggestions, askedBack.Buttons.SelectMany(r => r));
        foreach (var choice in undecided.Suggestions)
        {
            var meant = Seasons.WithGames.Engine.Ask(new(choice, TalkBench.Today, null, undecided.Conversation));
            Assert.Equal(Outcome.Answer, meant.Outcome);
            Assert.Equal(meant.Text, (await bench.TapAsync(anna, anna.Private, askedBack, choice)).Text);
        }
    }

    [Fact]
    public async Task A_choice_the_facts_in_force_know_nothing_of_any_more_is_said_to_be_unknown()
    {
        var (question, undecided) = Seasons.Undecided;
        await using var bench = await TalkBench.OpenAsync(engine: Seasons.WithGames);
        var anna = bench.People.NewPerson("Anna");
        var askedBack = await bench.AskAsync(anna, question);
        bench.Engine = Seasons.WithoutGames;
        await bench.RestartAsync();

        var choice = undecided.Suggestions[0];
        var declined = Seasons.WithoutGames.Engine.Ask(new(choice, TalkBench.Today));
        Assert.Equal(Outcome.Unknown, declined.Outcome);
        Assert.Equal(declined.Text, (await bench.TapAsync(anna, anna.Private, askedBack, choice)).Text);
    }

    [Theory]
    [InlineData("0fen....")]
    [InlineData("anything at all")]
    [InlineData("1")]
    [InlineData("1fenAAAA")]
    [InlineData("1penAAAAAAAAzz")]
    [InlineData("1penAAAAAAAA01")]
    [InlineData("1tenAAAAAAAA")]
    [InlineData("1senAAAAA")]
    [InlineData("1lzz")]
    [InlineData("1p\u202E\u202E\u202E\u202E")]
    [InlineData("1fen😀😀")]
    [InlineData("1fenAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_button_of_another_time_is_answered_kindly(string data)
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        anna.Start();
        await anna.Private.NextFromBotAsync();
        var old = await new TelegramBotClient(new TelegramBotClientOptions(bench.Server.Token, bench.Server.Url.ToString()))
            .SendMessage(anna.Id, "of old", replyMarkup: new InlineKeyboardMarkup(InlineKeyboardButton.WithCallbackData("Tap", data)));

        var notice = await anna.Tap(anna.Private, old.Id, "Tap").AnswerAsync();
        Assert.Equal(Facts.Text("ui.old-button"), notice.Text);
    }

    [Fact]
    public async Task Every_button_anybody_is_shown_does_something()
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Анна", "ru");
        foreach (var text in new[] { "/start", "/members", "/observers", "/summits", "/chair", "/cbm", "/events", "спасибо", "кто возглавляет АСЕАН?", "Кувейт в СВМДА" })
        {
            var answer = await bench.AskAsync(anna, text);
            foreach (var button in answer.Buttons.SelectMany(r => r).Where(b => !b.Contains('←', StringComparison.Ordinal) && !b.Contains('→', StringComparison.Ordinal)))
            {
                var led = await bench.TapAsync(anna, anna.Private, answer, button);
                Assert.NotEqual(answer.Text, led.Text);
            }
        }
        Assert.All(bench.Server.Calls.Of("answerCallbackQuery"), c => Assert.False(c.Parameters.ContainsKey("text")));
    }
}
