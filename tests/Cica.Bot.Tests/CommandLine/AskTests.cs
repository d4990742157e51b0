using static Cica.Bot.Tests.CommandLine.PublishedProgram;

namespace Cica.Bot.Tests.CommandLine;

[Collection(PublishedProgramTests.Name)]
public sealed class AskTests(PublishedProgram program)
{
    private const string Members = "How many member states does CICA have?";

    [Fact]
    public async Task An_answer_goes_to_stdout_with_its_source_and_exits_0()
    {
        var result = await program.RunAsync(new Call("ask", Members) { FindsFacts = true });
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("28", result.Lines[0], StringComparison.Ordinal);
        Assert.Contains(result.Lines, l => l.StartsWith("Source:", StringComparison.Ordinal));
        Assert.Empty(result.Error);
    }

    [Fact]
    public async Task What_is_not_known_exits_3_and_says_so_on_stdout()
    {
        var result = await program.RunAsync("ask", "who chairs the SCO?");
        Assert.Equal(3, result.ExitCode);
        Assert.NotEmpty(result.Output);
        Assert.DoesNotContain(result.Lines, l => l.StartsWith("Source:", StringComparison.Ordinal));
        Assert.Empty(result.Error);
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("спасибо")]
    public async Task A_greeting_exits_0(string greeting)
    {
        var result = await program.RunAsync("ask", greeting);
        Assert.Equal(0, result.ExitCode);
        Assert.NotEmpty(result.Output);
    }

    [Fact]
    public async Task The_words_of_a_question_are_joined()
    {
        var apart = await program.RunAsync(["ask", "--as-of", "2026-03-11", .. Members.Split(' ')]);
        var together = await program.RunAsync("ask", "--as-of", "2026-03-11", Members);
        Assert.Equal(0, apart.ExitCode);
        Assert.Equal(together.Output, apart.Output);
    }

    [Fact]
    public async Task Lang_chooses_the_language_of_the_answer()
    {
        var result = await program.RunAsync("ask", "--lang", "ru", Members);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains(result.Lines, l => l.StartsWith("Источник:", StringComparison.Ordinal));
        Assert.Contains("СВМДА", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_lang_the_question_is_answered_in_its_own_language()
    {
        var result = await program.RunAsync("ask", "Сколько государств-членов в СВМДА?");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains(result.Lines, l => l.StartsWith("Источник:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task As_of_sets_what_today_is()
    {
        var then = await program.RunAsync("ask", "which state chairs CICA?", "--as-of", "2015-06-01");
        var later = await program.RunAsync("ask", "which state chairs CICA?", "--as-of", "2019-01-01");
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
        var result = await program.RunAsync("ask", "--as-of", day, "When is the next CICA summit?");
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
        IsBadUsage(await program.RunAsync("ask", "--as-of", date, "who", "chairs", "CICA?"));

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
        IsBadUsage(await program.RunAsync(arguments));

    [Theory]
    [InlineData("@cica_bot", "who", "chairs", "CICA?")]
    [InlineData("@cica_bot who chairs CICA?")]
    public async Task A_question_may_begin_with_a_mention(params string[] words)
    {
        var result = await program.RunAsync(["ask", .. words]);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Source:", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_never_names_a_response_file()
    {
        var directory = program.Elsewhere();
        await File.WriteAllTextAsync(Path.Combine(directory, "secret"), "who chairs CICA?");
        var result = await program.RunAsync(new Call("ask", "@secret") { Directory = directory });
        Assert.Equal(3, result.ExitCode);
        Assert.Empty(result.Error);
    }

    [Theory]
    [InlineData("who", "chairs", "CICA?", "--lang", "ru")]
    [InlineData("--lang", "ru", "who", "chairs", "CICA?")]
    [InlineData("who", "chairs", "CICA?", "--foo")]
    [InlineData("who", "chairs", "CICA?", "--help")]
    [InlineData("@cica_bot", "who", "chairs", "CICA?", "--as-of", "nonsense")]
    public async Task After_two_dashes_everything_is_the_question(params string[] words)
    {
        var result = await program.RunAsync(["ask", "--lang", "en", "--", .. words]);
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
        var result = await program.RunAsync(["ask", .. words]);
        Assert.Equal(0, result.ExitCode);
        Assert.Empty(result.Error);
    }

    [Fact]
    public async Task Explain_shows_how_the_question_was_read_before_the_answer()
    {
        var plain = await program.RunAsync("ask", "--as-of", "2026-03-11", Members);
        var explained = await program.RunAsync("ask", "--as-of", "2026-03-11", "--explain", Members);
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
        var result = await program.RunAsync(arguments);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Usage:", result.Output, StringComparison.Ordinal);
        Assert.Empty(result.Error);
    }

    [Fact]
    public async Task There_is_no_colour_where_stdout_is_no_terminal()
    {
        foreach (var arguments in (string[][])[["ask", Members], ["ask", "--explain", Members], ["ask", "--foo"], ["facts", "check"], ["--help"]])
        {
            var result = await program.RunAsync(new Call(arguments) { Environment = { ["TERM"] = "xterm-256color", ["COLORTERM"] = "truecolor" } });
            Assert.DoesNotContain('\u001b', result.Output);
            Assert.DoesNotContain('\u001b', result.Error);
        }
    }

    [Theory]
    [InlineData("C")]
    [InlineData("POSIX")]
    [InlineData("en_US.ISO-8859-1")]
    public async Task Question_and_answer_are_UTF8_whatever_the_locale(string locale)
    {
        var result = await program.RunAsync(new Call("ask", "Сколько государств-членов в СВМДА?") { Environment = { ["LC_ALL"] = locale, ["LANG"] = locale } });
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Источник:", result.Output, StringComparison.Ordinal);
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
