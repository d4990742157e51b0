using Cica.Answers;
using Cica.Bot.Operations;
using Cica.Bot.Tests.CommandLine;
using Cica.Bot.Tests.Talking.Reminding;
using Cica.Playground.People;

namespace Cica.Bot.Tests.Talking;

/// <summary>An answer is kept for whoever asks the same; what was said around it stays with those who said it.</summary>
public sealed class SharedAnswerTests
{
    private const string Chair = "who chairs CICA?";
    private const string ChairOf2015 = "who chaired CICA in 2015?";
    private const string Back = "and before that?";
    private const string Foreign = "who will win the football world cup?";
    private const string Successor = "Who will chair CICA after Azerbaijan?";

    [Fact]
    public async Task Two_who_ask_the_same_get_the_same_and_each_goes_on_alone()
    {
        await using var bench = await TalkBench.OpenAsync();
        var (anna, boris) = (bench.People.NewPerson("Anna"), bench.People.NewPerson("Boris"));

        var first = await bench.AskAsync(anna, Chair);
        var second = await bench.AskAsync(boris, Chair);
        Assert.Equal(Facts.Answer(Chair), first.Text);
        Assert.Equal(first.Text, second.Text);
        Assert.Equal(first.Buttons.SelectMany(r => r), second.Buttons.SelectMany(r => r));

        Assert.Equal(Facts.Talk(Chair, Back), (await bench.AskAsync(anna, Back)).Text);
        Assert.Equal(Facts.Talk(Chair, Back, Back), (await bench.AskAsync(anna, Back)).Text);
        Assert.Equal(Facts.Talk(Chair, Back), (await bench.AskAsync(boris, Back)).Text);
    }

