using System.Globalization;
using Cica.Answers.Understanding;

namespace Cica.Answers.Tests.Understanding;

public sealed class TimeReaderTests
{
    [Theory]
    [InlineData("who chaired CICA in 2015?", "2015-01-01", "2015-12-31")]
    [InlineData("кто председательствовал в СВМДА в 2015 году", "2015-01-01", "2015-12-31")]
    [InlineData("what happened in May 2014", "2014-05-01", "2014-05-31")]
    [InlineData("что было в мае 2014 года", "2014-05-01", "2014-05-31")]
    [InlineData("what happened in february 2020", "2020-02-01", "2020-02-29")]
    [InlineData("who chaired CICA on 17 December 2024", "2024-12-17", "2024-12-17")]
    [InlineData("who chaired CICA on December 17, 2024", "2024-12-17", "2024-12-17")]
    [InlineData("кто председательствовал 17 декабря 2024 года", "2024-12-17", "2024-12-17")]
    [InlineData("who chaired CICA on 2019-06-15", "2019-06-15", "2019-06-15")]
    [InlineData("кто председательствовал 15.06.2019", "2019-06-15", "2019-06-15")]
    [InlineData("meetings between 2010 and 2014", "2010-01-01", "2014-12-31")]
    [InlineData("chair from 2010 to 2014", "2010-01-01", "2014-12-31")]
    [InlineData("chair 2010-2014", "2010-01-01", "2014-12-31")]
    [InlineData("с 2010 по 2014 год", "2010-01-01", "2014-12-31")]
    [InlineData("who joined last year", "2025-01-01", "2025-12-31")]
    [InlineData("which events are there this year", "2026-01-01", "2026-12-31")]
    [InlineData("which summit is next year", "2027-01-01", "2027-12-31")]
    [InlineData("что было в прошлом году", "2025-01-01", "2025-12-31")]
    [InlineData("что будет в следующем году", "2027-01-01", "2027-12-31")]
    public void A_time_is_read_as_the_days_it_spans(string text, string first, string last)
    {
        var time = Reading.Frame(text).Time;
        Assert.NotNull(time);
        Assert.Equal((Day(first), Day(last)), (time.First, time.Last));
    }

    [Theory]
    [InlineData("members before 2010", "Before")]
    [InlineData("who joined after 2010", "After")]
    [InlineData("chairs since 2010", "Since")]
    [InlineData("who chaired in 2010", "In")]
    [InlineData("кто вступил после 2010 года", "After")]
    [InlineData("кто председательствовал до 2010 года", "Before")]
    public void Before_after_and_since_are_told_apart(string text, string relation) => Assert.Equal(relation, Reading.Frame(text).Time?.Relation.ToString());

    [Theory]
    [InlineData("who chairs CICA?")]
    [InlineData("may I ask who chairs CICA")]
    [InlineData("how many of the 28 members are in Asia")]
    [InlineData("the 6th summit of CICA")]
    [InlineData("CICA 99999")]
    public void No_time_is_read_where_none_stands(string text) => Assert.Null(Reading.Frame(text).Time);

    [Theory]
    [InlineData("what happened on 31 February 2020")]
    [InlineData("what happened on 2020-02-31")]
    [InlineData("что было 31.02.2020")]
    [InlineData("what happened on 30.13.2020")]
    public void A_day_that_does_not_exist_leaves_the_year(string text)
    {
        var time = Reading.Frame(text).Time;
        Assert.NotNull(time);
        Assert.True(time.IsYear);
        Assert.Equal(2020, time.First.Year);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
