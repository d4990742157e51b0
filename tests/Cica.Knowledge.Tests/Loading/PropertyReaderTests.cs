using Cica.Knowledge.Tests.Support;

namespace Cica.Knowledge.Tests.Loading;

public sealed class PropertyReaderTests : IDisposable
{
    private readonly DataFolder data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public void A_property_without_its_meaning_is_a_mistake()
    {
        data.Replace(DataFolder.Properties, ", meaning: anything else", "");
        data.HasOneMistake(DataFolder.Properties, "id: note", "'meaning' is missing");
    }

    [Fact]
    public void A_misspelt_key_is_a_mistake()
    {
        data.Replace(DataFolder.Properties, "happening: true", "hapening: true");
        data.HasOneMistake(DataFolder.Properties, "hapening", "unknown key 'hapening'");
    }

    [Fact]
    public void A_truth_value_is_true_or_false()
    {
        data.Replace(DataFolder.Properties, "single: true", "single: yes");
        data.HasOneMistake(DataFolder.Properties, "single: yes", "'single' must be true or false, not 'yes'");
    }
}
