namespace Cica.Answers.Tests.Promises;

/// <summary>Promise: what people say beside their question, or presume in it, does not lead astray.</summary>
public sealed class ReadingTests
{
    [Theory]
    [InlineData("I am a student of Mongolian studies. Was Mongolia a founding signatory?", "Almaty Act")]
    [InlineData("I am compiling a table. Date of Sri Lanka's admission?", "2018")]
    [InlineData("Does Nepal belong? asking because of SAARC stuff", "not a member")]
    [InlineData("fine. What's CICA then?", "Conference on Interaction")]
    public void What_people_say_of_themselves_is_no_part_of_the_question(string question, string told) => Tells(question, told);

    [Theory]
    [InlineData("What was adopted at the CICA summit in Tashkent?", "None was held there")]
    [InlineData("Что решили на саммите СВМДА в Ташкенте?", "их не было")]
    public void A_summit_that_never_was_is_not_told_of(string question, string told) => Tells(question, told);

    [Theory]
    [InlineData("Сколько стран-наблюдателей было весной 2021 года?", "восемь")]
    [InlineData("Who chaired CICA in spring 2014?", "Türkiye")]
    public void A_season_is_a_part_of_a_year(string question, string told) => Tells(question, told);

    [Theory]
    [InlineData("Кем стал Асанов после Секретариата?", "ТЮРКПА")]
    [InlineData("Кто заместители генсека?", "Чжан Лин", "Дамирли")]
    [InlineData("can you compare the Shanghai and Dushanbe summits — dates?", "2014", "2019")]
    [InlineData("В каком городе проходил четвёртый саммит и под чьим председательством?", "Шанха", "Кита")]
    [InlineData("Чей сокоординатор Афганистан и в какой области?", "Турция", "Афганистан")]
    [InlineData("Which city is to host the seventh summit?", "Baku")]
    [InlineData("which one came straight after the Istanbul summit?", "Shanghai")]
    public void Each_part_of_a_question_is_answered(string question, params string[] told) => Tells(question, told);

    [Theory]
    [InlineData("Does the geographic rule keep Belarus out?")]
    [InlineData("Финансовый саммит уже проводили?")]
    public void A_denial_of_something_else_is_no_No(string question) =>
        Assert.False(RealData.Ask(question).Lines[0].StartsWith("No.", StringComparison.Ordinal) || RealData.Ask(question).Lines[0].StartsWith("Нет.", StringComparison.Ordinal));

    [Theory]
    [InlineData("chair?", "2023-02-02", "Kazakhstan")]
    [InlineData("current chair?", "2021-05-01", "Kazakhstan")]
    [InlineData("Which country has been picked to take over the chair from Kazakhstan?", "2024-05-01", "Azerbaijan")]
    public void Who_is_in_the_chair_goes_by_the_day(string question, string day, string told)
    {
        var answer = RealData.Ask(question, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains(told, answer.Lines[0], StringComparison.Ordinal);
    }

    private static void Tells(string question, params string[] told)
    {
        var answer = RealData.Ask(question);
        Assert.Equal(Outcome.Answer, answer.Outcome);
        Assert.All(told, t => Assert.Contains(t, answer.Text, StringComparison.Ordinal));
    }
}
