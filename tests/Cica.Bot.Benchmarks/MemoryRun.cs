using System.Globalization;
using Cica.Playground;

namespace Cica.Bot.Benchmarks;

/// <summary>Whether the memory of the whole bot stays flat over many messages.</summary>
internal static class MemoryRun
{
    // What may grow by, in share, from a quarter of the way to the end.
    private const double Tolerance = 0.10;

    public static async Task<int> RunAsync(int messages)
    {
        var storage = Directory.CreateTempSubdirectory("cica-benchmark-").FullName;
        try
        {
            await using var server = await PlaygroundServer.StartAsync(new PlaygroundOptions { Pace = PaceOptions.None });
            using var bot = await Child.StartAsync("bot", server.Url.ToString(), server.Token, Path.Combine(storage, "cica.db"));
            var crowd = new Crowd(server);
            var heaps = new List<double>();
            Console.WriteLine("| messages | managed heap | working set | replies a second |");
            Console.WriteLine("| --: | --: | --: | --: |");
            for (var part = 1; part <= 8; part++)
            {
                var (took, _) = await crowd.AskAsync(messages / 8);
                heaps.Add(await bot.HeapAsync() / 1048576.0);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {messages / 8 * part:N0} | {heaps[^1]:0.0} MB | {bot.WorkingSet / 1048576.0:0} MB | {messages / 8 / took.TotalSeconds:0} |"));
            }
            var growth = (heaps[^1] / heaps[1]) - 1;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"growth of the heap over the last three quarters: {growth:P1} ({Tolerance:P0} are taken for flat)"));
            return growth <= Tolerance ? 0 : 1;
        }
        finally
        {
            Directory.Delete(storage, recursive: true);
        }
    }
}
