using System.Globalization;
using System.Text.RegularExpressions;
using Cica.Knowledge.Model;
using CsCheck;

namespace Cica.Knowledge.Tests.Model;

public sealed partial class PartialDateTests
{
    private static readonly Gen<DateOnly> Days = Gen.Int[0, DateOnly.MaxValue.DayNumber].Select(DateOnly.FromDayNumber);

    private static readonly Gen<PartialDate> Dates = Gen.Select(Days, Gen.Enum<DatePrecision>()).Select((day, precision) => precision switch
    {
        DatePrecision.Year => PartialDate.Of(day.Year),
        DatePrecision.Month => PartialDate.Of(day.Year, day.Month),
        _ => PartialDate.Of(day),
    });

    [Fact]
    public void What_is_written_is_read_back() => Dates.Sample(date =>
        Assert.True(PartialDate.TryParse(date.ToString(), out var read) && read == date && read.Precision == date.Precision));

    [Fact]
    public void What_is_read_is_written_back_and_anything_else_is_refused()
    {
        var digits = Gen.Char["0123456789-"];
        var texts = Gen.OneOf(
            Gen.String[Gen.OneOf(digits, Gen.Char), 0, 12],
            Gen.Select(Gen.Int[0, 10_000], Gen.Int[0, 14], Gen.Int[0, 33]).Select((y, m, d) => $"{y:0000}-{m:00}-{d:00}"),
            Gen.Select(Gen.Int[0, 10_000], Gen.Int[0, 14]).Select((y, m) => $"{y:0000}-{m:00}"));
        texts.Sample(text =>
        {
            if (PartialDate.TryParse(text, out var date))
                Assert.Equal(text, date.ToString());
            else
                Assert.False(Shape().IsMatch(text) && DateOnly.TryParse((text + "-01-01")[..10], CultureInfo.InvariantCulture, out _), text);
        });
    }

    [Fact]
    public void The_days_it_may_mean_are_exactly_those_with_its_year_month_and_day() => Gen.Select(Dates, Days, Gen.Int[-40, 400]).Sample((date, anywhere, offset) =>
    {
        var near = Math.Clamp(date.First.DayNumber + offset, 0, DateOnly.MaxValue.DayNumber);
        foreach (var day in new[] { anywhere, DateOnly.FromDayNumber(near), date.First, date.Last })
        {
            var fits = day.Year == date.Year && (date.Month ?? day.Month) == day.Month && (date.Day ?? day.Day) == day.Day;
            Assert.Equal(fits, date.First <= day && day <= date.Last);
        }
    });

    [Fact]
    public void The_order_is_total_and_follows_the_first_days() => Gen.Select(Dates, Dates, Dates).Sample((a, b, c) =>
    {
        Assert.Equal(Math.Sign(a.CompareTo(b)), -Math.Sign(b.CompareTo(a)));
        Assert.Equal(a.CompareTo(b) == 0, a == b);
        if (a.First != b.First)
            Assert.Equal(a.First < b.First, a < b);
        if (a <= b && b <= c)
            Assert.True(a <= c);
        Assert.Equal((a < b, a > b), (!(a >= b), !(a <= b)));
    });

    [Fact]
    public void Of_dates_with_the_same_first_day_the_exacter_comes_first()
    {
        PartialDate[] dates = [PartialDate.Of(2020), PartialDate.Of(2020, 1), PartialDate.Of(new DateOnly(2020, 1, 1))];
        Assert.Equal(["2020-01-01", "2020-01", "2020"], dates.Order().Select(d => d.ToString()));
    }

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("2026-00")]
    [InlineData("0000")]
    [InlineData("+202")]
    [InlineData("٢٠٢٦")]
    [InlineData("2026/06")]
    [InlineData(" 2026 ")]
    [InlineData(null)]
    public void A_date_that_is_no_date_is_refused(string? text) => Assert.False(PartialDate.TryParse(text, out _));

    [Theory]
    [InlineData("2024", "2024-01-01", "2024-12-31")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2024-02-05", "2024-02-05", "2024-02-05")]
    [InlineData("9999-12", "9999-12-01", "9999-12-31")]
    public void A_year_or_a_month_spans_its_days(string text, string first, string last)
    {
        Assert.True(PartialDate.TryParse(text, out var date));
        Assert.Equal((first, last), (PartialDate.Of(date.First).ToString(), PartialDate.Of(date.Last).ToString()));
    }

    [GeneratedRegex(@"^\d{4}(-\d{2}(-\d{2})?)?$", RegexOptions.ECMAScript)]
    private static partial Regex Shape();
}
