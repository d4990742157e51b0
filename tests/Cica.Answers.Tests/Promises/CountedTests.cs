namespace Cica.Answers.Tests.Promises;

/// <summary>Promise: what is counted or compared here is counted from facts, and cites them.</summary>
public sealed class CountedTests
{
    [Theory]
    [InlineData("How old is the CICA Secretariat?", "20 years and 5 months")]
    [InlineData("How old will the Secretariat be in 2027?", "21 years")]
    [InlineData("Сколько лет исполнится Секретариату СВМДА в 2028 году?", "22 года")]
    [InlineData("сколько исполнится СВМДА в 2032?", "40 лет")]
    public void An_age_is_counted_from_the_day_of_its_anniversary(string question, string told)
    {
        var answer = RealData.Ask(question, new DateOnly(2026, 11, 27));
        Assert.Equal(Outcome.Answer, answer.Outcome);
        Assert.Contains(told, answer.Text, StringComparison.Ordinal);
        Assert.NotEmpty(answer.Citations);
    }

    [Theory]
    [InlineData("how old is Kairat Sarybay?")]
    [InlineData("сколько лет Сарыбаю?")]
    [InlineData("how old is my cat?")]
    public void The_age_of_people_is_not_counted(string question) => Assert.NotEqual(Outcome.Answer, RealData.Ask(question).Outcome);

    [Theory]
    [InlineData("Where is Zhang Ling from?", "China")]
    [InlineData("nationality of Aldemir", "Türkiye")]
    [InlineData("откуда родом Гун Цзяньвэй?", "Кита")]
    public void A_person_is_from_the_state_that_a_fact_names(string question, string told)
    {
        var answer = RealData.Ask(question);
        Assert.Equal(Outcome.Answer, answer.Outcome);
        Assert.Contains(told, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void From_another_state_is_no() => Assert.StartsWith("No.", RealData.Ask("Is Gong Jianwei from Kazakhstan?").Text, StringComparison.Ordinal);

    [Fact]
    public void Where_a_person_is_from_that_no_source_tells_is_not_known() => Assert.Equal(Outcome.Unknown, RealData.Ask("Where is Farid Damirli from?").Outcome);

    [Theory]
    [InlineData("What happened on 17 June?", "Second CICA Summit")]
    [InlineData("Что было 4 июня?", "Алматинский акт")]
    public void A_day_without_its_year_is_that_day_in_any_year(string question, string told)
    {
        var answer = RealData.Ask(question);
        Assert.Equal(Outcome.Answer, answer.Outcome);
        Assert.Contains(told, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("сев корея входит в свмда?")]
    [InlineData("is n korea in cica?")]
    public void A_shortened_North_Korea_is_not_taken_for_the_other(string question)
    {
        var answer = RealData.Ask(question);
        Assert.Equal(Outcome.Answer, answer.Outcome);
        Assert.DoesNotContain("member-south-korea", answer.Facts);
        Assert.Contains(answer.Language == "ru" ? "Северная Корея" : "North Korea", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Before it acceded, was the Republic of Korea an observer?", "Yes.")]
    [InlineData("Was Xi Jinping ever at the head of CICA as chair?", "Yes.")]
    [InlineData("Армения участвует в СВМДА как член?", "Нет")]
    public void A_yes_or_no_question_gets_its_word(string question, string word) => Assert.StartsWith(word, RealData.Ask(question).Text, StringComparison.Ordinal);
}
