using System.Text.Json.Nodes;

namespace Cica.Playground.Tests.Conformance;

/// <summary>Runs the whole list once with grammY in Node.js; installs what is missing where it may. Where it cannot, says the remedy.</summary>
public sealed class Grammy : IAsyncLifetime
{
    private readonly NodeProgram node = new("grammy", "grammy");

    /// <summary>Why the list could not be run, with the remedy; null if it was.</summary>
    public string? Missing { get; private set; }

    /// <summary>What was different, by case; null: nothing.</summary>
    public IReadOnlyDictionary<string, string?> Differences { get; private set; } = new Dictionary<string, string?>();

    public async Task InitializeAsync()
    {
        if (await node.PrepareAsync() is { } missing)
        {
            Missing = missing;
            return;
        }
        await using var host = await StageHost.StartAsync();
        var (code, output, error) = await node.RunAsync(TimeSpan.FromMinutes(10), "run.mjs", host.Url.ToString().TrimEnd('/'), ConformanceCase.Directory);
        if (code != 0) throw new InvalidOperationException($"node ended with {code}: {error}\n{output}");
        Differences = output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonNode.Parse(line)!)
            .ToDictionary(line => (string)line["name"]!, line => (string?)line["difference"]);
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
