using Cica.Playground.Faults;
using Cica.Playground.People;

namespace Cica.Bot.Tests.Talking;

public sealed class GroupTests
{
    private const string Question = "who chairs CICA?";
    private static readonly string Answer = Facts.Answer(Question);

    [Fact]
    public async Task On_coming_in_it_says_one_line_and_then_is_silent()
    {
        await using var bench = await TalkBench.OpenAsync();
        var (group, anna) = await GroupAsync(bench);

        Assert.Equal(Facts.Text("ui.group-hello"), Assert.Single(group.FromBot).Text);
        anna.Say(group, Question);
        anna.Say(group, "good morning everybody");
        await bench.SettledAsync();
        Assert.Single(group.FromBot);
    }

    [Theory]
    [InlineData("@playground_bot who chairs CICA?")]
    [InlineData("@Playground_Bot, who chairs CICA?")]
    [InlineData("who chairs CICA? @playground_bot")]
    [InlineData("/chair@playground_bot")]
    public async Task Named_it_answers_once_as_a_reply(string text)
    {
        await using var bench = await TalkBench.OpenAsync();
        var (group, anna) = await GroupAsync(bench);
        var said = anna.Say(group, text);
        var answer = await group.NextFromBotAsync(said.MessageId);

        Assert.Equal(Answer, answer.Text);
        Assert.Equal(said.MessageId, answer.AnswerTo);
        await bench.SettledAsync();
        Assert.Equal(2, group.FromBot.Count);
    }

    [Fact]
    public async Task A_reply_to_it_is_answered_and_one_that_names_another_bot_is_not()
    {
        await using var bench = await TalkBench.OpenAsync();
        var (group, anna) = await GroupAsync(bench);
        var hello = group.FromBot[0];

        anna.Say(group, "/help@another_bot", answerTo: hello.MessageId);
        anna.Say(group, "@another_bot who chairs CICA?", answerTo: hello.MessageId);
        var said = anna.Say(group, Question, answerTo: hello.MessageId);
        var answer = await group.NextFromBotAsync(said.MessageId);

        Assert.Equal((Answer, said.MessageId), (answer.Text, answer.AnswerTo));
        await bench.SettledAsync();
        Assert.Equal(2, group.FromBot.Count);
    }

    [Fact]
    public async Task Where_it_hears_everything_it_still_answers_only_what_is_meant_for_it()
    {
        await using var bench = await TalkBench.OpenAsync(change: o => o with { Bot = new() { CanReadAllGroupMessages = true } });
        var (group, anna) = await GroupAsync(bench);

        foreach (var text in new[] { Question, "/members@another_bot", "/ban", "hello @somebody", "/start@another_bot", "the bot knows" })
            anna.Say(group, text);
        await bench.SettledAsync();
        Assert.Single(group.FromBot);

        var said = anna.Say(group, "/chair");
        Assert.Equal(Answer, (await group.NextFromBotAsync(said.MessageId)).Text);
    }

    [Fact]
    public async Task A_mention_alone_under_a_question_hands_the_question_on()
    {
        await using var bench = await TalkBench.OpenAsync();
        var (group, anna) = await GroupAsync(bench);
        var asked = anna.Say(group, Question);
        var said = anna.Say(group, "@playground_bot", answerTo: asked.MessageId);
        Assert.Equal(Answer, (await group.NextFromBotAsync(said.MessageId)).Text);
    }

    [Fact]
    public async Task In_a_topic_it_answers_there_and_in_a_thread_of_replies_without_one()
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        var forum = bench.People.NewSupergroup("Forum", anna, isForum: true);
        forum.AddBot(anna);
        await forum.NextFromBotAsync();
        var topic = forum.OpenTopic("Summit", anna);

        var inTopic = anna.Say(forum, "@playground_bot " + Question, topic: topic);
        Assert.Equal(topic, (await forum.NextFromBotAsync(inTopic.MessageId)).Topic);
        var inGeneral = anna.Say(forum, "@playground_bot " + Question);
        Assert.Null((await forum.NextFromBotAsync(inGeneral.MessageId)).Topic);

