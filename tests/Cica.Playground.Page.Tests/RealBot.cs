using System.Diagnostics;
using System.Text.RegularExpressions;
using Cica.Tests.Support;

namespace Cica.Playground.Page.Tests;

/// <summary>The bot itself, as a newcomer starts it: a process without a token, with a playground on a free port.</summary>
public sealed partial class RealBot : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly string _directory = Directory.CreateTempSubdirectory("cica-page-tests-").FullName;
    private Process? _process;

    /// <summary>Where its page is.</summary>
    public Uri Url { get; private set; } = new("about:blank");

    public async Task InitializeAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Cica.Bot.dll")])
        {
            WorkingDirectory = _directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("Telegram__", StringComparison.OrdinalIgnoreCase)).ToList()) start.Environment.Remove(name);
        start.Environment["Playground__Url"] = "http://127.0.0.1:0";
        var said = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = Programs.Start(start);
        // All it says is read to the end, so that it never waits for a reader.
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null) said.TrySetException(new InvalidOperationException("The bot ended without saying where its page is."));
            else if (Address().Match(line.Data) is { Success: true } found) said.TrySetResult(new Uri(found.Value));
        };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Url = await said.Task.WaitAsync(Patience, TimeProvider.System);
    }

    public async Task DisposeAsync()
    {
        _process!.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/?")]
    private static partial Regex Address();
}
