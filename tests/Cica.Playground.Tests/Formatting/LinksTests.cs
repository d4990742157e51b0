using Cica.Playground.Formatting;

namespace Cica.Playground.Tests.Formatting;

public sealed class LinksTests
{
    [Theory]
    [InlineData("https://example.org", "https://example.org/")]
    [InlineData("HTTP://Example.ORG/A?b=C#d", "http://example.org/A?b=C#d")]
    [InlineData("example.org?x", "http://example.org/?x")]
    [InlineData("https://example.org:8443/a b ", "https://example.org:8443/a%20b")]
    [InlineData("https://пример.рф/я", "https://пример.рф/я")]
    [InlineData("tg://resolve?domain=cicabot", "tg://resolve?domain=cicabot")]
    [InlineData("http://[::1]/x", "http://[::1]/x")]
    public void An_address_is_completed_as_telegram_completes_it(string url, string expected) => Assert.Equal((expected, null), Links.Check(url));

    [Theory]
    [InlineData("ftp://example.org", "Unsupported URL protocol")]
    [InlineData("http://", "URL host is empty")]
    [InlineData("http://localhost/x", "Wrong HTTP URL")]
    [InlineData("http://exa mple.org", "Disallowed character in URL host")]
    [InlineData("http://example.org:99999", "Wrong port number specified in the URL")]
    [InlineData("tg://a.b", "Unallowed characters in URL host")]
    public void What_is_no_address_is_refused_in_its_words(string url, string wrong) => Assert.Equal((null, wrong), Links.Check(url));
}
