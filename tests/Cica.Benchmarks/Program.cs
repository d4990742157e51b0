using System.Globalization;
using Cica.Benchmarks;
using Cica.Knowledge.Loading;

// Figures for the README: one Markdown table on standard output, progress on standard error.
//   dotnet run -c Release --project tests/Cica.Benchmarks [-- --quick]
if (args.Any(a => a != "--quick"))
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project tests/Cica.Benchmarks [-- --quick]");
    return 2;
}
var quick = args.Length > 0;
var repository = Repository();
var today = new DateOnly(2026, 11, 1);
var work = Directory.CreateTempSubdirectory("cica-benchmarks-").FullName;
try
{
    var data = Path.Combine(repository, "data");
    var questions = QuestionSet.Read(repository, today);
    var real = KnowledgeLoader.Load(data, today).Snapshot ?? throw new InvalidDataException("the facts are broken; run facts check");
    var writer = new SyntheticData(real);
    var scales = new List<Scale>();
    foreach (var facts in (int[])[real.Facts.Count, 10_000, 100_000])
    {
        Say($"{facts} facts");
        var directory = data;
        if (facts != real.Facts.Count)
            writer.Write(data, directory = Path.Combine(work, facts.ToString(CultureInfo.InvariantCulture)), facts);
        scales.Add(Scale.Of(directory, questions, today, rounds: quick ? 5 : 25, loads: facts > real.Facts.Count ? 1 : quick ? 3 : 9));
    }
    Say("process start");
    var starts = ProcessStart.Milliseconds(repository, Path.Combine(work, "published"), quick ? 5 : 20);
    IReadOnlyList<(string Name, string[] Values)> precise = [];
    if (!quick)
    {
        Say("BenchmarkDotNet");
        precise = QuestionBenchmarks.Run(Path.Combine(work, "artifacts"), scales, questions);
    }
    Console.WriteLine(Table.Write(scales, starts, precise, questions.Length));
    return 0;
}
finally
{
    Directory.Delete(work, recursive: true);
}

static void Say(string what) => Console.Error.WriteLine("measuring: " + what);

static string Repository()
{
    var directory = new DirectoryInfo(AppContext.BaseDirectory);
    while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Cica.Bot.sln")))
        directory = directory.Parent;
    return directory?.FullName ?? throw new InvalidOperationException("the benchmarks do not run inside the repository");
}
