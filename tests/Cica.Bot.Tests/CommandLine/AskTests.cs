using static Cica.Bot.Tests.CommandLine.PublishedProgram;

namespace Cica.Bot.Tests.CommandLine;

/// <summary>What words and options of <c>ask</c> mean, and of the verbs beside it.</summary>
public sealed class AskTests(FrontDoor door) : IClassFixture<FrontDoor>
{
    private const string Members = "How many member states does CICA have?";

    [Theory]
    [InlineData("hello")]
    [InlineData("спасибо")]
    public async Task A_greeting_exits_0(string greeting)
    {
        var result = await door.RunAsync("ask", greeting);
        Assert.Equal(0, result.ExitCode);
        Assert.NotEmpty(result.Output);
    }

    [Fact]
    public async Task The_words_of_a_question_are_joined()
    {
        var apart = await door.RunAsync(["ask", "--as-of", "2026-03-11", .. Members.Split(' ')]);
        var together = await door.RunAsync("ask", "--as-of", "2026-03-11", Members);
        Assert.Equal(0, apart.ExitCode);
        Assert.Equal(together.Output, apart.Output);
    }

    [Fact]
    public async Task Lang_chooses_the_language_of_the_answer()
    {
        var result = await door.RunAsync("ask", "--lang", "ru", Members);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains(result.Lines, l => l.StartsWith("Источник:", StringComparison.Ordinal));
        Assert.Contains("СВМДА", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_lang_the_question_is_answered_in_its_own_language()
    {
        var result = await door.RunAsync("ask", "Сколько государств-членов в СВМДА?");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains(result.Lines, l => l.StartsWith("Источник:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task As_of_sets_what_today_is()
    {
        var then = await door.RunAsync("ask", "which state chairs CICA?", "--as-of", "2015-06-01");
        var later = await door.RunAsync("ask", "which state chairs CICA?", "--as-of", "2019-01-01");
        Assert.Equal(0, then.ExitCode);
        Assert.Equal(0, later.ExitCode);
        Assert.Contains("China", then.Lines[0], StringComparison.Ordinal);
        Assert.Contains("Tajikistan", later.Lines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public async Task The_first_and_the_last_day_there_is_are_days_like_others(string day)
    {
        var result = await door.RunAsync("ask", "--as-of", day, "When is the next CICA summit?");
        Assert.Contains(result.ExitCode, (int[])[0, 3]);
        Assert.Empty(result.Error);
    }

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("30.01.2026")]
    [InlineData("2026-1-1")]
    [InlineData("yesterday")]
    [InlineData("")]
    [InlineData(" 2026-01-01")]
    public async Task A_wrong_date_is_bad_usage(string date) =>
        IsBadUsage(await door.RunAsync("ask", "--as-of", date, "who", "chairs", "CICA?"));

    [Theory]
    [InlineData("ask")]
    [InlineData("ask", "")]
    [InlineData("ask", " ", " ")]
    [InlineData("ask", "--lang", "en")]
    [InlineData("ask", "--")]
    [InlineData("ask", "--as-of")]
    [InlineData("ask", "--lang", "de", "who chairs CICA?")]
    [InlineData("ask", "--lang")]
    [InlineData("ask", "--foo")]
    [InlineData("ask", "--foo", "who chairs CICA?")]
    [InlineData("ask", "who chairs CICA?", "--foo")]
    [InlineData("ask", "who chairs CICA?", "--foo=bar")]
    [InlineData("ask", "--Lang", "ru", "who chairs CICA?")]
    [InlineData("ask", "-x", "who chairs CICA?")]
    [InlineData("ask", "--batch", "--foo")]
    [InlineData("ask", "--batch", "who chairs CICA?")]
    [InlineData("ask", "--data", "data", "who chairs CICA?")]
    [InlineData("chat", "--foo")]
    [InlineData("chat", "hello")]
    [InlineData("facts")]
    [InlineData("facts", "check", "--foo")]
    [InlineData("facts", "check", "--data")]
    [InlineData("facts", "chek")]
    [InlineData("--foo")]
    [InlineData("nonsense")]
    [InlineData("[suggest]", "as")]
    public async Task Bad_usage_is_one_line_on_stderr_and_exit_2(params string[] arguments) =>
        IsBadUsage(await door.RunAsync(arguments));

    [Theory]
    [InlineData("@cica_bot", "who", "chairs", "CICA?")]
    [InlineData("@cica_bot who chairs CICA?")]
    public async Task A_question_may_begin_with_a_mention(params string[] words)
    {
        var result = await door.RunAsync(["ask", .. words]);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Source:", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("who", "chairs", "CICA?", "--lang", "ru")]
    [InlineData("--lang", "ru", "who", "chairs", "CICA?")]
    [InlineData("who", "chairs", "CICA?", "--foo")]
    [InlineData("who", "chairs", "CICA?", "--help")]
    [InlineData("@cica_bot", "who", "chairs", "CICA?", "--as-of", "nonsense")]
    public async Task After_two_dashes_everything_is_the_question(params string[] words)
    {
        var result = await door.RunAsync(["ask", "--lang", "en", "--", .. words]);
        Assert.Contains(result.ExitCode, (int[])[0, 3]);
        Assert.Empty(result.Error);
        Assert.DoesNotContain("Usage:", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Источник", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("who chairs CICA - now?")]
    [InlineData("who", "chairs", "CICA", "-", "now?")]
    [InlineData("- who chairs CICA?")]
    [InlineData("–", "who", "chairs", "CICA?")]
    public async Task A_dash_is_no_option(params string[] words)
    {
        var result = await door.RunAsync(["ask", .. words]);
        Assert.Equal(0, result.ExitCode);
        Assert.Empty(result.Error);
    }

    [Fact]
    public async Task Explain_shows_how_the_question_was_read_before_the_answer()
    {
        var plain = await door.RunAsync("ask", "--as-of", "2026-03-11", Members);
        var explained = await door.RunAsync("ask", "--as-of", "2026-03-11", "--explain", Members);
        Assert.Equal(0, explained.ExitCode);
        Assert.EndsWith(plain.Output, explained.Output, StringComparison.Ordinal);
        Assert.True(explained.Output.Length > plain.Output.Length);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("ask", "--help")]
    [InlineData("chat", "--help")]
    [InlineData("facts", "--help")]
    [InlineData("facts", "check", "--help")]
    public async Task Help_exits_0(params string[] arguments)
    {
        var result = await door.RunAsync(arguments);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Usage:", result.Output, StringComparison.Ordinal);
        Assert.Empty(result.Error);
    }

    internal static void IsBadUsage(Result result)
    {
        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Output);
        var line = Assert.Single(result.ErrorLines);
        Assert.EndsWith("\n", result.Error, StringComparison.Ordinal);
        Assert.NotEmpty(line.Trim());
        Assert.DoesNotContain('\t', line);
    }
}
