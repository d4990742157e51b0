using System.Globalization;
using Cica.Playground;

namespace Cica.Bot.Benchmarks;

/// <summary>Rounds of the one and the other in turn, so that whatever else the machine does strikes both alike.</summary>
internal static class SideBySide
{
    private const double Wanted = 0.8;
    private const int WarmUp = 4_000;

    public static async Task<int> RunAsync(int rounds, int messages)
    {
        var storage = Directory.CreateTempSubdirectory("cica-benchmark-").FullName;
        try
        {
            await using var botServer = await PlaygroundServer.StartAsync(new PlaygroundOptions { Pace = PaceOptions.None });
            await using var bareServer = await PlaygroundServer.StartAsync(new PlaygroundOptions { Pace = PaceOptions.None });
            using var bot = await Child.StartAsync("bot", botServer.Url.ToString(), botServer.Token, Path.Combine(storage, "cica.db"));
            using var bare = await Child.StartAsync("bare", bareServer.Url.ToString(), bareServer.Token);
            var (botSide, bareSide) = (new Side("Cica.Bot, real answers", bot, new Crowd(botServer)), new Side("bare Telegram.Bot, constant text", bare, new Crowd(bareServer)));
            await botSide.RoundAsync(WarmUp, isWarmUp: true);
            await bareSide.RoundAsync(WarmUp, isWarmUp: true);
            for (var round = 1; round <= rounds; round++)
            {
                await botSide.RoundAsync(messages);
                await bareSide.RoundAsync(messages);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round}: {botSide.Rates[^1]:0} and {bareSide.Rates[^1]:0} replies/s"));
            }
            var ratio = Median(botSide.Rates.Zip(bareSide.Rates, (a, b) => a / b));
            var (botHeap, bareHeap) = (await bot.HeapAsync() / 1048576.0, await bare.HeapAsync() / 1048576.0);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""

                | 64 in flight, {rounds} rounds of {messages:N0} messages in turn | {botSide.Name} | {bareSide.Name} | ratio |
                | --- | --: | --: | --: |
                | replies a second, median of the rounds | {Median(botSide.Rates):N0} | {Median(bareSide.Rates):N0} | **{ratio:0.00}** |
                | latency, median | {botSide.Latency(0.5):0.0} ms | {bareSide.Latency(0.5):0.0} ms | |
                | latency, 99th percentile | {botSide.Latency(0.99):0.0} ms | {bareSide.Latency(0.99):0.0} ms | |
                | processor time of its process per reply | {botSide.Microseconds:0} µs | {bareSide.Microseconds:0} µs | |
                | managed heap at the end | {botHeap:0} MB | {bareHeap:0} MB | |
                """));
            Console.WriteLine(ratio >= Wanted ? $"enough: at least {Wanted} is asked for" : $"too slow: at least {Wanted} is asked for");
            return ratio >= Wanted ? 0 : 1;
        }
        finally
        {
            Directory.Delete(storage, recursive: true);
        }
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : 0;

    private sealed class Side(string name, Child child, Crowd crowd)
    {
        private readonly List<double> milliseconds = [];
        private TimeSpan processor;
        private int messages;

        public string Name => name;

        public List<double> Rates { get; } = [];

        public double Microseconds => processor.TotalMicroseconds / messages;

        public async Task RoundAsync(int count, bool isWarmUp = false)
        {
            var before = child.Processor;
            var (took, waited) = await crowd.AskAsync(count);
            if (isWarmUp) return;
            processor += child.Processor - before;
            messages += count;
            milliseconds.AddRange(waited);
            Rates.Add(count / took.TotalSeconds);
        }

        public double Latency(double share) => milliseconds.Order().ElementAt((int)(share * (milliseconds.Count - 1)));
    }
}
