using System.Globalization;
using Cica.Bot.Reminders;
using Cica.Bot.Reminders.Planning;
using Cica.Knowledge.Model;
using Calendar = Cica.Bot.Reminders.Planning.Calendar;

namespace Cica.Bot.Tests.Reminders;

public sealed class MomentsTests
{
    [Theory]
    [InlineData("Asia/Almaty", "2027-05-04T04:00Z", "2027-05-28T04:00Z", "2027-06-03T04:00Z", "2027-06-04T04:00Z")]
    [InlineData("America/New_York", "2027-05-04T13:00Z", "2027-05-28T13:00Z", "2027-06-03T13:00Z", "2027-06-04T13:00Z")]
    [InlineData("Pacific/Kiritimati", "2027-05-03T19:00Z", "2027-05-27T19:00Z", "2027-06-02T19:00Z", "2027-06-03T19:00Z")]
    [InlineData(null, "2027-05-04T09:00Z", "2027-05-28T09:00Z", "2027-06-03T09:00Z", "2027-06-04T09:00Z")]
    public void An_event_of_whole_days_is_told_at_nine_in_the_chat_s_morning(string? zone, string month, string week, string day, string start) => Assert.Equal(
        [(NoticeKind.Month, At(month)), (NoticeKind.Week, At(week)), (NoticeKind.Day, At(day)), (NoticeKind.Start, At(start))],
        Of(Made.Event("e", "2027-06-04"), zone));

    [Fact]
    public void The_hour_and_the_start_of_an_event_of_whole_days_are_one_notice()
    {
        var start = Moment(Made.Event("e", "2027-06-04"), "UTC", NoticeKind.Start);
        Assert.Equal(Leads.Hour | Leads.Start, start.Leads);
    }

    [Fact]
    public void An_event_with_its_hour_is_told_at_the_same_time_of_day_before_and_an_hour_before() => Assert.Equal(
        [(NoticeKind.Month, At("2027-05-04T05:30Z")), (NoticeKind.Week, At("2027-05-28T05:30Z")), (NoticeKind.Day, At("2027-06-03T05:30Z")), (NoticeKind.Hour, At("2027-06-04T04:30Z")), (NoticeKind.Start, At("2027-06-04T05:30Z"))],
        Of(Made.Event("e", "2027-06-04T05:30:00Z"), "Asia/Almaty"));

    [Theory]
    // Berlin leaves out 02:00-03:00 on 28 March 2027, and has it twice on 31 October.
    [InlineData("2027-03-29T00:30:00Z", "2027-03-28T01:00Z")]
    [InlineData("2027-11-01T01:30:00Z", "2027-10-31T00:30Z")]
    public void A_time_the_clock_leaves_out_is_the_next_and_one_it_has_twice_the_first(string starts, string day) =>
        Assert.Equal(At(day), Moment(Made.Event("e", starts), "Europe/Berlin", NoticeKind.Day).Due.ToDateTimeOffset());

    [Fact]
    public void The_time_of_day_stays_over_a_change_of_the_clock() =>
        Assert.Equal(At("2027-03-24T09:00Z"), Moment(Made.Event("e", "2027-03-31T08:00:00Z"), "Europe/Berlin", NoticeKind.Week).Due.ToDateTimeOffset());

    [Theory]
    [InlineData("2028-03-29", "2028-02-29T09:00Z")]
    [InlineData("2027-03-29", "2027-02-28T09:00Z")]
    [InlineData("2027-03-31", "2027-02-28T09:00Z")]
    [InlineData("2027-01-01", "2026-12-01T09:00Z")]
    public void A_month_before_is_the_same_day_or_the_month_s_last(string start, string month) =>
        Assert.Equal(At(month), Moment(Made.Event("e", start), "UTC", NoticeKind.Month).Due.ToDateTimeOffset());

    [Fact]
    public void A_week_before_new_year_lies_in_the_old_one() =>
        Assert.Equal(At("2026-12-24T20:00Z"), Moment(Made.Event("e", "2027-01-01"), "Pacific/Apia", NoticeKind.Week).Due.ToDateTimeOffset());

