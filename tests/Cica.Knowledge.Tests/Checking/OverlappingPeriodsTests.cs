using Cica.Knowledge.Tests.Support;

namespace Cica.Knowledge.Tests.Checking;

public sealed class OverlappingPeriodsTests : IDisposable
{
    private readonly DataFolder data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public void Two_values_on_one_day_are_a_mistake_that_names_both_places()
    {
        data.Replace(DataFolder.Facts, "from: 2010-06-08", "from: 2010-06-07");
        data.HasOneMistake(
            DataFolder.Facts,
            "id: chair-2",
            "'chair-2' overlaps 'chair-1' (facts/facts.yaml:1): 'chair' of 'forum' has one value at a time; end the earlier with 'until'");
    }

    [Fact]
    public void On_the_day_of_change_there_is_no_overlap() => data.HasNoMistake();

    [Theory]
    [InlineData("from: 2002", "from: 2010", null)]                              // the earlier never ends
    [InlineData("from: 2002", "by: 2010", null)]                                // held by then at the latest
    [InlineData("from: 2002\n  until: 2011", "from: 2010", null)]               // 2010 ends before 2011 begins
    [InlineData("from: 2002\n  until: 2010-08", "from: 2010-07", null)]         // so does July before August
    [InlineData("from: 2009\n  until: 2010-08-02", "from: 2010-07", null)]
    [InlineData("", "from: 2010", null)]                                        // no dates at all: in force for good
    [InlineData("until: 2012-01-01", "from: 2010", null)]                       // held on the last day of 2011
    [InlineData("from: 2002\n  status: ended\n  until: 2011", "from: 2010", null)]
    [InlineData("from: 2002\n  until: 2010", "from: 2010", "")]                 // the change may be on any day of 2010
    [InlineData("from: 2002\n  until: 2010-07", "from: 2010", "")]              // 2010 may mean December
    [InlineData("from: 2002\n  until: 2010", "from: 2010-03-01", "")]
    [InlineData("from: 2002\n  until: 2010-07", "from: 2010-07", "")]
    [InlineData("from: 2002\n  until: 2010-07", "from: 2010-07-15", "")]
    [InlineData("from: 2002\n  until: 2010-07-15", "from: 2010-07", "")]
    [InlineData("from: 2002\n  status: ended", "from: 2010", "")]               // ended, but nobody says when
    [InlineData("until: 2010", "from: 2009-12-31", "")]                         // may have begun in 2010 itself
    [InlineData("from: 2002\n  status: disputed", "from: 2010", "")]
    [InlineData("from: 2002\n  status: planned", "from: 2010", "")]
    public void Periods_overlap_only_if_they_do_however_the_missing_days_turn_out(string first, string second, string? none)
    {
        data.Replace(DataFolder.Facts, "  from: 2002-06-04\n  until: 2010-06-08\n", first.Length == 0 ? "" : $"  {first}\n");
        data.Replace(DataFolder.Facts, "from: 2010-06-08", second);
        var problems = data.Load().Problems;
        if (none is not null)
            Assert.Empty(problems);
        else
            Assert.Contains("has one value at a time", Assert.Single(problems).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_property_with_several_values_may_overlap()
    {
        data.Replace(DataFolder.Properties, ", single: true", "");
        data.Replace(DataFolder.Facts, "\n  until: 2010-06-08", "");
        data.HasNoMistake();
    }

    [Fact]
    public void Different_subjects_do_not_overlap()
    {
        data.Replace(DataFolder.Facts, "id: chair-2\n  subject: forum", "id: chair-2\n  subject: summit-1");
        data.Replace(DataFolder.Facts, "\n  until: 2010-06-08", "");
        data.HasNoMistake();
    }

    [Theory]
    [InlineData("from: 0001-01-01", "until: 0001-01-01")]
    [InlineData("from: 9999-12", "from: 9999-12-31\n  status: ended")]
    public void The_ends_of_time_do_no_harm(string first, string second)
    {
        data.Replace(DataFolder.Facts, "from: 2002-06-04\n  until: 2010-06-08", first);
        data.Replace(DataFolder.Facts, "from: 2010-06-08", second);
        Assert.NotNull(data.Load().Problems);
    }
}
