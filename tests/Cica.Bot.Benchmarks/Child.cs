using System.Diagnostics;
using System.Globalization;

namespace Cica.Bot.Benchmarks;

/// <summary>A program under measurement, in a process of its own, asked over its standard input how much it has used.</summary>
internal sealed class Child : IDisposable
{
    private readonly Process process;

    private Child(Process process) => this.process = process;

    /// <summary>Processor time used so far.</summary>
    public TimeSpan Processor
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Memory the machine has given to it, in bytes.</summary>
    public long WorkingSet
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    public static async Task<Child> StartAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Child).Assembly.Location, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        if (await process.StandardOutput.ReadLineAsync() != "ready") throw new InvalidOperationException("the program did not start");
        return new Child(process);
    }

    /// <summary>The other end: tells what is asked, until the input ends.</summary>
    public static async Task ServeAsync()
    {
        Console.WriteLine("ready");
        while (await Console.In.ReadLineAsync() is { } asked && asked != "end")
            Console.WriteLine(GC.GetTotalMemory(forceFullCollection: true).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Bytes on its managed heap after a full collection.</summary>
    public async Task<long> HeapAsync()
    {
        await process.StandardInput.WriteLineAsync("heap");
        return long.Parse((await process.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        process.StandardInput.WriteLine("end");
        if (!process.WaitForExit(20_000)) process.Kill();
        process.Dispose();
    }
}
