using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Cica.Bot.EndToEnd.Tests.Support;
using Cica.Bot.Operations;
using Cica.Bot.Reminders;
using Cica.Bot.Reminders.Planning;
using Cica.Bot.Storage.LiteDb;
using Cica.Bot.Telegram;
using Cica.Playground;
using Cica.Playground.People;
using Cica.Tests.Support;
using NodaTime;

namespace Cica.Bot.EndToEnd.Tests.Reminding;

/// <summary>
/// People are reminded an hour before each of ten events; the reminders come due one event after the other. Some people unsubscribe
/// on the way.
/// </summary>
internal sealed partial class KillRun : IAsyncDisposable
{
    private const int Events = 10;
    private static readonly TimeSpan BetweenEvents = TimeSpan.FromSeconds(1);
    private static readonly Waypoint[] Marked = [Waypoint.Claimed, Waypoint.OnItsWay, Waypoint.Accepted, Waypoint.Noted, Waypoint.Written, Waypoint.Committed, Waypoint.Safe];

    private readonly string directory = Directory.CreateTempSubdirectory("cica-remind-kill-").FullName;
    private readonly Random random;
    private readonly PlaygroundServer server;
    private readonly List<Person> people;
    // From when on people wish to be reminded: before the first reminder, however long the opening takes.
    private readonly DateTimeOffset began;
    // When each event's reminder is due.
    private readonly List<DateTimeOffset> due;

