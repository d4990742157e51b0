using static Cica.Bot.Tests.CommandLine.PublishedProgram;

namespace Cica.Bot.Tests.CommandLine;

/// <summary>Facts and settings that are broken or missing, and the check of facts.</summary>
public sealed class DataAndSettingsTests(FrontDoor door) : IClassFixture<FrontDoor>
{
    private const string Members = "How many member states does CICA have?";
    private static readonly string[] Verbs = ["ask", "chat", "facts", "help"];

    [Theory]
    [InlineData("{ \"Data\": ")]
    [InlineData("")]
    [InlineData("[1, 2]")]
    [InlineData("Data: Path")]
    [InlineData("{ \"Data\": { \"Path\": \"a\" }, \"Data\": { \"Path\": \"b\" } }")]
    public async Task Settings_that_cannot_be_read_are_one_clear_line_and_exit_2(string settings)
    {
        var directory = door.Elsewhere();
        var file = Path.Combine(directory, "appsettings.json");
        await File.WriteAllTextAsync(file, settings);
        var result = await door.RunAsync(Verb("ask") with { Directory = directory });
        AskTests.IsBadUsage(result);
        Assert.Contains(file, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_cannot_be_read_stop_every_verb_but_help()
    {
        var directory = door.Elsewhere();
        await File.WriteAllTextAsync(Path.Combine(directory, "appsettings.json"), "{ broken");
        foreach (var verb in Verbs)
        {
            var result = await door.RunAsync(Verb(verb) with { Directory = directory });
            Assert.Equal(verb == "help" ? 0 : 2, result.ExitCode);
            Assert.Equal(verb == "help" ? 0 : 1, result.ErrorLines.Length);
        }
    }

    [Fact]
    public async Task Broken_data_stops_ask_chat_and_batch_with_the_places_on_stderr_and_exit_1()
    {
        var broken = door.Broken();
        foreach (var arguments in (string[][])[["ask", Members], ["ask", "--batch"], ["chat"]])
        {
            var result = await door.RunAsync(new Call(arguments) { Environment = { ["Data__Path"] = broken } });
            Assert.Equal(1, result.ExitCode);
            Assert.Empty(result.Output);
            Assert.NotEmpty(result.ErrorLines);
            Assert.All(result.ErrorLines, l => Assert.Matches(@"^[\w/.-]+\.yaml:[1-9]\d*: \S", l));
            Assert.Contains(result.ErrorLines, l => l.StartsWith("facts/broken.yaml:3: ", StringComparison.Ordinal) && l.Contains("'no-such-property'", StringComparison.Ordinal));
            Assert.DoesNotContain(result.ErrorLines, l => l.Contains("warning", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Data_that_are_not_there_are_named()
    {
        var result = await door.RunAsync(new Call("ask", Members) { Environment = { ["Data__Path"] = "/no/such/directory" } });
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("/no/such/directory", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facts_check_sums_up_good_data_and_exits_0()
    {
        var result = await door.RunAsync("facts", "check", "--data", FrontDoor.Data);
        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"\d+ facts", result.Lines[^1]);
        Assert.Contains(FrontDoor.Data, result.Lines[^1], StringComparison.Ordinal);
        Assert.All(result.Lines[..^1], l => Assert.Matches(@"^[\w/.-]+\.yaml:[1-9]\d*: warning: \S", l));
        Assert.Empty(result.Error);
    }

    [Fact]
    public async Task Facts_check_has_a_line_for_each_error_and_exits_1()
    {
        var result = await door.RunAsync("facts", "check", "--data", door.Broken());
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(result.Lines, l => l.StartsWith("facts/broken.yaml:3: ", StringComparison.Ordinal));
        Assert.Contains(result.Lines, l => l.StartsWith("facts/broken.yaml:4: ", StringComparison.Ordinal));
        Assert.All(result.Lines, l => Assert.Matches(@"^[\w/.-]+\.yaml:[1-9]\d*: \S", l));
    }

    [Fact]
    public async Task Facts_check_of_a_named_directory_needs_no_settings()
    {
        var directory = door.Elsewhere();
        await File.WriteAllTextAsync(Path.Combine(directory, "appsettings.json"), "{ broken");
        var result = await door.RunAsync(new Call("facts", "check", "--data", FrontDoor.Data) { Directory = directory });
        Assert.Equal(0, result.ExitCode);
    }

    internal static Call Verb(string verb) => verb switch
    {
        "ask" => new Call("ask", Members),
        "facts" => new Call("facts", "check"),
        "help" => new Call("--help"),
        _ => new Call(verb),
    };
}
