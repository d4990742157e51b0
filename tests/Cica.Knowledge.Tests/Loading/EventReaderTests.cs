using Cica.Knowledge.Tests.Support;

namespace Cica.Knowledge.Tests.Loading;

public sealed class EventReaderTests : IDisposable
{
    private readonly DataFolder data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public void An_unknown_time_zone_is_a_mistake()
    {
        data.Replace(DataFolder.Events, "start: 1992-10-05\n  zone: Asia/Almaty", "start: 1992-10-05\n  zone: Asia/Atlantis");
        data.HasOneMistake(DataFolder.Events, "Atlantis", "unknown time zone 'Asia/Atlantis'; use an IANA name such as Asia/Baku");
    }

    [Theory]
    [InlineData("2002-06-04")]
    [InlineData("4 June")]
    public void A_date_of_its_own_beside_a_borrowed_one_is_a_mistake(string start)
    {
        data.Replace(DataFolder.Events, "date-of: summit-1", $"date-of: summit-1\n  start: {start}");
        Assert.Contains($"{DataFolder.Events}:{data.Line(DataFolder.Events, "start:")}: a date stands once: give 'start' or 'date-of', not both", data.Lines());
    }

    [Fact]
    public void An_event_without_any_date_is_a_mistake()
    {
        data.Replace(DataFolder.Events, "\n  start: 1992-10-05", "");
        data.HasOneMistake(DataFolder.Events, "id: event-day", "'start' or 'date-of' is missing");
    }

    [Fact]
    public void A_date_borrowed_from_nowhere_is_a_mistake()
    {
        data.Replace(DataFolder.Events, "date-of: summit-1", "date-of: summit-9");
        data.HasOneMistake(DataFolder.Events, "summit-9", "unknown fact or entity 'summit-9' in 'date-of'");
    }

    [Theory]
    [InlineData("highland")]
    [InlineData("note-1")]
    public void A_date_borrowed_from_what_has_none_is_a_mistake(string reference)
    {
        data.Replace(DataFolder.Events, "date-of: summit-1", $"date-of: {reference}");
        data.HasOneMistake(DataFolder.Events, $"date-of: {reference}", $"'{reference}' carries no date");
    }

    [Fact]
    public void A_date_that_is_no_date_is_a_mistake()
    {
        data.Replace(DataFolder.Events, "start: 1992-10-05", "start: 1992-10-32");
        data.HasOneMistake(DataFolder.Events, "1992-10-32", "'1992-10-32' is no date: write YYYY, YYYY-MM, YYYY-MM-DD or an instant such as 2027-06-04T10:00+05:00");
    }

    [Fact]
    public void An_event_that_ends_no_later_than_it_starts_is_a_mistake()
    {
        data.Replace(DataFolder.Events, "start: 1992-10-05", "start: 1992-10-05\n  until: 1992-10-05");
        data.HasOneMistake(DataFolder.Events, "until:", "'until' (1992-10-05) is not after the start (1992-10-05); it is the day after the last");
    }

    [Fact]
    public void A_missing_translation_of_the_title_is_a_mistake()
    {
        data.Replace(DataFolder.Events, ", ru: \"Первый саммит\"", "");
        data.HasOneMistake(DataFolder.Events, "First Summit", "'title' has no text in 'ru'; every shipped language needs one");
    }

    [Theory]
    [InlineData("kind: summit", "kind: party", "'kind' is 'party', but must be one of summit, ministerial, cbm, anniversary, meeting")]
    [InlineData("status: held", "status: over", "'status' is 'over', but must be one of planned, confirmed, moved, cancelled, held")]
    [InlineData("yearly: true", "yearly: often", "'yearly' must be true or false, not 'often'")]
    public void A_wrong_choice_is_a_mistake_that_lists_the_right_ones(string right, string wrong, string reason)
    {
        data.Replace(DataFolder.Events, right, wrong);
        data.HasOneMistake(DataFolder.Events, wrong, reason);
    }

    [Fact]
    public void An_event_takes_its_dates_from_the_meeting_it_names()
    {
        data.Replace(DataFolder.Facts, "property: held\n  from: 2002-06-04", "property: held\n  from: 2002-06-04\n  until: 2002-06-06");
        var summit = data.Load().Snapshot!.Events[0];
        Assert.Equal(("2002-06-04", "2002-06-06"), (summit.Start.ToString(), summit.Until.ToString()));
    }

    [Fact]
    public void The_end_of_a_plan_is_not_taken_for_the_end_of_the_event()
    {
        data.Replace(DataFolder.Facts, "property: held\n  from: 2002-06-04", "property: planned-date\n  value: 2002-06-04\n  from: 2001\n  until: 2002-03\n  say: { en: a, ru: б }");
        var summit = data.Load().Snapshot!.Events[0];
        Assert.Equal("2002-06-04", summit.Start.ToString());
        Assert.Null(summit.Until);
    }

    [Fact]
    public void A_start_may_be_an_instant_which_keeps_its_day_in_the_events_own_zone()
    {
        data.Replace(DataFolder.Events, "start: 1992-10-05\n  zone: Asia/Almaty", "start: 2027-06-04T22:30Z\n  zone: Asia/Baku");
        var day = data.Load().Snapshot!.Events[1];
        Assert.Equal("2027-06-05", day.Start.ToString());
        Assert.Equal(new DateTimeOffset(2027, 6, 4, 22, 30, 0, TimeSpan.Zero), day.StartsAt);
    }

    [Theory]
    [InlineData("2027-06-04T10:00+05:00")]
    [InlineData("2027-06-04T05:00:00Z")]
    public void An_instant_is_written_with_its_offset(string start)
    {
        data.Replace(DataFolder.Events, "start: 1992-10-05", $"start: {start}");
        Assert.Equal(new DateTimeOffset(2027, 6, 4, 5, 0, 0, TimeSpan.Zero), data.Load().Snapshot!.Events[1].StartsAt);
    }

    [Theory]
    [InlineData("2027-06-04T10:00")]
    [InlineData("2027-06-04 10:00Z")]
    [InlineData("2027-06-04T25:00Z")]
    public void A_time_without_offset_is_no_instant(string start)
    {
        data.Replace(DataFolder.Events, "start: 1992-10-05", $"start: {start}");
        data.HasOneMistake(DataFolder.Events, start, $"'{start}' is no date: write YYYY, YYYY-MM, YYYY-MM-DD or an instant such as 2027-06-04T10:00+05:00");
    }
}
