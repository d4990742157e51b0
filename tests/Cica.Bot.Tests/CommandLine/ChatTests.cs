using System.Text;
using static Cica.Bot.Tests.CommandLine.PublishedProgram;

namespace Cica.Bot.Tests.CommandLine;

public sealed class ChatTests(PublishedProgram program, FrontDoor door) : IClassFixture<PublishedProgram>, IClassFixture<FrontDoor>
{
    [Fact]
    public async Task Questions_are_answered_one_after_the_other_until_the_input_ends()
    {
        var result = await program.RunAsync(Typed("Which state chaired CICA in 2015?\nСколько государств-членов в СВМДА?\n"));
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("China", result.Output, StringComparison.Ordinal);
        Assert.Contains("Источник:", result.Output, StringComparison.Ordinal);
        Assert.Empty(result.Error);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("  \n")]
    [InlineData("\r\n")]
    public async Task An_empty_line_ends_it(string empty)
    {
        var result = await door.RunAsync(Typed("hello\n" + empty + "Which state chaired CICA in 2015?\n"));
        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain("China", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_input_at_all_ends_it_too() => Assert.Equal(0, (await door.RunAsync("chat")).ExitCode);

    [Fact]
    public async Task A_follow_up_leans_on_the_question_before()
    {
        var result = await door.RunAsync(Typed("Which state chaired CICA in 2015?\nand in 2012?\n"));
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Türkiye", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typed_and_shown_text_is_UTF8_whatever_the_locale()
    {
        var result = await program.RunAsync(Typed("Сколько государств-членов в СВМДА?\n") with { Environment = new() { ["LC_ALL"] = "en_US.ISO-8859-1" } });
        Assert.Contains("Источник:", result.Output, StringComparison.Ordinal);
    }

    private static Call Typed(string text) => new("chat") { Input = Encoding.UTF8.GetBytes(text) };
}
