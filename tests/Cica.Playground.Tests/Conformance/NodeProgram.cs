using System.Diagnostics;

namespace Cica.Playground.Tests.Conformance;

/// <summary>A program for Node.js that lies in a folder beside the tests, with what it needs from npm.</summary>
/// <param name="folder">The folder: package.json, package-lock.json and the program.</param>
/// <param name="package">The package it needs: there once it is installed.</param>
public sealed class NodeProgram(string folder, string package)
{
    private string Folder { get; } = Path.Combine(AppContext.BaseDirectory, folder);

    /// <summary>Runs it.</summary>
    public Task<(int Code, string Output, string Error)> RunAsync(TimeSpan patience, params string[] arguments) => StartAsync("node", patience, arguments);

    /// <summary>Installs what is missing where it may; else says what is missing, with the remedy.</summary>
    public async Task<string?> PrepareAsync()
    {
        if (!await HasAsync("node") || !await HasAsync("npm"))
        {
            if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess || !await HasAsync("apt-get"))
                return "Node.js is missing: install node (18 or newer) and npm, then run the tests again.";
            await StartAsync("apt-get", TimeSpan.FromMinutes(10), "update");
            await StartAsync("apt-get", TimeSpan.FromMinutes(10), "install", "-y", "--no-install-recommends", "nodejs", "npm");
            if (!await HasAsync("node") || !await HasAsync("npm")) return "Node.js is missing and apt-get could not install it: install node (18 or newer) and npm by hand.";
        }
        if (Directory.Exists(Path.Combine(Folder, "node_modules", package))) return null;
        var (code, output, error) = await StartAsync("npm", TimeSpan.FromMinutes(10), "ci");
        return code == 0 ? null : $"npm ci failed in {Folder}; with a network or a filled npm cache it would not: {error}{output}";
    }

    private async Task<bool> HasAsync(string program)
    {
        try
        {
            return (await StartAsync(program, TimeSpan.FromMinutes(2), "--version")).Code == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private async Task<(int Code, string Output, string Error)> StartAsync(string program, TimeSpan patience, params string[] arguments)
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
