using Cica.Knowledge.Model;

namespace Cica.Knowledge.Tests.Model;

public sealed class LocalizedTests
{
    [Fact]
    public void A_language_that_is_lacking_falls_back_to_English()
    {
        var text = new Localized(new Dictionary<string, string> { ["en"] = "yes", ["ru"] = "да" });
        Assert.Equal(("да", "yes"), (text["ru"], text["kk"]));
        Assert.True(text.Has("ru"));
        Assert.False(text.Has("kk"));
    }
}
