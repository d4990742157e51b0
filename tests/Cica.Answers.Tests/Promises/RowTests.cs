namespace Cica.Answers.Tests.Promises;

/// <summary>Promise: along a row of meetings, offices and years a conversation goes on as people mean it.</summary>
public sealed class RowTests
{
    [Theory]
    [InlineData("Qatar", "Who joined CICA at the third summit?", "and at the next one?")]
    [InlineData("Бангладеш", "Кого приняли в СВМДА на Третьем саммите?", "а на следующем саммите?")]
    [InlineData("Jordan", "Who was admitted at the second CICA ministerial?", "and at the next ministerial?")]
    public void The_same_is_asked_of_the_next_meeting(string told, params string[] turns) => Tells(told, turns);

    [Theory]
    [InlineData("2021", "Where was the fifth CICA ministerial?", "the one before it?", "and the one after?")]
    [InlineData("Сарыбай", "Кто такой Мирзозода?", "а до него кто был?", "а после?")]
    public void Whoever_turns_round_does_not_mean_where_they_came_from(string told, params string[] turns) => Tells(told, turns);

    [Theory]
    [InlineData("Kazakhstan", "Who chaired CICA in 2015?", "who had it before?", "and in 2009?")]
    [InlineData("Турция", "Кто председательствовал в СВМДА в 2019 году?", "2013?")]
    public void Another_year_is_asked_of_the_office_and_not_of_who_came_before(string told, params string[] turns) => Tells(told, turns);

    [Fact]
    public void Years_are_counted_on_from_what_was_told() => Tells("1999", "Когда прошла встреча заместителей министров СВМДА в Алматы?", "что было через три года?");

    [Theory]
    [InlineData("Azerbaijan", "who chairs CICA at present?", "and who takes over from them?")]
    public void Who_was_chosen_takes_over(string told, params string[] turns) => Tells(told, new DateOnly(2024, 10, 1), turns);

    [Theory]
    [InlineData("Senior Officials", "What is the highest organ of CICA?", "and below it?")]
    [InlineData("старших должностных", "Какой орган у СВМДА высший?", "а под ним?")]
    public void What_ranks_below_is_told(string told, params string[] turns) => Tells(told, turns);

    private static void Tells(string told, params string[] turns) => Tells(told, RealData.Today, turns);

    private static void Tells(string told, DateOnly day, string[] turns)
    {
        var last = RealData.Converse(turns, day);
        Assert.Equal(Outcome.Answer, last.Outcome);
        Assert.Contains(told, last.Text, StringComparison.Ordinal);
    }
}
