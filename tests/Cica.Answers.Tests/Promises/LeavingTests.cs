using Cica.Answers.Tests.Questions;

namespace Cica.Answers.Tests.Promises;

/// <summary>Promise: what says all it asks, and what says nothing of ours, is answered as if nothing had been said before it.</summary>
public sealed class LeavingTests
{
    private static readonly string[] Before =
    [
        "Who chairs CICA?", "Is Syria in CICA?", "сколько наблюдателей у СВМДА?", "When was the Road Map for transformation approved?", "Кто сейчас руководит секретариатом?", "How many members does ASEAN have?",
    ];

    [Theory]
    [InlineData("asdfgh")]
    [InlineData("qwertyuiop zxcvbn")]
    [InlineData("12345 67890")]
    [InlineData("?!?!?! ... 7777")]
    [InlineData("what is 17*23")]
    [InlineData("sqrt of 144 pls")]
    [InlineData("Please explain briefly how photosynthesis works.")]
    [InlineData("Will it snow in Astana tomorrow?")]
    [InlineData("ыфвлоа ждлфыв")]
    [InlineData("как приготовить бешбармак")]
    [InlineData("как доехать до вокзала")]
    public void Noise_and_other_subjects_are_declined_whatever_was_said_before(string noise) =>
        Assert.All(Before, before => Assert.Equal(Outcome.Unknown, RealData.Converse([before, noise]).Outcome));

    [Theory]
    [InlineData("ok that was useful")]
    [InlineData("спасибо, было полезно")]
    [InlineData("а ты вообще человек?")]
    public void Small_talk_is_small_talk_whatever_was_said_before(string talk) =>
        Assert.All(Before, before => Assert.Equal(Outcome.Chat, RealData.Converse([before, talk]).Outcome));

    [Theory]
    [InlineData("what is the Almaty Act?", "2002")]
    [InlineData("Fifth summit - city?", "Dushanbe")]
    [InlineData("What do the letters SOC stand for?", "Senior Officials Committee")]
    [InlineData("Under what name did the Council of Heads of State or Government go before?", "Meeting of Heads")]
    [InlineData("шестая министерская встреча год?", "2021")]
    [InlineData("Создан ли уже Совет по устойчивой связанности?", "связанност")]
    public void A_state_that_is_no_member_is_left_behind(string question, string told)
    {
        var answer = RealData.Converse(["Is Syria in CICA?", question]);
        Assert.Equal(Outcome.Answer, answer.Outcome);
        Assert.Contains(told, answer.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Syria", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Сирия", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("When was the Catalogue adopted?", "are you sure?", "2004")]
    [InlineData("Since when is CICA an observer in the IOM?", "are you sure?", "2016")]
    [InlineData("Когда вступил Кувейт?", "вы уверены?", "2022")]
    public void Whoever_asks_whether_it_is_sure_is_told_once_more(string question, string doubt, string told)
    {
        var answer = RealData.Converse([question, doubt]);
        Assert.Equal(Outcome.Answer, answer.Outcome);
        Assert.Contains(told, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void That_organisation_itself_is_the_other_one_and_CICA_is_asked_the_same()
    {
        string[] turns = ["Does CICA have a deal with the Shanghai Cooperation Organisation?", "how many members does that organisation itself have?"];
        Assert.Equal(Outcome.Unknown, RealData.Converse(turns).Outcome);
        Assert.StartsWith("CICA has 28 member states", RealData.Converse([.. turns, "and CICA?"]).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("how many cbm events were there in 2020-2023?", "by how many member states?", "14 member states")]
    public void By_how_many_is_asked_of_what_was_counted(string first, string then, string told)
    {
        var answer = RealData.Converse([first, then]).Text;
        Assert.Contains(told, answer, StringComparison.Ordinal);
        Assert.False(answer.StartsWith("Yes", StringComparison.Ordinal), "a count is no yes");
    }

    [Fact]
    public void What_is_said_to_stand_alone_or_to_hold_by_itself_is_the_same_answer_after_anything_it_does_not_lean_on()
    {
        var conversations = Before.Select(before => RealData.Ask(before).Conversation).ToArray();
        var (standing, holding) = (0, 0);
        foreach (var text in QuestionSet.All.Where(q => q.Turns.Count == 1).Select(q => q.Turns[0].Text))
        {
            var alone = RealData.Ask(text);
            foreach (var conversation in conversations)
            {
                var after = RealData.Ask(text, conversation: conversation);
                Assert.Equal(alone.StandsAlone, after.StandsAlone);
                var holds = alone.HoldsByItself && !RealData.Engine.Leans(new Question(text, RealData.Today, null, conversation));
                Assert.True(holds || !after.HoldsByItself || after.StandsAlone, text);
                if (!alone.StandsAlone && !holds)
                    continue;
                (standing, holding) = (standing + (alone.StandsAlone ? 1 : 0), holding + 1);
                Assert.Equal((alone.Outcome, alone.Text), (after.Outcome, after.Text));
            }
        }
        Assert.True(standing > conversations.Length * 500, "most of people's questions say all they ask");
        Assert.True(holding > standing, "and many more lean on nothing");
    }
}
