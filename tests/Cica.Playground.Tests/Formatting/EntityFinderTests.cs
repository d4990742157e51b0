using Cica.Playground.Formatting;

namespace Cica.Playground.Tests.Formatting;

public sealed class EntityFinderTests
{
    [Theory]
    [InlineData("/start", "bot_command:/start")]
    [InlineData("please /help@some_bot.", "bot_command:/help@some_bot")]
    [InlineData("and/or, 1/2", "")]
    [InlineData("ask @cicabot now", "mention:@cicabot")]
    [InlineData("write to me@example.org", "email:me@example.org")]
    [InlineData("#summit #2026 #саммит2026", "hashtag:#summit hashtag:#саммит2026")]
    [InlineData("pay $USD", "cashtag:$USD")]
    [InlineData("https://www.s-cica.org/page/(x), and astanatimes.com.", "url:https://www.s-cica.org/page/(x url:astanatimes.com")]
    [InlineData("It ended.Then it began. 3.5 of v1.2", "")]
    [InlineData("nothing here", "")]
    public void Finds_what_telegram_marks_by_itself(string text, string expected)
    {
        var found = EntityFinder.Find(text).Select(e => $"{e.Type}:{text.Substring(e.Offset, e.Length)}");
        Assert.Equal(expected, string.Join(' ', found));
    }
}
