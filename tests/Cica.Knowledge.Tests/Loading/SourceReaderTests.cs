using Cica.Knowledge.Tests.Support;

namespace Cica.Knowledge.Tests.Loading;

public sealed class SourceReaderTests : IDisposable
{
    private readonly DataFolder data = new();

    public void Dispose() => data.Dispose();

    [Theory]
    [InlineData("example.org/2002")]
    [InlineData("file:///etc/hosts")]
    [InlineData("javascript:alert(1)")]
    public void A_link_is_a_web_address(string url)
    {
        data.Replace(DataFolder.Sources, "https://example.org/2002", url);
        data.HasOneMistake(DataFolder.Sources, "url:", $"'{url}' is no web address");
    }

    [Theory]
    [InlineData("publisher: \"The Gazette\"", "publisher")]
    [InlineData("title: \"A forum is founded\"", "title")]
    public void A_source_has_a_publisher_and_a_title(string line, string key)
    {
        data.Replace(DataFolder.Sources, "  " + line + "\n", "");
        Assert.Contains($"{DataFolder.Sources}:{data.Line(DataFolder.Sources, "gazette-2002")}: '{key}' is missing", data.Lines());
    }

    [Fact]
    public void An_estimated_date_that_is_missing_is_a_mistake()
    {
        data.Replace(DataFolder.Sources, "\n  date: 2010", "");
        data.HasOneMistake(DataFolder.Sources, "estimated:", "'estimated' tells of a 'date', but there is none");
    }

    [Fact]
    public void A_source_without_date_and_link_is_fine()
    {
        data.Replace(DataFolder.Sources, "\n  date: 2002-06-05\n  url: \"https://example.org/2002\"", "");
        data.HasNoMistake();
    }
}
