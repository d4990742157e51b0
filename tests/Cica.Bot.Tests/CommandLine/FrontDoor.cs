using System.Text;
using Cica.Bot.CommandLine;
using Cica.Bot.Settings;
using Microsoft.Extensions.Configuration;
using static Cica.Bot.Tests.CommandLine.PublishedProgram;

namespace Cica.Bot.Tests.CommandLine;

/// <summary>
/// The program's front door in this process: the same arguments, settings and words lead to the same exit code and lines. What only a
/// process can show (its streams, its locale, its signals, where it looks for its files) is tested with <see cref="PublishedProgram"/>.
/// </summary>
public sealed class FrontDoor : IDisposable
{
    /// <summary>Longer than any run takes, far shorter than for ever.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private readonly string root = Directory.CreateTempSubdirectory("cica-door-tests-").FullName;
    private readonly Lazy<string> few;

    public FrontDoor() => few = new(() => FactFolders.CopyFew(Data, Path.Combine(root, "few-facts")));

    /// <summary>The facts that ship.</summary>
    public static string Data => Path.Combine(AppContext.BaseDirectory, "data");

    /// <summary>A few of them.</summary>
    public string FewFacts => few.Value;

    /// <summary>An empty directory, nothing of ours in it.</summary>
    public string Elsewhere() => Directory.CreateDirectory(Path.Combine(root, Path.GetRandomFileName())).FullName;

    /// <summary>A copy of the few facts with one bad file among them.</summary>
    public string Broken() => FactFolders.Break(FactFolders.Copy(FewFacts, Elsewhere()));

    /// <summary>Comes in with these arguments.</summary>
    public Task<Result> RunAsync(params string[] arguments) => RunAsync(new Call(arguments));

    /// <summary>Comes in with input, settings and surroundings of the test's choice; few facts are used where the settings name none.</summary>
    public async Task<Result> RunAsync(Call call)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var late = new CancellationTokenSource(Patience);
        var code = await Commands.RunAsync(call.Arguments, TimeProvider.System, new StringReader(Encoding.UTF8.GetString(call.Input ?? [])), output, error, late.Token, () => Settings(call));
        Assert.False(late.IsCancellationRequested, $"'{string.Join(' ', call.Arguments)}' did not end by itself");
        return new Result(code, Encoding.UTF8.GetBytes(output.ToString()), error.ToString());
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(root, recursive: true);

    private ConfigurationRoot Settings(Call call)
    {
        var directory = call.Directory ?? Elsewhere();
        var told = call.Environment.ToDictionary(s => s.Key.Replace("__", ":", StringComparison.Ordinal), s => (string?)s.Value);
        if (!call.FindsFacts) told.TryAdd("Data:Path", FewFacts);
        // This process has one current directory for all tests.
        told.TryAdd("Storage:Path", Path.Combine(directory, "bot.db"));
        // Where a key comes from decides whether it is ours: each source stays one of its own.
        return new ConfigurationRoot([.. SettingsSources.Read(directory).Providers, .. new ConfigurationBuilder().AddInMemoryCollection(told).Build().Providers]);
    }
}
