using Cica.Knowledge.Tests.Support;

namespace Cica.Knowledge.Tests.Checking;

public sealed class PassedPlansTests : IDisposable
{
    private readonly DataFolder data = new();

    public void Dispose() => data.Dispose();

    [Theory]
    [InlineData("2020", 2020, 12, 31, 2021, 1, 1)]
    [InlineData("2020-10", 2020, 10, 31, 2020, 11, 1)]
    [InlineData("2020-10-26", 2020, 10, 26, 2020, 10, 27)]
    public void An_expected_end_is_a_warning_from_the_day_after_its_last_possible_day(string end, int y1, int m1, int d1, int y2, int m2, int d2)
    {
        data.Replace(DataFolder.Facts, "from: 2010-06-08", $"from: 2010-06-08\n  expected-end: {end}");
        Assert.Empty(data.Lines(new DateOnly(y1, m1, d1)));
        Warns(new DateOnly(y2, m2, d2), DataFolder.Facts, "id: chair-2", $"'chair-2' was expected to end in {end}; look for word of it");
    }

    [Fact]
    public void A_known_end_needs_no_warning()
    {
        data.Replace(DataFolder.Facts, "until: 2010-06-08", "until: 2010-06-08\n  expected-end: 2010");
        Assert.Empty(data.Lines(new DateOnly(2030, 1, 1)));
    }

    [Fact]
    public void A_planned_meeting_whose_day_has_passed_is_a_warning()
    {
        data.Replace(DataFolder.Facts, "property: held\n  from: 2002-06-04", "property: held\n  status: planned\n  from: 2021-06-04");
        Assert.Empty(data.Lines(new DateOnly(2021, 6, 4)));
        Warns(new DateOnly(2021, 6, 5), DataFolder.Facts, "id: summit-1-held", "'summit-1-held' was planned for 2021-06-04; look for word of whether it took place");
    }

    [Fact]
    public void A_planned_date_that_has_passed_without_word_is_a_warning()
    {
        data.Append(DataFolder.Facts, Plan("forum"));
        Assert.Empty(data.Lines(new DateOnly(2021, 10, 31)));
        Warns(new DateOnly(2021, 11, 1), DataFolder.Facts, "id: plan", "'plan' was planned for 2021-10; look for word of whether it took place");
    }

    [Fact]
    public void A_plan_of_a_meeting_that_was_held_needs_no_warning()
    {
        data.Append(DataFolder.Facts, Plan("summit-1"));
        Assert.Empty(data.Lines(new DateOnly(2030, 1, 1)));
    }

    [Theory]
    [InlineData("planned", true)]
    [InlineData("confirmed", true)]
    [InlineData("moved", true)]
    [InlineData("cancelled", false)]
    [InlineData("held", false)]
    public void An_open_event_whose_day_has_passed_is_a_warning(string status, bool warns)
    {
        data.Replace(DataFolder.Events, "start: 1992-10-05", "start: 2021-10-05");
        data.Replace(DataFolder.Events, "  status: confirmed\n  yearly: true", $"  status: {status}");
        Assert.Empty(data.Lines(new DateOnly(2021, 10, 5)));
        if (warns)
            Warns(new DateOnly(2021, 10, 6), DataFolder.Events, "id: event-day", "event 'event-day' was to take place in 2021-10-05; look for word of it");
        else
            Assert.Empty(data.Lines(new DateOnly(2021, 10, 6)));
    }

    [Fact]
    public void A_yearly_day_never_passes() => Assert.Empty(data.Lines(new DateOnly(2050, 1, 1)));

    private void Warns(DateOnly today, string file, string at, string reason)
    {
        var result = data.Load(today);
        Assert.Equal($"{file}:{data.Line(file, at)}: warning: {reason}", Assert.Single(result.Problems).ToString());
        Assert.NotNull(result.Snapshot);
    }

    private static string Plan(string subject) => $$"""
        - id: plan
          subject: {{subject}}
          property: planned-date
          value: 2021-10
          from: 2015
          status: planned
          sources: [gazette-2002]
          say: { en: a, ru: б }
        """;
}
