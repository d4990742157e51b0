namespace Cica.Answers.Tests.Promises;

/// <summary>Promise: whoever doubts what was told is told it once more, with a yes or a no where one fits.</summary>
public sealed class DoubtTests
{
    [Theory]
    [InlineData("When was the memorandum of CICA and the SCO signed?", "so not in Astana?", "Shanghai")]
    [InlineData("С какого года СВМДА — наблюдатель в МОМ?", "то есть не в 2014-м?", "2016")]
    public void What_is_doubted_is_told_once_more(string first, string then, string told)
    {
        var answer = Follow(first, then);
        Assert.Equal(Outcome.Answer, answer.Outcome);
        Assert.Contains(told, answer.Text, StringComparison.Ordinal);
        Assert.False(answer.Text.StartsWith("No.", StringComparison.Ordinal) || answer.Text.StartsWith("Нет.", StringComparison.Ordinal), "a no to a denial may be read either way");
    }

    [Fact]
    public void A_doubt_that_asks_something_new_is_no_doubt() => Assert.DoesNotContain("Almaty", Follow("Where was the First CICA Summit?", "so not even Japan is a member?").Lines[0], StringComparison.Ordinal);

    [Theory]
    [InlineData("Which organisations are observers of CICA?", "is the SCO one of them?", "not an observer")]
    [InlineData("Какие организации — наблюдатели СВМДА?", "а ШОС тоже среди них?", "не наблюдатель")]
    public void Whether_it_is_among_them_is_answered(string first, string then, string told)
    {
        var answer = Follow(first, then);
        Assert.Equal(Outcome.Answer, answer.Outcome);
        Assert.Contains(told, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("СВМДА — крупный форум?", "Со слов Сарыбая: СВМДА — это клуб только для азиатских стран?")]
    [InlineData("Рафиев кто?", "А глава МИД Азербайджана?")]
    [InlineData("шестая встреча Молодёжного совета в каком городе была, в 2023?", "а после нее собирался?")]
    public void No_yes_is_said_to_more_than_the_facts_say_or_to_what_asks_for_none(string first, string then) =>
        Assert.False(Follow(first, then).Text.StartsWith("Да", StringComparison.Ordinal), "a yes nobody can stand for");

    [Theory]
    [InlineData("Did Pakistan chair CICA before Türkiye or after?", "Pakistan has not chaired")]
    [InlineData("пакистан председательствовал до турции или после", "Пакистан в СВМДА не председательств")]
    public void Of_a_state_that_never_chaired_that_is_said_first(string question, string told) =>
        Assert.StartsWith(told, RealData.Ask(question).Text.Replace("No. ", "", StringComparison.Ordinal), StringComparison.Ordinal);

    private static Answer Follow(string first, string then) => RealData.Converse([first, then]);
}
