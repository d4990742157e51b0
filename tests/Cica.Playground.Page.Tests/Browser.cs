using System.Diagnostics;
using Cica.Tests.Support;

namespace Cica.Playground.Page.Tests;

/// <summary>Debian's Chromium, one for each group of tests; installs it where it may. Where it cannot, says the remedy.</summary>
public sealed class Browser : IAsyncLifetime
{
    /// <summary>How many milliseconds a test waits for what must come: a machine of tests is busy with others.</summary>
    public const int Patience = 60_000;
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];
    // Several groups begin at once; the system's packages are installed by one of them.
    private static readonly Lazy<Task> Installed = new(InstallAsync);

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Why there is no browser, with the remedy; null if there is one.</summary>
    public string? Missing { get; private set; }

    public async Task InitializeAsync()
    {
        await Installed.Value;
        if (Find() is not { } path)
        {
            Missing = "Chromium is missing: install the package chromium (as root, with apt-get, the tests do it themselves), then run the tests again.";
            return;
        }
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Programs.StartAsync(Playwright.CreateAsync);
        // Root has no sandbox of its own to put the browser in; the pages are all ours.
        string[] arguments = Environment.IsPrivilegedProcess ? ["--no-sandbox", "--disable-dev-shm-usage"] : ["--disable-dev-shm-usage"];
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = arguments, Timeout = 2 * Patience });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>A browser window of its own, without memory of others.</summary>
    public Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions options) => _browser!.NewContextAsync(options);

    private static async Task InstallAsync()
    {
        if (Find() is not null || !OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess || Has("apt-get") is null) return;
        await RunAsync("apt-get", TimeSpan.FromMinutes(3), "update");
        await RunAsync("apt-get", TimeSpan.FromMinutes(8), "install", "-y", "--no-install-recommends", "chromium", "fonts-dejavu-core");
    }

    private static string? Find() => Names.Select(Has).FirstOrDefault(p => p is not null);

    private static string? Has(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    private static async Task RunAsync(string program, TimeSpan patience, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start)!;
        using var deadline = new CancellationTokenSource(patience, TimeProvider.System);
        try
        {
            await Task.WhenAll(process.StandardOutput.ReadToEndAsync(deadline.Token), process.StandardError.ReadToEndAsync(deadline.Token), process.WaitForExitAsync(deadline.Token));
        }
        catch (OperationCanceledException)
        {
            // What is not there afterwards is told as missing.
            process.Kill(entireProcessTree: true);
        }
    }
}