    [Fact]
    public async Task The_same_words_lean_on_what_was_said_in_each_chat()
    {
        await using var bench = await TalkBench.OpenAsync();
        var (anna, boris) = (bench.People.NewPerson("Anna"), bench.People.NewPerson("Boris"));
        var group = bench.People.NewGroup("Delegates", anna, boris);
        group.AddBot(anna);
        await group.NextFromBotAsync();
        Assert.Distinct([Facts.Answer(Back), Facts.Talk(Chair, Back), Facts.Talk(ChairOf2015, Back)]);

        Assert.Equal(Facts.Answer(Back), (await bench.AskAsync(boris, Back)).Text);
        await bench.AskAsync(anna, Chair);
        await InGroupAsync(group, anna, ChairOf2015);
        Assert.Equal(Facts.Talk(ChairOf2015, Back), (await InGroupAsync(group, anna, Back)).Text);
        Assert.Equal(Facts.Talk(Chair, Back), (await bench.AskAsync(anna, Back)).Text);
        Assert.Equal(Facts.Answer(Back), (await InGroupAsync(group, boris, Back)).Text);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_somebody_else_spoke_of_before_the_same_question_is_nobody_elses_affair(bool isAnnaFirst)
    {
        const string Council = "Who chairs the CICA Women's Council?";
        const string Members = "How many members does CICA have?";
        const string It = "who proposed it?";
        await using var bench = await TalkBench.OpenAsync();
        var (anna, boris) = (bench.People.NewPerson("Anna"), bench.People.NewPerson("Boris"));
        Assert.NotEqual(Facts.Talk(Council, Members, It), Facts.Talk(Members, It));

        await bench.AskAsync(anna, Council);
        foreach (var person in isAnnaFirst ? new[] { anna, boris } : [boris, anna])
            Assert.Equal(Facts.Answer(Members), (await bench.AskAsync(person, Members)).Text);
        Assert.Equal(Facts.Talk(Members, It), (await bench.AskAsync(boris, It)).Text);
        Assert.Equal(Facts.Talk(Council, Members, It), (await bench.AskAsync(anna, It)).Text);
    }

    [Theory]
    [InlineData(Chair)]
    [InlineData("кто председательствует в СВМДА?")]
    [InlineData(Foreign)]
    public async Task Each_chat_is_answered_in_its_own_language(string question)
    {
        await using var bench = await TalkBench.OpenAsync();
        var (anna, boris, clara) = (bench.People.NewPerson("Anna"), bench.People.NewPerson("Boris"), bench.People.NewPerson("Clara"));
        await bench.AskAsync(anna, "/language en");
        await bench.AskAsync(boris, "/language ru");

        foreach (var _ in Enumerable.Range(0, 2))
        {
            Assert.Equal(Facts.Answer(question, "en"), (await bench.AskAsync(anna, question)).Text);
            Assert.Equal(Facts.Answer(question, "ru"), (await bench.AskAsync(boris, question)).Text);
            Assert.Equal(Facts.Answer(question), (await bench.AskAsync(clara, question)).Text);
        }

        await bench.AskAsync(anna, "/language ru");
        Assert.Equal(Facts.Answer(question, "ru"), (await bench.AskAsync(anna, question)).Text);
    }

    [Fact]
    public async Task A_term_that_ran_out_at_midnight_is_told_so_the_minute_after()
    {
        await using var bench = await TalkBench.OpenAsync(now: new(2026, 10, 31, 23, 30, 0, TimeSpan.Zero));
        var (anna, boris) = (bench.People.NewPerson("Anna"), bench.People.NewPerson("Boris"));
        var (last, next) = (On(2026, 10, 31), On(2026, 11, 1));
        Assert.NotEqual(last, next);

        Assert.Equal(last, (await bench.AskAsync(anna, Chair)).Text);
        bench.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal(next, (await bench.AskAsync(boris, Chair)).Text);
        Assert.Equal(next, (await bench.AskAsync(anna, Chair)).Text);
    }

    [Fact]
    public async Task Each_chat_is_answered_on_the_day_it_has()
    {
        await using var bench = await TalkBench.OpenAsync(now: new(2026, 10, 31, 21, 0, 0, TimeSpan.Zero));
        var (anna, boris) = (bench.People.NewPerson("Anna"), bench.People.NewPerson("Boris"));
        await bench.AskAsync(boris, "/timezone Baku");

        Assert.Equal(On(2026, 10, 31), (await bench.AskAsync(anna, Chair)).Text);
        Assert.Equal(On(2026, 11, 1), (await bench.AskAsync(boris, Chair)).Text);
        Assert.Equal(On(2026, 10, 31), (await bench.AskAsync(anna, Chair)).Text);
    }

    [Fact]
    public async Task A_fact_that_was_changed_changes_the_answer_once_it_is_loaded()
    {
        await using var bench = await TalkBench.OpenAsync();
        var directory = Directory.CreateTempSubdirectory("facts").FullName;
        try
        {
            bench.DataPath = FactFolders.Copy(bench.DataPath, directory);
            bench.Engine = new EngineHolder(Facts.Engine.Knowledge, "shipped");
            var anna = await AdminTests.AdminAsync(bench);
            var boris = bench.People.NewPerson("Boris");
            var before = await bench.AskAsync(boris, Chair);
            Assert.Equal(Facts.Answer(Chair), before.Text);

            var chairs = Path.Combine(directory, "facts", "chairs.yaml");
            var facts = await File.ReadAllTextAsync(chairs);
            Assert.Contains("expected-end: 2026-10\n", facts, StringComparison.Ordinal);
            FactFolders.Replace(chairs, facts.Replace("expected-end: 2026-10\n", "expected-end: 2027-12\n", StringComparison.Ordinal));
            var overview = await bench.AskAsync(anna, "/admin");
            var loaded = await bench.TapAsync(anna, anna.Private, overview, Facts.Text("admin.button.reload"));
            Assert.StartsWith("The facts are loaded anew: ", loaded.Text, StringComparison.Ordinal);

            var after = await bench.AskAsync(boris, Chair);
            Assert.NotEqual(before.Text, after.Text);
            Assert.Equal(bench.Engine.Engine.Ask(new Question(Chair, TalkBench.Today)).Text, after.Text);
            Assert.Equal(after.Text, (await bench.AskAsync(anna, Chair)).Text);
            Assert.Equal(Facts.Talk(Chair, Back), (await bench.AskAsync(boris, Back)).Text);
        }
        finally
        {
            await bench.StopAsync();
            Directory.Delete(directory, recursive: true);
        }
    }

    [Theory]
    [InlineData(Foreign)]
    [InlineData("who chairs the SCO this year?")]
    [InlineData("who is the CICA treasurer?")]
    [InlineData("hello!")]
    [InlineData("???")]
    public async Task What_is_no_answer_leaves_each_conversation_as_it_was(string aside)
    {
        await using var bench = await TalkBench.OpenAsync();
        var (anna, boris) = (bench.People.NewPerson("Anna"), bench.People.NewPerson("Boris"));
        var answer = Facts.Engine.Engine.Ask(new Question(aside, TalkBench.Today));
        Assert.NotEqual(Outcome.Answer, answer.Outcome);

        // Whoever asks it first does so in a conversation on something else.
        await bench.AskAsync(boris, ChairOf2015);
        Assert.Equal(answer.Text, (await bench.AskAsync(boris, aside)).Text);
        await bench.AskAsync(anna, Chair);
        Assert.Equal(answer.Text, (await bench.AskAsync(anna, aside)).Text);

        Assert.Equal(Facts.Talk(Chair, Back), (await bench.AskAsync(anna, Back)).Text);
        Assert.Equal(Facts.Talk(ChairOf2015, Back), (await bench.AskAsync(boris, Back)).Text);
    }

    [Fact]
    public async Task Whoever_was_declined_in_between_has_gone_on_talking()
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");

        await bench.AskAsync(anna, Chair);
        bench.Clock.Advance(TimeSpan.FromMinutes(8));
        await bench.AskAsync(anna, Foreign);
        bench.Clock.Advance(TimeSpan.FromMinutes(8));
        Assert.Equal(Facts.Talk(Chair, Back), (await bench.AskAsync(anna, Back)).Text);
    }

    [Fact]
    public async Task What_the_facts_say_is_not_known_is_gone_on_with()
    {
        await using var bench = await TalkBench.OpenAsync();
        var (anna, boris) = (bench.People.NewPerson("Anna"), bench.People.NewPerson("Boris"));
        foreach (var person in new[] { anna, boris })
        {
            await bench.AskAsync(person, ChairOf2015);
            Assert.Equal(Facts.Answer(Successor), (await bench.AskAsync(person, Successor)).Text);
            Assert.Equal(Facts.Talk(Successor, Back), (await bench.AskAsync(person, Back)).Text);
        }
    }

    private static string On(int year, int month, int day) => Facts.Engine.Engine.Ask(new Question(Chair, new DateOnly(year, month, day))).Text;

    private static async Task<Line> InGroupAsync(Place group, Person person, string text)
    {
        var said = person.Say(group, "@playground_bot " + text);
        return await group.NextFromBotAsync(said.MessageId);
    }
}
