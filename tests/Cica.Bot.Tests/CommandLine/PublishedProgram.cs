using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace Cica.Bot.Tests.CommandLine;

/// <summary>
/// The program as an operator gets it: published once per test run into a directory of its own, started as a process, from
/// another working directory. What is tested here is the contract of the command line, not its classes.
/// </summary>
public sealed class PublishedProgram : IAsyncLifetime
{
    private static readonly TimeSpan ToPublish = TimeSpan.FromMinutes(8);
    private static readonly TimeSpan ToRun = TimeSpan.FromMinutes(2);
    // One for all test classes, which use it side by side; it lies beside the tests and is made anew by each run.
    private static readonly Lazy<Task<string>> Published = new(PublishAsync);
    private readonly string root = Directory.CreateTempSubdirectory("cica-bot-tests-").FullName;

    /// <summary>Where the program was published to.</summary>
    public string Home { get; private set; } = "";

    /// <summary>The data that came with it.</summary>
    public string Data => Path.Combine(Home, "data");

    /// <summary>A few of the shipped facts: enough to be asked, and quickly loaded.</summary>
    public string FewFacts => Path.Combine(root, "few-facts");

    /// <summary>An empty directory, nothing of ours in it.</summary>
    public string Elsewhere() => Directory.CreateDirectory(Path.Combine(root, Path.GetRandomFileName())).FullName;

    /// <summary>A copy of the published program, to be changed.</summary>
    public string CopyOfHome() => FactFolders.Copy(Home, Elsewhere());

