using Cica.Playground.People;

namespace Cica.Bot.Tests.Talking;

public sealed class InlineTests
{
    [Theory]
    [InlineData("who chairs CICA", "who chairs CICA")]
    [InlineData("VI summit", "When was the Sixth CICA Summit?")]
    [InlineData("китай", "Китай — член СВМДА?")]
    [InlineData("Kaza", "Is Kazakhstan a member of CICA?")]
    [InlineData("中国", "Is China a member of CICA?")]
    [InlineData("Sarybay", "Who is Kairat Sarybay?")]
    [InlineData("almaty act", "What is the Almaty Act?")]
    [InlineData("think tank", "What is the CICA Think Tank Forum?")]
    public async Task The_best_card_comes_first_and_holds_the_whole_answer(string query, string question)
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        var list = await anna.TypeInline(anna.Private, query).ListAsync();

        var best = list.Results[0];
        Assert.Equal((question, Facts.Answer(question)), (best.Title, best.Text));
        Assert.Equal(best.Text.Split('\n')[0][..20], best.Description![..20]);
        Assert.DoesNotContain('\n', best.Description!);
        Assert.All(list.Results, r => Assert.Matches("\n(Source|Источник): ", r.Text));
    }

    [Fact]
    public async Task A_card_is_sent_where_the_bot_is_no_member_and_nothing_answers_it()
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        var group = bench.People.NewSupergroup("Strangers", anna);
        var list = await anna.TypeInline(group, "who chairs CICA").ListAsync();
        var sent = anna.Choose(list, list.Results[0].Id);
        await bench.SettledAsync();

        Assert.Equal(Facts.Answer("who chairs CICA"), sent.Text);
        Assert.Contains(sent.Entities!, e => e.Type == "text_link");
        Assert.True(sent.LinkPreviewOptions!.IsDisabled);
        Assert.Empty(group.FromBot);

        // In the bot's own chat the same card is no question either.
        var own = await anna.TypeInline(anna.Private, "who chairs CICA").ListAsync();
        anna.Choose(own, own.Results[0].Id);
        await bench.SettledAsync();
        Assert.Empty(anna.Private.FromBot);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    public async Task The_empty_query_shows_what_is_useful_today_in_the_language_of_the_app(string language)
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna", language);
        var list = await anna.TypeInline(anna.Private, "").ListAsync();

        Assert.True(list.Results.Count >= 10);
        Assert.Contains(Facts.Text("suggest.chair", language), list.Results.Select(r => r.Title));
        Assert.Contains(Facts.Text("suggest.next-summit", language), list.Results.Select(r => r.Title));
        Assert.True(list.IsPersonal);
        Assert.InRange(list.CacheTime, 1, 300);
        Assert.Equal(Facts.Text("ui.inline-private", language), list.ButtonText);
    }

    [Fact]
    public async Task When_something_is_near_it_leads_the_empty_query()
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        Assert.Equal(Facts.Text("suggest.chair"), (await anna.TypeInline(anna.Private, "").ListAsync()).Results[0].Title);
        bench.Clock.Advance(TimeSpan.FromDays(25));
        Assert.Equal(Facts.Text("suggest.upcoming"), (await anna.TypeInline(anna.Private, "").ListAsync()).Results[0].Title);
    }

    [Fact]
    public async Task What_holds_for_everybody_is_shared_and_a_chosen_language_is_personal()
    {
        await using var bench = await TalkBench.OpenAsync();
        var (anna, boris) = (bench.People.NewPerson("Anna"), bench.People.NewPerson("Борис", "ru"));
        Assert.False((await anna.TypeInline(anna.Private, "who chairs CICA").ListAsync()).IsPersonal);
        Assert.True(boris.TypeInline(boris.Private, "who chairs CICA").IsFromCache);

        await bench.AskAsync(boris, "/language ru");
        var own = await boris.TypeInline(boris.Private, "who chaired before").ListAsync();
        Assert.True(own.IsPersonal);
    }

    [Fact]
    public async Task A_long_list_comes_in_pages_without_repeating_itself()
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        var all = new List<InlineChoice>();
        var offset = "";
        var pages = 0;
        do
        {
            var list = await anna.TypeInline(anna.Private, "CICA", offset).ListAsync();
            Assert.InRange(list.Results.Count, 0, 50);
            all.AddRange(list.Results);
            offset = list.NextOffset;
            pages++;
        }
        while (offset.Length > 0);
        Assert.True(pages > 3 && all.Count > 50, $"{pages} pages, {all.Count} cards");
        Assert.Equal(all.Count, all.Select(r => r.Id).Distinct().Count());
    }

    [Fact]
    public async Task What_it_does_not_know_makes_no_card()
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        foreach (var query in new[] { "pizza near me", "<b>&amp;", "‮‮‮", new string('я', 256), "999999999" })
        {
            var list = await anna.TypeInline(anna.Private, query).ListAsync();
            Assert.Empty(list.Results);
            Assert.Equal(Facts.Text("ui.inline-nothing", query[0] == 'я' ? "ru" : "en"), list.ButtonText);
        }
    }

    [Fact]
    public async Task The_button_above_leads_into_the_private_chat()
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        var list = await anna.TypeInline(anna.Private, "").ListAsync();
        var said = anna.Start(list.ButtonStartParameter);
        Assert.Equal(Facts.Answer(Facts.Text("suggest.upcoming")).Split('\n')[0], (await anna.Private.NextFromBotAsync(said.MessageId)).Text.Split('\n')[0]);
    }

    [Fact]
    public async Task A_query_that_has_grown_stale_is_dropped_in_silence()
    {
        await using var bench = await TalkBench.OpenAsync(change: o => o with { QueryLife = TimeSpan.FromSeconds(10) });
        var anna = bench.People.NewPerson("Anna");
        await bench.StopAsync();
        var stale = anna.TypeInline(anna.Private, "who chairs CICA");
        bench.Clock.Advance(TimeSpan.FromSeconds(15));
        await bench.StartAsync();

        Assert.Equal(Facts.Answer("who chairs CICA?"), (await bench.AskAsync(anna, "who chairs CICA?")).Text);
        // Nothing was logged as a complaint, nothing tried twice: the bench looks for that at its end.
        Assert.True(bench.Server.Calls.Of("answerInlineQuery").Count <= 1);
        bench.Tolerant = bench.Complaints.IsEmpty;
        Assert.NotNull(stale.QueryId);
    }
}
