using static Cica.Bot.Tests.CommandLine.PublishedProgram;

namespace Cica.Bot.Tests.CommandLine;

[Collection(PublishedProgramTests.Name)]
public sealed class DataAndSettingsTests(PublishedProgram program)
{
    private const string Members = "How many member states does CICA have?";
    private static readonly string[] Verbs = ["ask", "chat", "facts", "help"];

    [Fact]
    public void Data_and_settings_lie_beside_the_program()
    {
        Assert.True(File.Exists(Path.Combine(program.Home, "Cica.Bot.dll")));
        Assert.True(File.Exists(Path.Combine(program.Home, "appsettings.json")));
        Assert.True(File.Exists(Path.Combine(program.Data, "sources.yaml")));
        Assert.True(File.Exists(Path.Combine(program.Data, "languages", "ru.yaml")));
    }

    [Fact]
    public async Task Every_verb_works_from_any_directory_and_touches_neither_storage_nor_token()
    {
        foreach (var verb in Verbs)
        {
            var directory = program.Elsewhere();
            var result = await program.RunAsync(Verb(verb) with
            {
                Directory = directory,
                Environment = new()
                {
                    ["Telegram__Token"] = "no token at all",
                    ["Telegram__Mode"] = "polling",
                    ["Telegram__ApiBaseUrl"] = "http://127.0.0.1:1",
                    ["Storage__Path"] = Path.Combine(directory, "missing", "directory", "cica.db"),
                    ["Playground__Url"] = "no address",
                },
            });
            Assert.Equal(0, result.ExitCode);
            Assert.Empty(result.Error);
            Assert.DoesNotContain("no token at all", result.Output, StringComparison.Ordinal);
            Assert.Empty(Directory.EnumerateFileSystemEntries(directory));
        }
    }

    [Fact]
    public async Task Data_in_the_current_directory_is_preferred_if_it_holds_the_bibliography()
    {
        var directory = program.Elsewhere();
        Break(Path.Combine(directory, "data"));
        Directory.CreateDirectory(Path.Combine(directory, "data"));
        var other = await program.RunAsync(new Call("ask", Members) { Directory = directory, FindsFacts = true });
        Assert.Equal(0, other.ExitCode);

        await File.WriteAllTextAsync(Path.Combine(directory, "data", "sources.yaml"), "- id: lonely\n");
        var own = await program.RunAsync(new Call("ask", Members) { Directory = directory, FindsFacts = true });
        Assert.Equal(1, own.ExitCode);
        Assert.Contains("languages:1: the folder 'languages' is missing", own.ErrorLines);
    }

    [Fact]
    public async Task A_path_in_the_environment_counts_and_is_relative_to_the_current_directory()
    {
        var directory = Path.GetDirectoryName(Broken())!;
        var result = await program.RunAsync(new Call("ask", Members) { Directory = directory, Environment = { ["Data__Path"] = "broken" } });
        Assert.Equal(1, result.ExitCode);
        Assert.NotEmpty(result.ErrorLines);
    }

    [Fact]
    public async Task Settings_come_from_beside_the_program_then_the_current_directory_then_the_environment()
    {
        var home = program.CopyOfHome();
        var broken = Broken();
        var good = program.FewFacts;
        var directory = program.Elsewhere();
        var call = new Call("ask", Members) { Home = home, Directory = directory, FindsFacts = true };

        await Set(home, broken);
        Assert.Equal(1, (await program.RunAsync(call)).ExitCode);
        await Set(directory, good);
        Assert.Equal(0, (await program.RunAsync(call)).ExitCode);
        await Set(directory, broken);
        await Set(home, good);
        Assert.Equal(1, (await program.RunAsync(call)).ExitCode);
        Assert.Equal(0, (await program.RunAsync(call with { Environment = new() { ["Data__Path"] = good } })).ExitCode);

        static Task Set(string directory, string path) =>
            File.WriteAllTextAsync(Path.Combine(directory, "appsettings.json"), $$"""{ "Data": { "Path": "{{path}}" } }""");
    }

