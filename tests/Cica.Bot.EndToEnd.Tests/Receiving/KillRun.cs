using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Cica.Bot.EndToEnd.Tests.Support;
using Cica.Bot.Operations;
using Cica.Bot.Storage;
using Cica.Bot.Storage.LiteDb;
using Cica.Bot.Telegram;
using Cica.Playground;
using Cica.Playground.Faults;
using Cica.Playground.People;
using Cica.Tests.Support;

namespace Cica.Bot.EndToEnd.Tests.Receiving;

/// <summary>Twelve people write to a bot whose process dies again and again; each time what they said is compared with what they were told.</summary>
internal sealed class KillRun : IAsyncDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("cica-kill-").FullName;
    private readonly HashSet<(long, int)> proven = [];
    private readonly Dictionary<(long, int), int> done = [];
    private readonly PlaygroundServer server;
    private readonly Random random;
    private readonly List<Person> people;
    private int said;

    private KillRun(PlaygroundServer server, int seed)
    {
        (this.server, random) = (server, new Random(seed));
        server.People.Waits.Patience = TimeSpan.FromSeconds(180);
        people = [.. Enumerable.Range(0, 12).Select(i => server.People.NewPerson($"Person {i}"))];
    }

    /// <summary>What came out.</summary>
    public sealed record Count(int Questions, int Repeated, int Confirmed);

    private string StoragePath => Path.Combine(directory, "cica.db");

    public static async Task<KillRun> OpenAsync(int seed) => new(await PlaygroundServer.StartAsync(new PlaygroundOptions { Pace = PaceOptions.None }), seed);

    /// <summary>Dies at each of these: when a waypoint is passed for so many times, or at random. Then it finishes, and all is checked.</summary>
    public async Task<Count> RunAsync(IEnumerable<(Waypoint? Waypoint, int Times)> kills)
    {
        foreach (var (waypoint, times) in kills) await LiveAndDieAsync(waypoint, times);
        server.Faults.Clear();
        using (var last = await StartAsync(null, 0))
        {
            foreach (var person in people)
                await server.People.Waits.UntilAsync(() => Told(person).Distinct().Count() == said, $"every answer to {person.Name}: {Told(person).Distinct().Count()} of {said}");
            await Bench.UntilAsync(() => server.People.PendingUpdates == 0, "confirmation");
            last.Kill();
            await last.WaitForExitAsync();
        }
        CheckRepeats();
        // What is told first is told in order; only repeats may come late.
        foreach (var person in people) Assert.Equal(Enumerable.Range(0, said), Told(person).Distinct());
        proven.Clear();
        await CheckStorageAsync();
        return new Count(said * people.Count, people.Sum(p => Told(p).Count - said), done.Count);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }

    private async Task LiveAndDieAsync(Waypoint? waypoint, int times)
    {
        // Some answers take long, so that there is always something to keep.
        server.Faults.Order(Fault.Slow(TimeSpan.FromSeconds(3)) with { Method = "sendMessage", ChatId = people[said % people.Count].Id, Times = 2 });
        using var process = await StartAsync(waypoint, times);
        var killing = waypoint is null ? KillSoonAsync(process) : process.WaitForExitAsync();
        // A waypoint that is passed seldom may not be reached; then it is killed from outside.
        var late = Task.Delay(TimeSpan.FromSeconds(4), TimeProvider.System);
        while (!process.HasExited)
        {
            // No more than it can work off: it dies far too often for more.
            if (server.People.PendingUpdates < 200)
            {
                foreach (var person in people) person.Say($"{said}");
                said++;
            }
            await Task.Delay(TimeSpan.FromMilliseconds(30), TimeProvider.System);
            if (late.IsCompleted) process.Kill();
        }
        await killing;
        var owed = await CheckStorageAsync();
        CheckRepeats();
        // Confirmed to Telegram, and nothing of it owed any more: over and done with, and never to be answered again. Updates are
        // confirmed in the order they came, which is the order they were said in.
        var confirmed = (said * people.Count) - server.People.PendingUpdates;
        for (var i = 0; i < confirmed; i++)
        {
            var (person, number) = (people[i % people.Count], i / people.Count);
            if (!owed.Contains((person.Id, number))) done.TryAdd((person.Id, number), Told(person).Count(t => t == number));
        }
    }

    private async Task<Process> StartAsync(Waypoint? waypoint, int times)
    {
        List<string> arguments = [Path.Combine(AppContext.BaseDirectory, "Cica.Bot.KillTarget.dll"), server.Url.ToString(), server.Token, StoragePath, "-"];
        if (waypoint is { } at) arguments.AddRange([at.ToString(), times.ToString(CultureInfo.InvariantCulture)]);
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Programs.Start(start);
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var line = await process.StandardOutput.ReadLineAsync();
        // It may pass the point where it dies before it has told that it is ready.
        if (waypoint is null || line is not null) Assert.Equal("ready", line);
        return process;
    }

    private async Task KillSoonAsync(Process process)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(50, 2_000)), TimeProvider.System);
        process.Kill();
        await process.WaitForExitAsync();
    }

    // The file opens, and holds everything that was told to be kept. Tells which answers are owed.
    private async Task<HashSet<(long, int)>> CheckStorageAsync()
    {
        await using var storage = LiteDbStorage.Open(StoragePath, BotIdentity.IdOf(new BotOptions().Token), TimeProvider.System);
        foreach (var person in people)
            foreach (var told in Told(person).Where(t => proven.Add((person.Id, t))))
                Assert.Equal("kept", await storage.GetMarkAsync($"{person.Id} {told}", default));
        var owed = await storage.ClaimAsync(new Lease("checker", DateTimeOffset.UnixEpoch), DateTimeOffset.MaxValue, default);
        return [.. owed.Select(o => (o.Chat!.Value, NumberOf(o)))];
    }

    private void CheckRepeats()
    {
        foreach (var person in people)
        {
            var counts = Told(person).CountBy(t => t).ToDictionary();
            Assert.All(done.Where(d => d.Key.Item1 == person.Id), d => Assert.Equal((d.Key, d.Value), (d.Key, counts.GetValueOrDefault(d.Key.Item2))));
        }
    }

    // The question as it came, or the answer as it was to go out.
    private static int NumberOf(Owed owed)
    {
        var json = JsonDocument.Parse(owed.Update ?? Encoding.UTF8.GetString(owed.Calls[0].Body)).RootElement;
        var text = (owed.Update is null ? json : json.GetProperty("message")).GetProperty("text").GetString()!;
        return int.Parse(text.Replace("kept ", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
    }

    private static List<int> Told(Person person) => [.. person.Private.FromBot.Select(l => int.Parse(l.Text.AsSpan("kept ".Length), CultureInfo.InvariantCulture))];
}
