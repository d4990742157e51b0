using static Cica.Bot.Tests.CommandLine.PublishedProgram;

namespace Cica.Bot.Tests.CommandLine;

/// <summary>What only a process shows of <c>ask</c>: its exit code, its streams, its locale, its directory.</summary>
public sealed class AskProcessTests(PublishedProgram program) : IClassFixture<PublishedProgram>
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

    [Fact]
    public async Task Bad_usage_and_help_end_the_process_as_they_should()
    {
        AskTests.IsBadUsage(await program.RunAsync("ask", "--foo", "who chairs CICA?"));
        var help = await program.RunAsync("--help");
        Assert.Equal(0, help.ExitCode);
        Assert.Contains("Usage:", help.Output, StringComparison.Ordinal);
        Assert.Empty(help.Error);
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
}