    private KillRun(PlaygroundServer server, int seed, int crowd)
    {
        (this.server, random) = (server, new Random(seed));
        server.People.Waits.Patience = TimeSpan.FromSeconds(120);
        people = [.. Enumerable.Range(0, crowd).Select(i => server.People.NewPerson($"Person {i}"))];
        // The first ones come due while processes die, the last ones after some have.
        began = TimeProvider.System.GetUtcNow();
        var first = began.AddSeconds(5);
        due = [.. Enumerable.Range(0, Events).Select(i => new DateTimeOffset(first.Ticks - (first.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero) + (i * BetweenEvents))];
    }

    /// <summary>What came out.</summary>
    public sealed record Count(int Kills, int Due, int Twice, int Ended);

    private string StoragePath => Path.Combine(directory, "cica.db");

    private string FactsPath => Path.Combine(directory, "facts");

    public static async Task<KillRun> OpenAsync(int seed, int crowd)
    {
        var server = await PlaygroundServer.StartAsync(new PlaygroundOptions { Pace = PaceOptions.None, Bounds = new BoundsOptions { Calls = 50_000 } });
        var run = new KillRun(server, seed, crowd);
        run.WriteFacts();
        await using var storage = LiteDbStorage.Open(run.StoragePath, BotIdentity.IdOf(server.Token), TimeProvider.System);
        // As if a bot had died when it was about to plan: what has come due since is planned all the same.
        var horizon = new Horizon(storage);
        var now = Instant.FromDateTimeOffset(run.began);
        await horizon.LoadAsync(now, default);
        await horizon.BeginAsync(now, default);
        foreach (var person in run.people)
        {
            person.Start();
            await storage.SubscribeAsync(new Subscription(ReminderBench.IdOf(new(person.Id)), new(person.Id), Target.All, Leads.Hour) { Language = "en", Since = now.ToDateTimeOffset() }, default);
        }
        return run;
    }

    /// <summary>Kills so many times, lets the last process finish, and checks.</summary>
    public async Task<Count> RunAsync(int kills)
    {
        using (var planning = Start(Waypoint.Planned, 1)) await DeadAsync(planning, TimeSpan.FromSeconds(30));
        for (var kill = 1; kill < kills; kill++)
        {
            var atRandom = kill % 3 == 0;
            // It lives for some of the reminders that are left, and no longer.
            using var process = atRandom ? Start(null, 0) : Start(Marked[kill % Marked.Length], random.Next(1, 2 * people.Count * Events / kills));
            if (kill % 4 == 0) people[random.Next(people.Count)].Say("end");
            await DeadAsync(process, TimeSpan.FromMilliseconds(atRandom ? random.Next(50, 800) : 6_000));
        }
        using var last = Start(null, 0);
        try
        {
            await Bench.UntilAsync(IsAllTold, "every reminder", 300);
        }
        catch (TimeoutException)
        {
            last.Kill();
            await last.WaitForExitAsync();
            await using var storage = LiteDbStorage.Open(StoragePath, BotIdentity.IdOf(server.Token), TimeProvider.System);
            Assert.Fail($"{people.Count(p => !HasEnded(p) && Told(p).Select(t => t.Event).Distinct().Count() < Events)} people miss some; in storage: {await storage.CountNoticesAsync(default)}");
        }
        await Bench.UntilAsync(() => server.People.PendingUpdates == 0, "the last answers");
        last.Kill();
        await last.WaitForExitAsync();
        return await CheckAsync(kills);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }

    private async Task<Count> CheckAsync(int kills)
    {
        var (twice, missing) = (0, 0);
        foreach (var person in people)
        {
            var told = Told(person);
            foreach (var same in told.GroupBy(t => t.Event))
            {
                twice += same.Count() - 1;
                Assert.All(same.Skip(1), again => Assert.Contains("You may have had this reminder before", again.Line.Text, StringComparison.Ordinal));
            }
            if (!HasEnded(person))
            {
                Assert.Equal(Enumerable.Range(0, Events), told.Select(t => t.Event).Distinct().Order());
                continue;
            }
            missing += Events - told.Select(t => t.Event).Distinct().Count();
            var end = person.Private.FromBot.First(l => l.Text == "ended").MessageId;
            Assert.DoesNotContain(told, t => t.Line.MessageId > end);
        }
        foreach (var call in server.Calls.Of("sendMessage").Where(c => c.Parameters["text"].Contains("Event ", StringComparison.Ordinal)))
            Assert.True(call.At >= due[EventOf(call.Parameters["text"])], "before its time");
        await using var storage = LiteDbStorage.Open(StoragePath, BotIdentity.IdOf(server.Token), TimeProvider.System);
        Assert.Equal(0, (await storage.CountNoticesAsync(default)).Failed);
        return new Count(kills, (people.Count * Events) - missing, twice, missing);
    }

    private static bool HasEnded(Person person) => person.Private.FromBot.Any(l => l.Text == "ended");

    private static List<(int Event, Line Line)> Told(Person person) => [.. person.Private.FromBot.Where(l => l.Text != "ended").Select(l => (EventOf(l.Text), l))];

    private static int EventOf(string text) => int.Parse(EventName().Match(text).Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    private bool IsAllTold() => people.All(p => HasEnded(p) || Told(p).Select(t => t.Event).Distinct().Count() == Events);

    // Dead by itself, or killed: at the latest then, and earlier where it has nothing left to do and so would never come to its point.
    private async Task DeadAsync(Process process, TimeSpan atLatest)
    {
        using var late = new CancellationTokenSource(atLatest);
        var exit = process.WaitForExitAsync(late.Token);
        while (!exit.IsCompleted && !IsAllTold()) await Task.WhenAny(exit, Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System));
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
    }

    private Process Start(Waypoint? waypoint, int times)
    {
        List<string> arguments = [Path.Combine(AppContext.BaseDirectory, "Cica.Bot.KillTarget.dll"), server.Url.ToString(), server.Token, StoragePath, FactsPath];
        if (waypoint is { } at) arguments.AddRange([at.ToString(), times.ToString(CultureInfo.InvariantCulture)]);
        var process = Programs.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true });
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        // It may die before it is ready.
        process.StandardOutput.ReadLine();
        return process;
    }

    // The words of the languages and ten events: it starts in a moment.
    private void WriteFacts()
    {
        foreach (var folder in new[] { "articles", "entities", "facts", "languages" }) Directory.CreateDirectory(Path.Combine(FactsPath, folder));
        foreach (var language in new[] { "en", "ru" })
        {
            var words = File.ReadAllText(Path.Combine(Facts.Directory, "languages", language + ".yaml"));
            File.WriteAllText(Path.Combine(FactsPath, "languages", language + ".yaml"), $"code: {language}\nname: {language}\nconcepts: {{}}\n" + words[words.IndexOf("\nmonths:", StringComparison.Ordinal)..]);
        }
        File.WriteAllText(Path.Combine(FactsPath, "properties.yaml"), "[]\n");
        File.WriteAllText(Path.Combine(FactsPath, "world.yaml"), "[]\n");
        File.WriteAllText(Path.Combine(FactsPath, "sources.yaml"), "- id: source\n  title: \"Title\"\n  publisher: \"Publisher\"\n  date: 2026\n  url: \"https://example.org/\"\n  language: en\n");
        File.WriteAllText(Path.Combine(FactsPath, "events.yaml"), string.Concat(due.Select((d, i) =>
            $"- id: event-{i}\n  kind: meeting\n  title: {{ en: \"Event {i}\", ru: \"Событие {i}\" }}\n  start: {d.AddHours(1):yyyy-MM-ddTHH:mm:ss}Z\n  zone: UTC\n  status: planned\n  sources: [source]\n")));
    }

    [GeneratedRegex("Event ([0-9]+)")]
    private static partial Regex EventName();
}
