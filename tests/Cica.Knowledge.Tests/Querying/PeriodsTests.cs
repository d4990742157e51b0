using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;
using CsCheck;

namespace Cica.Knowledge.Tests.Querying;

public sealed class PeriodsTests
{
    [Fact]
    public void On_the_day_of_change_the_new_value_counts()
    {
        var earlier = Fact(from: "2002-06-04", until: "2010-06-08");
        var later = Fact(from: "2010-06-08");
        var day = new DateOnly(2010, 6, 8);
        Assert.True(earlier.HoldsOn(day.AddDays(-1)));
        Assert.False(later.HoldsOn(day.AddDays(-1)));
        Assert.False(earlier.HoldsOn(day));
        Assert.True(later.HoldsOn(day));
    }

    [Fact]
    public void Whatever_the_precision_of_the_change_one_value_holds_on_every_day() =>
        Gen.Select(Gen.Enum<DatePrecision>(), Gen.Int[-800, 800]).Sample((precision, offset) =>
        {
            var change = "2010-06-08"[..(4 + (3 * (int)precision))];
            var day = new DateOnly(2010, 6, 8).AddDays(offset);
            Assert.True(Fact(from: "1999", until: change).HoldsOn(day) ^ Fact(from: change).HoldsOn(day));
        });

    [Fact]
    public void A_date_known_to_the_year_counts_from_its_first_day()
    {
        var fact = Fact(from: "2010", until: "2014");
        Assert.False(fact.HoldsOn(new DateOnly(2009, 12, 31)));
        Assert.True(fact.HoldsOn(new DateOnly(2010, 1, 1)));
        Assert.True(fact.HoldsOn(new DateOnly(2013, 12, 31)));
        Assert.False(fact.HoldsOn(new DateOnly(2014, 1, 1)));
    }

    [Fact]
    public void What_began_and_ended_within_a_known_year_held_in_that_year()
    {
        var fact = Fact(from: "2010-03-05", until: "2010");
        Assert.True(fact.HoldsOn(new DateOnly(2010, 3, 5)));
        Assert.True(fact.HoldsWithin(new DateOnly(2010, 1, 1), new DateOnly(2010, 12, 31)));
        Assert.False(fact.HoldsOn(new DateOnly(2010, 3, 4)));
        Assert.True(fact.EndedBy(new DateOnly(2011, 1, 1)));
    }

    [Fact]
    public void Where_the_first_day_is_unknown_it_holds_from_when_it_is_known_to_hold()
    {
        Assert.False(Fact(by: "2010").HoldsOn(new DateOnly(2009, 12, 31)));
        Assert.True(Fact(by: "2010").HoldsOn(new DateOnly(2010, 1, 1)));
        Assert.True(Fact().HoldsOn(DateOnly.MinValue));
    }

    [Fact]
    public void It_holds_within_a_span_if_it_holds_on_any_of_its_days() =>
        Gen.Select(Gen.Int[0, 40], Gen.Int[1, 20], Gen.Int[0, 60], Gen.Int[0, 20]).Sample((start, length, first, span) =>
        {
            var zero = new DateOnly(2010, 1, 1);
            var fact = Fact(from: PartialDate.Of(zero.AddDays(start)).ToString(), until: PartialDate.Of(zero.AddDays(start + length)).ToString());
            var days = Enumerable.Range(first, span + 1).Select(zero.AddDays);
            Assert.Equal(days.Any(fact.HoldsOn), fact.HoldsWithin(zero.AddDays(first), zero.AddDays(first + span)));
        });

    [Theory]
    [InlineData("2010-06-08", true)]
    [InlineData("2010-01-01", true)]
    [InlineData("2010-12-31", true)]
    [InlineData("2010", true)]
    [InlineData("2010-06", true)]
    [InlineData("2009-12-31", false)]
    [InlineData("2011", false)]
    public void It_began_within_a_year_if_its_date_lies_inside(string from, bool within) =>
        Assert.Equal(within, Fact(from: from).BeganWithin(new DateOnly(2010, 1, 1), new DateOnly(2010, 12, 31)));

    [Fact]
    public void A_date_known_less_exactly_must_lie_wholly_inside()
    {
        var (first, last) = (new DateOnly(2010, 6, 1), new DateOnly(2010, 6, 30));
        Assert.True(Fact(from: "2010-06").BeganWithin(first, last));
        Assert.False(Fact(from: "2010").BeganWithin(first, last));
        Assert.False(Fact(from: "2010-06").BeganWithin(first.AddDays(1), last));
        Assert.False(Fact(by: "2010-06").BeganWithin(first, last));
    }

    [Fact]
    public void It_is_overdue_after_the_last_possible_day_of_its_expected_end()
    {
        var fact = Fact(from: "2024", expectedEnd: "2026-10");
        Assert.False(fact.Overdue(new DateOnly(2026, 10, 31)));
        Assert.True(fact.Overdue(new DateOnly(2026, 11, 1)));
        Assert.False(Fact(from: "2024", until: "2026-10-20", expectedEnd: "2026-10").Overdue(new DateOnly(2026, 11, 1)));
    }

    private static Fact Fact(string? from = null, string? until = null, string? by = null, string? expectedEnd = null) => new()
    {
        Id = "f",
        Subject = null!,
        Property = null!,
        Sources = [],
        Place = default,
        From = Date(from),
        Until = Date(until),
        By = Date(by),
        ExpectedEnd = Date(expectedEnd),
    };

    private static PartialDate? Date(string? text) => PartialDate.TryParse(text, out var date) ? date : null;
}