    [Theory]
    [InlineData("{ \"Data\": ")]
    [InlineData("")]
    [InlineData("[1, 2]")]
    [InlineData("Data: Path")]
    [InlineData("{ \"Data\": { \"Path\": \"a\" }, \"Data\": { \"Path\": \"b\" } }")]
    public async Task Settings_that_cannot_be_read_are_one_clear_line_and_exit_2(string settings)
    {
        var directory = program.Elsewhere();
        var file = Path.Combine(directory, "appsettings.json");
        await File.WriteAllTextAsync(file, settings);
        var result = await program.RunAsync(Verb("ask") with { Directory = directory });
        AskTests.IsBadUsage(result);
        Assert.Contains(file, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_cannot_be_read_stop_every_verb_but_help()
    {
        var directory = program.Elsewhere();
        await File.WriteAllTextAsync(Path.Combine(directory, "appsettings.json"), "{ broken");
        foreach (var verb in Verbs)
        {
            var result = await program.RunAsync(Verb(verb) with { Directory = directory });
            Assert.Equal(verb == "help" ? 0 : 2, result.ExitCode);
            Assert.Equal(verb == "help" ? 0 : 1, result.ErrorLines.Length);
        }
    }

    [Fact]
    public async Task Broken_data_stops_ask_chat_and_batch_with_the_places_on_stderr_and_exit_1()
    {
        var broken = Broken();
        foreach (var arguments in (string[][])[["ask", Members], ["ask", "--batch"], ["chat"]])
        {
            var result = await program.RunAsync(new Call(arguments) { Environment = { ["Data__Path"] = broken } });
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
        var result = await program.RunAsync(new Call("ask", Members) { Environment = { ["Data__Path"] = "/no/such/directory" } });
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("/no/such/directory", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facts_check_sums_up_good_data_and_exits_0()
    {
        var result = await program.RunAsync("facts", "check", "--data", program.Data);
        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"\d+ facts", result.Lines[^1]);
        Assert.Contains(program.Data, result.Lines[^1], StringComparison.Ordinal);
        Assert.All(result.Lines[..^1], l => Assert.Matches(@"^[\w/.-]+\.yaml:[1-9]\d*: warning: \S", l));
        Assert.Empty(result.Error);
    }

    [Fact]
    public async Task Facts_check_without_a_directory_checks_the_data_in_use()
    {
        var result = await program.RunAsync(new Call("facts", "check") { FindsFacts = true });
        Assert.Equal(0, result.ExitCode);
        Assert.Contains(program.Data, result.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facts_check_has_a_line_for_each_error_and_exits_1()
    {
        var result = await program.RunAsync("facts", "check", "--data", Broken());
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(result.Lines, l => l.StartsWith("facts/broken.yaml:3: ", StringComparison.Ordinal));
        Assert.Contains(result.Lines, l => l.StartsWith("facts/broken.yaml:4: ", StringComparison.Ordinal));
        Assert.All(result.Lines, l => Assert.Matches(@"^[\w/.-]+\.yaml:[1-9]\d*: \S", l));
    }

    [Fact]
    public async Task Facts_check_of_a_named_directory_needs_no_settings()
    {
        var directory = program.Elsewhere();
        await File.WriteAllTextAsync(Path.Combine(directory, "appsettings.json"), "{ broken");
        var result = await program.RunAsync(new Call("facts", "check", "--data", program.Data) { Directory = directory });
        Assert.Equal(0, result.ExitCode);
    }

    private static Call Verb(string verb) => verb switch
    {
        "ask" => new Call("ask", Members),
        "facts" => new Call("facts", "check"),
        "help" => new Call("--help"),
        _ => new Call(verb),
    };

    // Good data with one bad file among them, in a directory called "broken".
    private string Broken()
    {
        var directory = Path.Combine(program.Elsewhere(), "broken");
        Directory.Move(program.CopyOfFewFacts(), directory);
        Break(directory);
        return directory;
    }

    private static void Break(string data)
    {
        if (Directory.Exists(data))
        {
            File.WriteAllText(Path.Combine(data, "facts", "broken.yaml"), """
                - id: broken
                  subject: cica
                  property: no-such-property
                  sources: [no-such-source]
                  say: { en: "This is wrong.", ru: "Это неверно." }

                """);
        }
    }
}
