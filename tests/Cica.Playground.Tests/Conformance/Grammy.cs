using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Cica.Playground.Tests.Conformance;

/// <summary>Runs the whole list once with grammY in Node.js; installs what is missing where it may. Where it cannot, says the remedy.</summary>
public sealed class Grammy : IAsyncLifetime
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "grammy");

    /// <summary>Why the list could not be run, with the remedy; null if it was.</summary>
    public string? Missing { get; private set; }

    /// <summary>What was different, by case; null: nothing.</summary>
    public IReadOnlyDictionary<string, string?> Differences { get; private set; } = new Dictionary<string, string?>();

    public async Task InitializeAsync()
    {
        if (await PrepareAsync() is { } missing)
        {
            Missing = missing;
            return;
        }
        await using var host = await StageHost.StartAsync();
        var (code, output, error) = await RunAsync("node", TimeSpan.FromSeconds(100), "run.mjs", host.Url.ToString().TrimEnd('/'), ConformanceCase.Directory);
        if (code != 0) throw new InvalidOperationException($"node ended with {code}: {error}\n{output}");
        Differences = output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonNode.Parse(line)!)
            .ToDictionary(line => (string)line["name"]!, line => (string?)line["difference"]);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private static async Task<string?> PrepareAsync()
    {
        if (!await HasAsync("node") || !await HasAsync("npm"))
        {
            if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess || !await HasAsync("apt-get"))
                return "Node.js is missing: install node (18 or newer) and npm, then run the tests again.";
            await RunAsync("apt-get", TimeSpan.FromMinutes(3), "update");
            await RunAsync("apt-get", TimeSpan.FromMinutes(5), "install", "-y", "--no-install-recommends", "nodejs", "npm");
            if (!await HasAsync("node") || !await HasAsync("npm")) return "Node.js is missing and apt-get could not install it: install node (18 or newer) and npm by hand.";
        }
        if (Directory.Exists(Path.Combine(Folder, "node_modules", "grammy"))) return null;
        var (code, output, error) = await RunAsync("npm", TimeSpan.FromMinutes(3), "ci");
        return code == 0 ? null : $"npm ci failed in {Folder}; with a network or a filled npm cache it would not: {error}{output}";
    }

    private static async Task<bool> HasAsync(string program)
    {
        try
        {
            return (await RunAsync(program, TimeSpan.FromSeconds(20), "--version")).Code == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(string program, TimeSpan patience, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        using var deadline = new CancellationTokenSource(patience, TimeProvider.System);
        var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
        var error = process.StandardError.ReadToEndAsync(deadline.Token);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
            return (process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return (-1, "", $"{program} took longer than {patience.TotalSeconds:0} s");
        }
    }
}
