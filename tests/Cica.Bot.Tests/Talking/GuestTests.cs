namespace Cica.Bot.Tests.Talking;

public sealed class GuestTests
{
    [Theory]
    [InlineData("@playground_bot who chairs CICA?", "en")]
    [InlineData("кто председательствует в СВМДА, @playground_bot?", "ru")]
    [InlineData("/chair@playground_bot", "ru")]
    public async Task Named_where_it_is_no_member_it_answers_once_with_all_that_is_needed(string text, string language)
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna", language);
        var group = bench.People.NewSupergroup("Strangers", anna);

        var said = anna.Say(group, text);
        var answer = await group.NextFromBotAsync(said.MessageId);

        Assert.Equal(Facts.Answer(Facts.Text("suggest.chair", language)), answer.Text);
        Assert.Equal(said.MessageId, answer.AnswerTo);
        Assert.Equal([[Facts.Text("ui.open-private", language)]], answer.Buttons);
        Assert.Single(group.FromBot);
    }

    [Fact]
    public async Task What_it_does_not_know_it_says_and_a_bare_mention_is_told_what_to_do()
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        var group = bench.People.NewGroup("Strangers", anna);

        var asked = anna.Say(group, "@playground_bot who chairs the SCO?");
        Assert.Equal(Facts.Answer("who chairs the SCO?"), (await group.NextFromBotAsync(asked.MessageId)).Text);
        var named = anna.Say(group, "@playground_bot");
        Assert.Equal(Facts.Text("ui.guest-help"), (await group.NextFromBotAsync(named.MessageId)).Text);
    }
}
