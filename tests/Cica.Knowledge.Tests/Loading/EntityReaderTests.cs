using Cica.Knowledge.Model;
using Cica.Knowledge.Tests.Support;

namespace Cica.Knowledge.Tests.Loading;

public sealed class EntityReaderTests : IDisposable
{
    private readonly DataFolder data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public void A_name_missing_in_one_language_is_a_mistake()
    {
        data.Replace(DataFolder.Entities, "\n  ru: { name: Нагорье }", "");
        data.HasOneMistake(DataFolder.Entities, "id: highland", "'highland' has no name in 'ru'; every shipped language needs one");
    }

    [Fact]
    public void A_name_missing_in_a_state_of_the_world_is_a_mistake()
    {
        data.Replace(DataFolder.World, ", ru: { name: Дальния }", "");
        data.HasOneMistake(DataFolder.World, "farland", "'farland' has no name in 'ru'; every shipped language needs one");
    }

    [Fact]
    public void An_unknown_kind_is_a_mistake()
    {
        data.Append(DataFolder.Entities, "- { id: thing, kind: gadget, en: { name: Thing }, ru: { name: Вещь } }");
        var problem = Assert.Single(data.Load().Problems);
        Assert.Equal(data.Line(DataFolder.Entities, "gadget"), problem.Place.Line);
        Assert.StartsWith("'kind' is 'gadget', but must be one of organisation, state, ", problem.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_has_five_case_forms_or_none()
    {
        data.Replace(DataFolder.Entities, "[Форума, Форуму, Форум, Форумом, Форуме]", "[Форума, Форуму]");
        data.HasOneMistake(DataFolder.Entities, "[Форума, Форуму]", "'forms' must list five cases (genitive, dative, accusative, instrumental, prepositional), not 2");
    }

    [Fact]
    public void An_empty_list_of_aliases_is_a_mistake()
    {
        data.Replace(DataFolder.Entities, "en: { name: Highland }", "en:\n    name: Highland\n    aliases:");
        data.HasOneMistake(DataFolder.Entities, "    aliases:", "'aliases' is empty; fill it in or leave it out");
    }

    [Fact]
    public void A_person_of_an_unknown_state_is_a_mistake()
    {
        data.Replace(DataFolder.Entities, "state: lowland", "state: lowlandia");
        data.HasOneMistake(DataFolder.Entities, "lowlandia", "unknown entity 'lowlandia' in 'state'");
    }

    [Fact]
    public void A_shipped_language_among_the_other_names_is_a_mistake()
    {
        data.Replace(DataFolder.Entities, "names: { tr:", "names: { en: [Lowlands], tr:");
        data.HasOneMistake(DataFolder.Entities, "Lowlands", "'en' is a shipped language: its names stand under 'en' itself");
    }

    [Fact]
    public void A_misspelt_key_in_a_name_is_a_mistake()
    {
        data.Replace(DataFolder.Entities, "aliases: [The Forum]", "alias: [The Forum]");
        data.HasOneMistake(DataFolder.Entities, "alias:", "unknown key 'alias'");
    }

    [Fact]
    public void A_state_of_the_world_has_no_kind_of_its_own()
    {
        data.Replace(DataFolder.World, "iso: FL", "kind: organ");
        data.HasOneMistake(DataFolder.World, "kind", "unknown key 'kind'");
    }

    [Fact]
    public void Every_mistake_of_one_entity_is_told_at_once()
    {
        data.Append(DataFolder.Entities, "- { id: thing, kind: gadget, gender: x, number: one, en: { name: Thing }, ru: { name: Вещь } }");
        Assert.Equal(3, data.Load().Problems.Count);
    }

    [Fact]
    public void An_id_shared_by_an_entity_and_a_state_of_the_world_is_a_mistake()
    {
        data.Append(DataFolder.World, "- { id: lowland, en: { name: Low Land }, ru: { name: Низкая Земля } }");
        data.HasOneMistake(DataFolder.World, "id: lowland", $"id 'lowland' stands twice; the other is at {DataFolder.Entities}:{data.Line(DataFolder.Entities, "id: lowland")}");
    }

    [Fact]
    public void Names_in_other_languages_serve_recognition()
    {
        var names = data.Load().Snapshot!.Entities["lowland"].Names["tr"];
        Assert.Equal(("Ova", "Ovalar"), (names.Name, Assert.Single(names.Aliases)));
    }

    [Fact]
    public void A_state_of_the_world_is_known_by_name_only()
    {
        var farland = data.Load().Snapshot!.Entities["farland"];
        Assert.Equal((EntityKind.State, true, Gender.Feminine), (farland.Kind, farland.NameOnly, farland.Gender));
    }

    [Fact]
    public void A_case_form_that_is_not_given_is_the_name_itself()
    {
        var entities = data.Load().Snapshot!.Entities;
        Assert.Equal("Форумом", entities["forum"].Form("ru", 3));
        Assert.Equal("Нагорье", entities["highland"].Form("ru", 3));
        Assert.Equal("Highland", entities["highland"].Form("de", 0));
    }
}
