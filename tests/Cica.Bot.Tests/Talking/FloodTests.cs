namespace Cica.Bot.Tests.Talking;

public sealed class FloodTests
{
    [Fact]
    public async Task Whoever_floods_is_told_once_and_passed_over_for_a_minute_and_nobody_else_notices()
    {
        await using var bench = await TalkBench.OpenAsync(floodPerMinute: 10);
        bench.Clock.Stop();
        var (anna, boris) = (bench.People.NewPerson("Anna"), bench.People.NewPerson("Boris"));
        for (var i = 0; i < 30; i++) anna.Say("who chairs CICA?");
        await bench.SettledAsync();

        Assert.Equal(11, anna.Private.FromBot.Count);
        Assert.Equal(Facts.Text("ui.flood"), anna.Private.FromBot[^1].Text);
        Assert.Equal(Facts.Answer("who chairs CICA?"), (await bench.AskAsync(boris, "who chairs CICA?")).Text);

        bench.Clock.Advance(TimeSpan.FromSeconds(50));
        anna.Say("who chairs CICA?");
        await bench.SettledAsync();
        Assert.Equal(11, anna.Private.FromBot.Count);
        bench.Clock.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(Facts.Answer("who chairs CICA?"), (await bench.AskAsync(anna, "who chairs CICA?")).Text);
    }

    [Fact]
    public async Task A_flood_of_taps_stops_spinning_and_brings_no_more_messages()
    {
        await using var bench = await TalkBench.OpenAsync(floodPerMinute: 5);
        bench.Clock.Stop();
        var anna = bench.People.NewPerson("Anna");
        var answer = await bench.AskAsync(anna, "who chairs CICA?");
        var notices = new List<string?>();
        for (var i = 0; i < 10; i++) notices.Add((await anna.Tap(anna.Private, answer.MessageId, "Who chaired before that?").AnswerAsync()).Text);
        await bench.SettledAsync();

        Assert.Equal(5, anna.Private.FromBot.Count);
        Assert.Equal([Facts.Text("ui.flood")], notices.Where(n => n is not null));
    }

    [Fact]
    public async Task Talk_in_a_group_that_is_not_for_the_bot_counts_for_nothing()
    {
        await using var bench = await TalkBench.OpenAsync(floodPerMinute: 3, change: o => o with { Bot = new() { CanReadAllGroupMessages = true } });
        var anna = bench.People.NewPerson("Anna");
        var group = bench.People.NewGroup("Delegates", anna);
        group.AddBot(anna);
        await group.NextFromBotAsync();
        for (var i = 0; i < 10; i++) anna.Say(group, $"talk {i}");
        var said = anna.Say(group, "/chair@playground_bot");
        Assert.Equal(Facts.Answer("who chairs CICA?"), (await group.NextFromBotAsync(said.MessageId)).Text);
    }
}
