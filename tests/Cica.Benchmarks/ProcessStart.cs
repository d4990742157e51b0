using System.Diagnostics;

namespace Cica.Benchmarks;

/// <summary>From the start of the process to its first answer, as a person waits for it.</summary>
internal static class ProcessStart
{
    public static double[] Milliseconds(string repository, string directory, int runs)
    {
        var publish = new ProcessStartInfo("dotnet", ["publish", Path.Combine(repository, "src", "Cica.Bot"), "-c", "Release", "-o", directory, "-p:UseSharedCompilation=false", "-nodeReuse:false"]);
        if (Run(publish, out var output) != 0)
            throw new InvalidOperationException(output);
        var times = new double[runs];
        for (var run = 0; run < runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            var code = Run(new ProcessStartInfo("dotnet", [Path.Combine(directory, "Cica.Bot.dll"), "ask", "Which state chaired CICA in 2015?"]) { WorkingDirectory = directory }, out output);
            times[run] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (code != 0)
                throw new InvalidOperationException(output);
        }
        return times;
    }

    private static int Run(ProcessStartInfo start, out string output)
    {
        start.RedirectStandardOutput = true;
        using var process = Process.Start(start)!;
        output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}
