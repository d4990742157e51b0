using System.Globalization;
using Cica.Playground;
using Cica.Playground.Faults;

namespace Cica.Bot.Benchmarks;

/// <summary>
/// Rounds of the one and the other in turn, so that whatever else the machine does strikes both alike: against a server that answers
/// at once and shares the machine, and against one that takes the time a message takes to Telegram and back.
/// </summary>
internal static class SideBySide
{
    private const double Wanted = 0.8;
    private const int WarmUp = 12_000;

    // What a call to Telegram and back is taken to cost at least: an assumption, not a measurement.
    private static readonly TimeSpan ThereAndBack = TimeSpan.FromMilliseconds(25);

    public static async Task<int> RunAsync(int rounds, int messages)
    {
        var storage = Directory.CreateTempSubdirectory("cica-benchmark-").FullName;
        try
        {
            await using var bot = await Side.StartAsync("Cica.Bot, real answers", ["bot"], [Path.Combine(storage, "bot.db")]);
            await using var constant = await Side.StartAsync("Cica.Bot, constant text", ["constant"], [Path.Combine(storage, "constant.db")]);
            await using var bare = await Side.StartAsync("bare Telegram.Bot, constant text", ["bare"], []);
            await using var dressed = await Side.StartAsync("bare, with an answer's markup and buttons", ["dressed"], []);
            Side[] sides = [bot, constant, bare, dressed];
            foreach (var side in sides) await side.RoundAsync(WarmUp, isWarmUp: true);
            await CompareAsync("64 in flight, answered at once on the same cores", sides, rounds, messages);
            foreach (var side in sides) side.MoveAway(ThereAndBack);
            return await CompareAsync($"64 in flight, a message takes {ThereAndBack.TotalMilliseconds:0} ms there and back", sides, rounds, messages) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(storage, recursive: true);
        }
    }

    private static async Task<bool> CompareAsync(string how, Side[] sides, int rounds, int messages)
    {
        var (bot, bare, dressed) = (sides[0], sides[2], sides[3]);
        for (var round = 1; round <= rounds; round++)
        {
            foreach (var side in sides) await side.RoundAsync(messages);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round}: {string.Join(", ", sides.Select(s => $"{s.Rates[^1]:0}"))} replies/s"));
        }
        var ratio = Ratio(bot, bare);
        Row($"{how}, {rounds} rounds of {messages} messages in turn", sides.Select(s => s.Name));
        Row("---", sides.Select(_ => "--:"));
        Row("replies a second, median of the rounds", sides.Select(s => $"{Median(s.Rates):0}"));
        Row("share of the bare program's rate", sides.Select(s => $"{Ratio(s, bare):0.00}"));
        Row("share of the dressed one's rate", sides.Select(s => $"{Ratio(s, dressed):0.00}"));
        Row("latency, median", sides.Select(s => $"{s.Latency(0.5):0.0} ms"));
        Row("latency, 99th percentile", sides.Select(s => $"{s.Latency(0.99):0.0} ms"));
        Row("processor time of its process per reply", sides.Select(s => $"{s.Microseconds:0} µs"));
        Console.WriteLine(ratio >= Wanted ? $"enough: at least {Wanted} is asked for" : $"too slow: at least {Wanted} is asked for");
        foreach (var side in sides) side.BeginAnew();
        return ratio >= Wanted;
    }

    private static void Row(string name, IEnumerable<string> cells) => Console.WriteLine($"| {name} | {string.Join(" | ", cells)} |");

    private static double Median(IEnumerable<double> values) => values.Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : 0;

    private static double Ratio(Side one, Side other) => Median(one.Rates.Zip(other.Rates, (a, b) => a / b));

    /// <summary>A program with its own server and its own crowd.</summary>
    private sealed class Side(string name, PlaygroundServer server, Child child) : IAsyncDisposable
    {
        private readonly Crowd crowd = new(server);
        private readonly List<double> milliseconds = [];
        private TimeSpan processor;
        private int messages;

        public string Name => name;

        public List<double> Rates { get; } = [];

        public double Microseconds => processor.TotalMicroseconds / messages;

        public static async Task<Side> StartAsync(string name, string[] mode, string[] rest)
        {
            var server = await PlaygroundServer.StartAsync(new PlaygroundOptions { Pace = PaceOptions.None });
            return new Side(name, server, await Child.StartAsync([.. mode, server.Url.ToString(), server.Token, .. rest]));
        }

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

        /// <summary>From now on the server takes this long for each message.</summary>
        public void MoveAway(TimeSpan time) => server.Faults.Order(Fault.Slow(time) with { Method = "sendMessage", Times = null });

        public void BeginAnew()
        {
            Rates.Clear();
            milliseconds.Clear();
            (processor, messages) = (TimeSpan.Zero, 0);
        }

        public double Latency(double share) => milliseconds.Order().ElementAt((int)(share * (milliseconds.Count - 1)));

        public async ValueTask DisposeAsync()
        {
            child.Dispose();
            await server.DisposeAsync();
        }
    }
}
