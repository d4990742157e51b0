using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;
using Cica.Knowledge.Tests.Support;

namespace Cica.Knowledge.Tests.Querying;

public sealed class KnowledgeSnapshotTests
{
    private static readonly KnowledgeSnapshot Knowledge = RealData.Snapshot;

    private static readonly string[] Properties = [.. Knowledge.Facts.Select(f => f.Property.Id).Distinct()];

    [Fact]
    public void What_is_said_of_a_subject_equals_a_plain_scan()
    {
        foreach (var entity in Knowledge.Entities.Values)
            Same(Knowledge.Facts.Where(f => f.Subject.Id == entity.Id), Knowledge.Of(entity.Id));
    }

    [Fact]
    public void What_is_said_of_a_subject_under_a_property_equals_a_plain_scan()
    {
        foreach (var facts in Knowledge.Facts.GroupBy(f => f.Subject.Id))
        {
            foreach (var property in Properties)
                Same(facts.Where(f => f.Property.Id == property), Knowledge.Of(facts.Key, property));
        }
    }

    [Fact]
    public void What_is_said_under_a_property_equals_a_plain_scan()
    {
        foreach (var property in Properties)
        {
            var facts = Knowledge.Facts.Where(f => f.Property.Id == property).ToArray();
            Same(facts, Knowledge.WithProperty(property));
            foreach (var entity in Knowledge.Entities.Values)
                Same(facts.Where(f => f.Value?.Entity?.Id == entity.Id), Knowledge.WithValue(property, entity.Id));
        }
    }

    [Fact]
    public void A_series_holds_its_meetings_in_the_order_of_their_dates()
    {
        foreach (var meetings in Knowledge.Entities.Values.Where(e => e.Series is not null).GroupBy(e => e.Series!))
        {
            var series = Knowledge.Series(meetings.Key).ToArray();
            Assert.Equal(meetings.Select(m => m.Id).Order(StringComparer.Ordinal), series.Select(m => m.Id).Order(StringComparer.Ordinal));
            var days = series.Select(Held).OfType<PartialDate>().Select(d => d.First).ToArray();
            Assert.Equal(days.Order(), days);
        }

        static PartialDate? Held(Entity meeting) =>
            Knowledge.Facts.Where(f => f.Subject.Id == meeting.Id && f.Property.Id == "held" && f.From is not null).Min(f => f.From);
    }

    [Fact]
    public void What_nobody_knows_is_empty()
    {
        Assert.True(Knowledge.Of("atlantis").IsEmpty);
        Assert.True(Knowledge.Of("cica", "colour").IsEmpty);
        Assert.True(Knowledge.WithProperty("colour").IsEmpty);
        Assert.True(Knowledge.WithValue("chair", "atlantis").IsEmpty);
        Assert.True(Knowledge.Series("picnic").IsEmpty);
    }

    [Fact]
    public void Two_loads_of_the_same_data_say_the_same()
    {
        using var data = new DataFolder();
        var (one, two) = (data.Load().Snapshot!, data.Load().Snapshot!);
        Assert.Equal(one.Facts.Select(f => f.Id), two.Facts.Select(f => f.Id));
        Assert.Equal(one.Of("forum").ToArray().Select(f => f.Id), two.Of("forum").ToArray().Select(f => f.Id));
    }

    // The same facts, oldest first, and among equally old ones by id.
    private static void Same(IEnumerable<Fact> scanned, ReadOnlySpan<Fact> indexed) => Assert.Equal(
        scanned.OrderBy(f => (f.From ?? f.By)?.First ?? DateOnly.MinValue).ThenBy(f => f.Id, StringComparer.Ordinal).ToArray(),
        indexed.ToArray(),
        ReferenceEqualityComparer.Instance);
}
