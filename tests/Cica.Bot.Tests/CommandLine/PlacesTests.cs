using static Cica.Bot.Tests.CommandLine.DataAndSettingsTests;
using static Cica.Bot.Tests.CommandLine.PublishedProgram;

namespace Cica.Bot.Tests.CommandLine;

/// <summary>Where the program looks for its facts and settings.</summary>
public sealed class PlacesTests(PublishedProgram program) : IClassFixture<PublishedProgram>
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
        Directory.CreateDirectory(Path.Combine(directory, "data"));
        // The check looks in the same place as every other verb, and makes no engine of what it finds.
        var other = await program.RunAsync(new Call("facts", "check") { Directory = directory, FindsFacts = true });
        Assert.Equal(0, other.ExitCode);

        await File.WriteAllTextAsync(Path.Combine(directory, "data", "sources.yaml"), "- id: lonely\n");
        var own = await program.RunAsync(new Call("ask", Members) { Directory = directory, FindsFacts = true });
        Assert.Equal(1, own.ExitCode);
        Assert.Contains("languages:1: the folder 'languages' is missing", own.ErrorLines);
    }

    [Fact]
    public async Task A_path_in_the_environment_counts_and_is_relative_to_the_current_directory()
    {
        var broken = program.Broken();
        var result = await program.RunAsync(new Call("ask", Members) { Directory = Path.GetDirectoryName(broken), Environment = { ["Data__Path"] = Path.GetFileName(broken) } });
        Assert.Equal(1, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Contains(result.ErrorLines, l => l.StartsWith("facts/broken.yaml:3: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Settings_come_from_beside_the_program_then_the_current_directory_then_the_environment()
    {
        var home = program.CopyOfHome();
        var broken = program.Broken();
        var good = program.FewFacts;
        var directory = program.Elsewhere();
        var call = new Call("facts", "check") { Home = home, Directory = directory, FindsFacts = true };

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

    [Fact]
    public async Task Facts_check_without_a_directory_checks_the_data_in_use()
    {
        var result = await program.RunAsync(new Call("facts", "check") { FindsFacts = true });
        Assert.Equal(0, result.ExitCode);
        Assert.Contains(program.Data, result.Lines[^1], StringComparison.Ordinal);
    }
}