    [Fact]
    public void What_returns_every_year_has_its_day_in_each_and_29_February_its_28th()
    {
        var calendar = new Calendar([Made.Event("leap", "2024-02-29", yearly: true), Made.Event("day", "2026-10-05", yearly: true)], new Dictionary<string, int>());
        var found = calendar.Between(new(2026, 1, 1), new(2028, 12, 31)).Select(o => $"{o.Event.Id} {o.Year} {o.Start}").Order();
        Assert.Equal(["day 2026 2026-10-05", "day 2027 2027-10-05", "day 2028 2028-10-05", "leap 2026 2026-02-28", "leap 2027 2027-02-28", "leap 2028 2028-02-29"], found);
    }

    [Theory]
    [InlineData("2027-06", "2027-06-01T04:00Z")]
    [InlineData("2027", "2027-01-01T04:00Z")]
    public void No_lead_is_counted_from_a_day_nobody_knows(string start, string begins)
    {
        var only = Assert.Single(All(Made.Event("e", start), "Asia/Almaty"));
        Assert.Equal((NoticeKind.Period, At(begins), Leads.Month | Leads.Week | Leads.Day | Leads.Hour | Leads.Start), (only.Kind, only.Due.ToDateTimeOffset(), only.Leads));
    }

    [Theory]
    // Nine in the morning is quiet: after it, still on the day.
    [InlineData("2027-06-04", NoticeKind.Start, "22:00", "10:00", "2027-06-04T10:00Z")]
    [InlineData("2027-06-04", NoticeKind.Day, "08:00", "20:00", "2027-06-03T20:00Z")]
    // Quiet until the day is over: before.
    [InlineData("2027-06-04", NoticeKind.Start, "08:00", "00:00", "2027-06-04T07:55Z")]
    // An hour before three in the night; the quiet ends after it began: the evening before.
    [InlineData("2027-06-04T03:00:00Z", NoticeKind.Hour, "22:00", "07:00", "2027-06-03T21:55Z")]
    [InlineData("2027-06-04T03:00:00Z", NoticeKind.Start, "22:00", "07:00", "2027-06-03T21:55Z")]
    [InlineData("2027-06-04T03:00:00Z", NoticeKind.Day, "22:00", "07:00", "2027-06-03T07:00Z")]
    // The quiet ends just when it begins: too late for the hour before.
    [InlineData("2027-06-04T07:00:00Z", NoticeKind.Hour, "22:00", "07:00", "2027-06-03T21:55Z")]
    [InlineData("2027-06-04T07:00:00Z", NoticeKind.Start, "22:00", "07:00", "2027-06-04T07:00Z")]
    // Its last quiet minute and its first that is not.
    [InlineData("2027-06-04T08:00:00Z", NoticeKind.Hour, "06:00", "07:00", "2027-06-04T07:00Z")]
    [InlineData("2027-06-04T08:00:00Z", NoticeKind.Hour, "07:00", "07:30", "2027-06-04T07:30Z")]
    [InlineData("2027-06", NoticeKind.Period, "08:00", "12:00", "2027-06-01T12:00Z")]
    public void Quiet_hours_delay_to_their_end_or_send_before_them(string start, NoticeKind kind, string from, string to, string due)
    {
        var quiet = new QuietHours(TimeOnly.Parse(from, CultureInfo.InvariantCulture), TimeOnly.Parse(to, CultureInfo.InvariantCulture));
        var moment = All(Made.Event("e", start), "UTC", quiet).Single(m => m.Kind == kind);
        Assert.Equal(At(due), moment.Due.ToDateTimeOffset());
    }

    [Fact]
    public void A_zone_nobody_knows_counts_as_UTC() => Assert.Equal("UTC", Zones.Of("Mars/Olympus").Id);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<(NoticeKind, DateTimeOffset)> Of(EventEntry entry, string? zone) => All(entry, zone).Select(m => (m.Kind, m.Due.ToDateTimeOffset()));

    private static Moment Moment(EventEntry entry, string? zone, NoticeKind kind) => All(entry, zone).Single(m => m.Kind == kind);

    private static IEnumerable<Moment> All(EventEntry entry, string? zone, QuietHours? quiet = null)
    {
        var occurrence = Assert.Single(new Calendar([entry], new Dictionary<string, int>()).Between(new(2026, 1, 1), new(2030, 1, 1)));
        return Moments.Of(occurrence, Zones.Of(zone), quiet);
    }
}