    /// <summary>A copy of the few facts with one bad file among them.</summary>
    public string Broken() => FactFolders.Break(FactFolders.Copy(FewFacts, Elsewhere()));

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        Home = await Published.Value;
        FactFolders.CopyFew(Data, FewFacts);
    }

    /// <inheritdoc/>
    public Task DisposeAsync()
    {
        Directory.Delete(root, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Runs the program to its end.</summary>
    public Task<Result> RunAsync(params string[] arguments) => RunAsync(new Call(arguments));

    /// <summary>Runs the program to its end, with input, settings and surroundings of the test's choice.</summary>
    public Task<Result> RunAsync(Call call) => RunAsync(Start(call), call.Input, ToRun);

    /// <summary>Starts the program and leaves it running, to be talked to.</summary>
    public Talk Open(Call call) => new(Process.Start(Redirected(Start(call)))!);

    private static async Task<string> PublishAsync()
    {
        var home = Path.Combine(AppContext.BaseDirectory, "published");
        if (Directory.Exists(home)) Directory.Delete(home, recursive: true);
        var project = Path.Combine(Repository(), "src", "Cica.Bot");
        // The packages are there, and the code was looked through and compiled when these tests were built; that need not be done again.
        var configuration = typeof(PublishedProgram).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        var start = new ProcessStartInfo("dotnet", ["publish", project, "-c", configuration, "-o", home, "--no-restore", "-p:RunAnalyzers=false", "-p:UseSharedCompilation=false", "-nodeReuse:false"]);
        var result = await RunAsync(start, null, ToPublish);
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        return home;
    }

    private ProcessStartInfo Start(Call call)
    {
        string[] program = ["dotnet", Path.Combine(call.Home ?? Home, "Cica.Bot.dll"), .. call.Arguments];
        // No file of it may grow beyond so many KB: the nearest thing to a full disk that needs no rights.
        if (call.LargestFile is { } most) program = ["bash", "-c", $"trap '' XFSZ; ulimit -f {most}; exec \"$@\"", "bash", .. program];
        if (call.IsDeafToHangUp) program = ["bash", "-c", "trap '' HUP; exec \"$@\"", "bash", .. program];
        var start = new ProcessStartInfo(program[0], program[1..])
        {
            WorkingDirectory = call.Directory ?? Elsewhere(),
        };
        if (!call.FindsFacts)
            start.Environment["Data__Path"] = FewFacts;
        foreach (var (name, value) in call.Environment)
            start.Environment[name] = value;
        return start;
    }

    private static async Task<Result> RunAsync(ProcessStartInfo start, byte[]? input, TimeSpan deadline)
    {
        using var process = Process.Start(Redirected(start))!;
        using var late = new CancellationTokenSource(deadline);
        try
        {
            using var output = new MemoryStream();
            var reading = process.StandardOutput.BaseStream.CopyToAsync(output, late.Token);
            var complaining = process.StandardError.ReadToEndAsync(late.Token);
            await WriteAsync(process, input ?? [], late.Token);
            await reading;
            var error = await complaining;
            await process.WaitForExitAsync(late.Token);
            return new Result(process.ExitCode, output.ToArray(), error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'{start.FileName} {string.Join(' ', start.ArgumentList)}' did not end within {deadline}");
        }
    }

    // A program that ends before it has read everything closes the pipe; that is its right.
    private static async Task WriteAsync(Process process, byte[] input, CancellationToken cancel)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, cancel);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
        }
    }

    private static ProcessStartInfo Redirected(ProcessStartInfo start)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.StandardErrorEncoding = Encoding.UTF8;
        start.UseShellExecute = false;
        // What the tests' own runner sets is no business of the program's, and neither are settings of this machine.
        foreach (var name in start.Environment.Keys.Where(IsForeign).ToArray())
            start.Environment.Remove(name);
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        return start;
    }

    private static bool IsForeign(string name) =>
        name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase) || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase);

    private static string Repository()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Cica.Bot.sln")))
            directory = directory.Parent;
        return directory?.FullName ?? throw new InvalidOperationException("the tests do not run inside the repository");
    }

    /// <summary>How the program is called.</summary>
    public sealed record Call(params string[] Arguments)
    {
        /// <summary>The working directory; null: an empty one.</summary>
        public string? Directory { get; init; }

        /// <summary>Where the program lies; null: where it was published to.</summary>
        public string? Home { get; init; }

        /// <summary>Settings in the environment.</summary>
        public Dictionary<string, string> Environment { get; init; } = [];

        /// <summary>It looks for its facts as the settings say, and finds those that ship where they say nothing; else it is given the few.</summary>
        public bool FindsFacts { get; init; }

        /// <summary>How large its files may become, in KB; null: as large as they will.</summary>
        public int? LargestFile { get; init; }

        /// <summary>It is started with SIGHUP ignored, as nohup does it.</summary>
        public bool IsDeafToHangUp { get; init; }

        /// <summary>Standard input, which then ends.</summary>
        public byte[]? Input { get; init; }
    }

    /// <summary>How the program ended.</summary>
    public sealed record Result(int ExitCode, byte[] OutputBytes, string Error)
    {
        private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

        /// <summary>Standard output, which must be UTF-8 without a byte order mark.</summary>
        public string Output { get; } = Strict.GetString(OutputBytes);

        /// <summary>The lines of standard output.</summary>
        public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        /// <summary>The lines of standard error.</summary>
        public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>A program that is running and is talked to line by line.</summary>
    public sealed class Talk(Process process) : IAsyncDisposable
    {
        /// <summary>Longer than a start on a busy machine takes, far shorter than for ever.</summary>
        private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

        /// <summary>Writes exactly this.</summary>
        public async Task WriteAsync(string text)
        {
            await process.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes(text));
            await process.StandardInput.BaseStream.FlushAsync();
        }

        /// <summary>Reads one line, or fails when none comes.</summary>
        public async Task<string> ReadLineAsync()
        {
            using var late = new CancellationTokenSource(Patience);
            try
            {
                return await process.StandardOutput.ReadLineAsync(late.Token) ?? throw new EndOfStreamException("the program ended instead of replying");
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException("no reply came while the program had nothing else to do");
            }
        }

        /// <summary>Stops it as an operator does, with SIGTERM, and waits for the end.</summary>
        public async Task<(int ExitCode, string Error)> StopAsync()
        {
            await SignalAsync("TERM");
            return await ExitAsync();
        }

        /// <summary>Sends it a signal, such as HUP.</summary>
        public async Task SignalAsync(string name)
        {
            using var kill = Process.Start("kill", ["-" + name, process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])!;
            await kill.WaitForExitAsync();
        }

        /// <summary>Waits for it to end by itself.</summary>
        public async Task<(int ExitCode, string Error)> ExitAsync()
        {
            using var late = new CancellationTokenSource(ToRun);
            var error = await process.StandardError.ReadToEndAsync(late.Token);
            await process.WaitForExitAsync(late.Token);
            return (process.ExitCode, error);
        }

        /// <summary>Ends the input and waits for the end.</summary>
        public async Task<int> EndAsync()
        {
            process.StandardInput.Close();
            using var late = new CancellationTokenSource(Patience);
            await process.WaitForExitAsync(late.Token);
            return process.ExitCode;
        }

        /// <inheritdoc/>
        public async ValueTask DisposeAsync()
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
            // Until it is gone it holds its storage, and may write where its directory is to be deleted.
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }
}
