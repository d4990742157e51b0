using Cica.Knowledge.Tests.Support;

namespace Cica.Knowledge.Tests.Checking;

public sealed class AliasesWithTwoMeaningsTests : IDisposable
{
    private readonly DataFolder data = new();

    public void Dispose() => data.Dispose();

    [Theory]
    [InlineData("en: { name: Highland }", "en: { name: Highland, aliases: [the forum] }", "'the forum' means both 'highland' and 'forum'", "en")]
    [InlineData("ru: { name: Нагорье }", "ru: { name: Нагорье, aliases: [низина] }", "'низина' means both 'highland' and 'lowland'", "ru")]
    [InlineData("en: { name: Highland }", "en: { name: Highland, aliases: [Низина] }", "'Низина' means both 'highland' and 'lowland'", "en")]
    public void A_name_of_two_entities_is_a_mistake_in_whatever_case_and_language(string old, string now, string reason, string language)
    {
        data.Replace(DataFolder.Entities, old, now);
        var owner = reason.Contains("'forum'", StringComparison.Ordinal) ? "id: forum" : "id: lowland";
        data.HasOneMistake(
            DataFolder.Entities,
            "id: highland",
            $"{reason} ({DataFolder.Entities}:{data.Line(DataFolder.Entities, owner)}); drop one, or declare it under 'ambiguous' in languages/{language}.yaml");
    }

    [Fact]
    public void A_name_in_a_language_that_serves_recognition_only_counts_as_well()
    {
        data.Replace(DataFolder.Entities, "en: { name: Highland }", "en: { name: Highland, aliases: [Ovalar] }");
        data.HasOneMistake(
            DataFolder.Entities,
            "id: highland",
            $"'Ovalar' means both 'highland' and 'lowland' ({DataFolder.Entities}:{data.Line(DataFolder.Entities, "id: lowland")}); drop one, or declare it under 'ambiguous' in languages/en.yaml");
    }

    [Fact]
    public void A_declared_double_meaning_is_fine()
    {
        data.Replace(DataFolder.Entities, "en: { name: Highland }", "en: { name: Highland, aliases: [The Forum] }");
        data.Replace(DataFolder.English, "ambiguous: []", "ambiguous: [\"the forum, the assembly\"]");
        data.HasNoMistake();
    }

    [Fact]
    public void A_state_of_the_world_may_not_take_a_name_either()
    {
        data.Replace(DataFolder.World, "en: { name: Farland }", "en: { name: Lowland }");
        Assert.Contains("'Lowland' means both 'farland' and 'lowland'", Assert.Single(data.Lines()), StringComparison.Ordinal);
    }

    [Fact]
    public void An_entity_may_repeat_its_own_name()
    {
        data.Replace(DataFolder.Entities, "en: { name: Highland }", "en: { name: Highland, aliases: [highland, HIGHLAND] }");
        data.HasNoMistake();
    }
}