        var plain = bench.People.NewSupergroup("Plain", anna);
        plain.AddBot(anna);
        var hello = await plain.NextFromBotAsync();
        var threaded = anna.Say(plain, "/members@playground_bot", answerTo: hello.MessageId);
        var answer = await plain.NextFromBotAsync(threaded.MessageId);
        Assert.Equal(threaded.MessageId, answer.AnswerTo);
        Assert.All(bench.Server.Calls.Of("sendMessage").TakeLast(1), c => Assert.False(c.Parameters.ContainsKey("message_thread_id")));
    }

    [Fact]
    public async Task The_buttons_work_for_anybody_and_stay_in_the_topic()
    {
        await using var bench = await TalkBench.OpenAsync();
        var (anna, boris) = (bench.People.NewPerson("Anna"), bench.People.NewPerson("Boris", "ru"));
        var forum = bench.People.NewSupergroup("Forum", anna, isForum: true, members: boris);
        forum.AddBot(anna);
        await forum.NextFromBotAsync();
        var topic = forum.OpenTopic("Summit", anna);
        var said = anna.Say(forum, "@playground_bot " + Question, topic: topic);
        var answer = await forum.NextFromBotAsync(said.MessageId);

        var before = await bench.TapAsync(boris, forum, answer, "Who chaired before that?");
        Assert.Contains("Kazakhstan chaired CICA", before.Text, StringComparison.Ordinal);
        Assert.Equal((topic, answer.MessageId), (before.Topic, before.AnswerTo));

        await bench.TapAsync(boris, forum, answer, "Sources");
        var again = await anna.Tap(forum, answer.MessageId, "Sources").AnswerAsync();
        Assert.Equal(Facts.Text("ui.sources-shown"), again.Text);
    }

    [Fact]
    public async Task Only_administrators_choose_the_language_an_anonymous_one_included()
    {
        await using var bench = await TalkBench.OpenAsync();
        var (group, anna) = await GroupAsync(bench);
        var (boris, clara) = (bench.People.NewPerson("Boris"), bench.People.NewPerson("Clara"));
        group.Add(boris, anna);
        group.Add(clara, anna);
        group.Promote(clara, anna, anonymous: true);

        async Task<Line> SayAsync(Person who, string text)
        {
            var said = who.Say(group, text);
            return await group.NextFromBotAsync(said.MessageId);
        }

        Assert.Equal(Facts.Text("ui.only-admins"), (await SayAsync(boris, "/language@playground_bot ru")).Text);
        var offer = await SayAsync(anna, "/language@playground_bot");
        Assert.Equal(Facts.Text("ui.only-admins"), (await boris.Tap(group, offer.MessageId, "Русский").AnswerAsync()).Text);
        await anna.Tap(group, offer.MessageId, "Русский").AnswerAsync();
        Assert.Equal(Facts.Text("ui.language-set", "ru"), (await bench.ChangedAsync(group, offer)).Text);
        Assert.Equal(Facts.Answer(Question, "ru"), (await SayAsync(boris, "@playground_bot " + Question)).Text);
        await bench.SettledAsync();
        Assert.Equal(Facts.Text("command.language", "ru"), group.CommandsFor(anna).Single(c => c.Command == "language").Description);
        Assert.DoesNotContain("language", group.CommandsFor(boris).Select(c => c.Command));
        Assert.Equal(Facts.Text("ui.language-set"), (await SayAsync(clara, "/language@playground_bot en")).Text);
        Assert.Equal(Answer, (await SayAsync(boris, "@playground_bot " + Question)).Text);
    }

    [Fact]
    public async Task An_administrator_is_not_turned_away_because_an_answer_of_the_server_was_lost()
    {
        await using var bench = await TalkBench.OpenAsync();
        var (group, anna) = await GroupAsync(bench);
        bench.Tolerant = true;
        foreach (var fault in (Fault[])[Fault.Page(), Fault.CutAfter(), Fault.TooMany(1)]) bench.Server.Faults.Order(fault with { Method = "getChatMember" });
        var said = anna.Say(group, "/language@playground_bot ru");
        Assert.Equal(Facts.Text("ui.language-set", "ru"), (await group.NextFromBotAsync(said.MessageId)).Text);
    }

    [Fact]
    public async Task Where_it_cannot_find_out_who_is_an_administrator_it_says_so_and_changes_nothing()
    {
        await using var bench = await TalkBench.OpenAsync();
        var (group, anna) = await GroupAsync(bench);
        var offered = anna.Say(group, "/language@playground_bot");
        var offer = await group.NextFromBotAsync(offered.MessageId);
        bench.Tolerant = true;
        async Task<string> SayAsync(string command)
        {
            var said = anna.Say(group, command.Replace(" ", "@playground_bot ", StringComparison.Ordinal));
            return (await group.NextFromBotAsync(said.MessageId)).Text;
        }

        using (bench.Server.Faults.Order(Fault.Refused(400, "Bad Request: member list is inaccessible") with { Method = "getChatMember", Times = null }))
        {
            foreach (var command in (string[])["/language ru", "/subscribe all", "/timezone Baku", "/quiet 22:00-08:00", "/unsubscribe all"])
                Assert.Equal(Facts.Text("ui.admins-unknown"), await SayAsync(command));
            Assert.Equal(Facts.Text("ui.admins-unknown"), (await anna.Tap(group, offer.MessageId, "Русский").AnswerAsync()).Text);
        }
        using (bench.Server.Faults.Order(Fault.Page() with { Method = "getChatMember", Times = null }))
            Assert.Equal(Facts.Text("ui.admins-unknown"), await SayAsync("/language ru"));
        Assert.Equal(new Cica.Bot.Storage.ChatState(group.Id), await bench.Storage.GetChatAsync(group.Id, default));
        Assert.Empty(await bench.Storage.SubscriptionsOfAsync(group.Id, default));
    }

    [Fact]
    public async Task What_is_between_two_is_not_answered_before_all()
    {
        await using var bench = await TalkBench.OpenAsync();
        var (group, anna) = await GroupAsync(bench);
        foreach (var command in new[] { "/mydata@playground_bot", "/forget@playground_bot" })
        {
            var said = anna.Say(group, command);
            var answer = await group.NextFromBotAsync(said.MessageId);
            Assert.Equal(Facts.Text("ui.only-private"), answer.Text);
            Assert.Equal(Facts.Text("ui.open-private"), Assert.Single(Assert.Single(answer.Buttons)));
        }
    }

    [Fact]
    public async Task In_a_channel_it_is_silent_unless_asked()
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        var channel = bench.People.NewChannel("News", anna);
        channel.AddBot(anna);
        channel.PromoteBot(anna);
        anna.Say(channel, "Today: " + Question);
        await bench.SettledAsync();
        Assert.Empty(channel.FromBot);

        var said = anna.Say(channel, "/chair@playground_bot");
        Assert.Equal(Answer, (await channel.NextFromBotAsync(said.MessageId)).Text);
    }

    [Fact]
    public async Task A_group_that_became_a_supergroup_keeps_its_language()
    {
        await using var bench = await TalkBench.OpenAsync();
        var (group, anna) = await GroupAsync(bench);
        var said = anna.Say(group, "/language@playground_bot ru");
        await group.NextFromBotAsync(said.MessageId);
        // What is still on its way when the group goes would be refused here, and led after it.
        await bench.People.Waits.UntilAsync(() => bench.Server.Calls.Of("setMyCommands").Count(c => c.Parameters["scope"].Contains("chat_id", StringComparison.Ordinal)) == 2, "the menus of members and of administrators");
        await bench.SettledAsync();

        var super = group.Migrate(anna);
        var asked = anna.Say(super, "@playground_bot " + Question);
        Assert.Equal(Facts.Answer(Question, "ru"), (await super.NextFromBotAsync(asked.MessageId)).Text);
    }

    [Fact]
    public async Task Edited_it_answers_what_was_not_meant_for_it_before()
    {
        await using var bench = await TalkBench.OpenAsync();
        var (group, anna) = await GroupAsync(bench);
        var said = anna.Say(group, Question);
        await bench.SettledAsync();
        var last = group.Transcript[^1].MessageId;
        anna.Edit(group, said.MessageId, "@playground_bot " + Question);
        var answer = await group.NextFromBotAsync(last);
        Assert.Equal((Answer, said.MessageId), (answer.Text, answer.AnswerTo));
    }

    private static async Task<(Place Group, Person Owner)> GroupAsync(TalkBench bench)
    {
        var anna = bench.People.NewPerson("Anna");
        var group = bench.People.NewGroup("Delegates", anna);
        group.AddBot(anna);
        await group.NextFromBotAsync();
        return (group, anna);
    }
}
