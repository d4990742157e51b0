using System.Globalization;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Cica.Benchmarks;

/// <summary>The whole question set, asked under BenchmarkDotNet's statistics.</summary>
[MemoryDiagnoser]
public class QuestionBenchmarks
{
    private static IReadOnlyList<Scale> scales = [];
    private static AskedQuestion[] questions = [];

    /// <summary>Which size of the facts.</summary>
    [Params(0, 1, 2)]
    public int Size { get; set; }

    /// <summary>Asks every question once.</summary>
    [Benchmark]
    public int AskAll()
    {
        var lines = 0;
        foreach (var question in questions)
        {
            try
            {
                lines += scales[Size].Engine.Ask(question.Question).Lines.Count;
            }
            catch (Exception defect) when (defect is not OutOfMemoryException)
            {
                lines--;
            }
        }
        return lines;
    }

    internal static IReadOnlyList<(string Name, string[] Values)> Run(string artifacts, IReadOnlyList<Scale> measured, AskedQuestion[] asked)
    {
        (scales, questions) = (measured, asked);
        var config = ManualConfig.CreateEmpty()
            .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.DontLogOutput).WithWarmupCount(2).WithIterationCount(10))
            .AddLogger(NullLogger.Instance)
            .WithArtifactsPath(artifacts);
        var reports = BenchmarkRunner.Run<QuestionBenchmarks>(config).Reports;
        string Row(Func<BenchmarkDotNet.Reports.BenchmarkReport, double> value, int size, string unit) =>
            reports.FirstOrDefault(r => (int)r.BenchmarkCase.Parameters["Size"] == size && r.Success) is { } report
                ? string.Create(CultureInfo.InvariantCulture, $"{value(report) / asked.Length:0.0} {unit}")
                : "–";
        return
        [
            ("mean time per question (BenchmarkDotNet)", [.. Enumerable.Range(0, measured.Count).Select(s => Row(r => r.ResultStatistics!.Mean / 1000, s, "µs"))]),
            ("mean allocation per question (BenchmarkDotNet)", [.. Enumerable.Range(0, measured.Count).Select(s => Row(r => (r.GcStats.GetBytesAllocatedPerOperation(r.BenchmarkCase) ?? 0) / 1024.0, s, "KB"))]),
        ];
    }
}
