using System.Diagnostics;
using System.Globalization;
using Cica.Bot.Operations;
using Cica.Bot.Reminders;
using Cica.Bot.Reminders.Planning;
using Cica.Bot.Settings;
using Cica.Bot.Storage;
using Cica.Bot.Storage.LiteDb;
using Cica.Bot.Telegram;
using Cica.Knowledge.Model;
using Cica.Playground;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cica.Bot.Benchmarks;

/// <summary>Many subscriptions: what they take, what it takes to plan a day on which each has a reminder, and whether sending keeps the pace.</summary>
internal static class ReminderRun
{
    private const int Subscribers = 2_400;
    private const int PerSecond = 30;
    // What is asked for, of the rate that is allowed.
    private const double Least = 0.95;
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(60);
    private static readonly string[] Zones = ["Asia/Almaty", "Asia/Baku", "Asia/Shanghai", "Europe/Moscow", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Asia/Tokyo"];

    public static async Task<int> RunAsync(int subscriptions)
    {
        var directory = Directory.CreateTempSubdirectory("cica-benchmark-").FullName;
        var file = Path.Combine(directory, "cica.db");
        try
        {
            await using var server = await PlaygroundServer.StartAsync(new PlaygroundOptions { Pace = PaceOptions.None, Bounds = new BoundsOptions { Calls = 50_000 } });
            var now = TimeProvider.System.GetUtcNow();
            TwoEvents facts;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {subscriptions:N0} subscriptions in {Zones.Length} zones | |"));
            Console.WriteLine("| --- | --: |");
            await using (var storage = LiteDbStorage.Open(file, BotIdentity.IdOf(server.Token), TimeProvider.System))
            {
                var took = await TimedAsync(() => SubscribeAsync(storage, server, subscriptions, now));
                Row("making them, one by one but many at once", $"{took.TotalSeconds:0.0} s");
                Row("file with them", Megabytes(new FileInfo(file).Length));
                // The first is told to those who are there, when sending is measured; the second to all others, tomorrow.
                now = TimeProvider.System.GetUtcNow();
                facts = new TwoEvents(Event("soon", now.AddHours(1).AddMinutes(1)), Event("tomorrow", PartialDate.Of(DateOnly.FromDateTime(now.UtcDateTime.AddDays(2)))));
                var heap = GC.GetTotalMemory(forceFullCollection: true);
                using var planner = new ReminderPlanner(
                    facts, new Books(storage, storage, storage), new Horizon(storage), new News(storage), storage, new ReminderSignal(), new OnTheirWay(TimeProvider.System), new NoWaypoints(), TimeProvider.System, NullLogger<ReminderPlanner>.Instance);
                took = await TimedAsync(() => planner.CatchUpAsync(CancellationToken.None));
                var after = GC.GetTotalMemory(forceFullCollection: true);
                var counts = await storage.CountNoticesAsync(default);
                Row($"planning a day with {counts.Pending:N0} reminders", $"{took.TotalSeconds:0.0} s");
                Row("file with both", Megabytes(new FileInfo(file).Length));
                Row("managed heap before and after planning", $"{Megabytes(heap)}, {Megabytes(after)}");
                Row("working set after planning, Bot API server included", Megabytes(Environment.WorkingSet));
            }
            var opening = Stopwatch.StartNew();
            await using (var storage = LiteDbStorage.Open(file, BotIdentity.IdOf(server.Token), TimeProvider.System))
            {
                Row("opening the file again", $"{opening.Elapsed.TotalSeconds:0.0} s");
                var ratio = await SendAsync(storage, server, facts);
                Row($"reminders sent a second, {PerSecond} allowed, over {Measured.TotalSeconds:0} s", $"{ratio * PerSecond:0.0}");
                Row($"share of the rate allowed ({Least} asked for)", $"{ratio:0.00}");
                return ratio >= Least ? 0 : 1;
            }
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static async Task SubscribeAsync(LiteDbStorage storage, PlaygroundServer server, int subscriptions, DateTimeOffset now)
    {
        foreach (var chunk in Enumerable.Range(0, subscriptions).Chunk(1_000))
        {
            await Task.WhenAll(chunk.Select(async i =>
            {
                var isThere = i < Subscribers;
                var chat = isThere ? Started(server, i) : 10_000_000 + i;
                // Zones are set one after the other: a few tell what planning for them costs, and do not hold up what is measured.
                if (i % 1_000 == 0) await storage.SetZoneAsync(chat, Zones[i / 1_000 % Zones.Length], default);
                var target = Target.Of(isThere ? "soon" : "tomorrow");
                await storage.SubscribeAsync(new Subscription(i.ToString("d12", CultureInfo.InvariantCulture), new Destination(chat), target, isThere ? Leads.Hour : Leads.Day) { By = chat, Language = "en", Since = now.AddDays(-2) }, default);
            }));
        }
    }

    private static long Started(PlaygroundServer server, int number)
    {
        var person = server.People.NewPerson($"Person {number}");
        person.Start();
        return person.Id;
    }

    private static async Task<double> SendAsync(LiteDbStorage storage, PlaygroundServer server, TwoEvents facts)
    {
        var settings = new TelegramSettings
        {
            Token = server.Token,
            ApiBaseUrl = server.Url,
            Mode = TelegramMode.Polling,
            WebhookListen = server.Url,
            Admins = [],
            Pace = new PaceSettings(PerSecond, 1, 20),
            FloodPerMinute = 0,
        };
        var all = new BotSettings { Telegram = settings, DataPath = "", StoragePath = "", PlaygroundUrl = server.Url, HealthUrl = null };
        using var host = BotHost.Build(all, new ConfigurationBuilder().Build(), storage, server.Token, server.Url, TimeProvider.System, services =>
            services.AddReminders(facts).AddSingleton<IResponder, Silent>().AddLogging(l => l.AddFilter("", LogLevel.Warning)));
        await host.StartAsync();
        while (server.Calls.Of("sendMessage").Count == 0) await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        await Task.Delay(Measured + TimeSpan.FromSeconds(3), TimeProvider.System);
        var sent = server.Calls.Of("sendMessage").Where(c => c.Status == 200).Select(c => c.At).Order().ToList();
        await host.StopAsync();
        var from = sent[0].AddSeconds(2);
        return sent.Count(at => at >= from && at < from + Measured) / Measured.TotalSeconds / PerSecond;
    }

    private static async Task<TimeSpan> TimedAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed;
    }

    private static void Row(FormattableString what, FormattableString value) => Row(what.ToString(CultureInfo.InvariantCulture), value.ToString(CultureInfo.InvariantCulture));

    private static void Row(string what, FormattableString value) => Row(what, value.ToString(CultureInfo.InvariantCulture));

    private static void Row(string what, string value) => Console.WriteLine($"| {what} | {value} |");

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0} MB");

    private static EventEntry Event(string id, DateTimeOffset at) => Event(id, PartialDate.Of(DateOnly.FromDateTime(at.UtcDateTime))) with { StartsAt = at };

    private static EventEntry Event(string id, PartialDate start) => new()
    {
        Id = id,
        Kind = EventKind.Meeting,
        Title = new Localized(new Dictionary<string, string> { ["en"] = "Meeting " + id, ["ru"] = "Встреча " + id }),
        Start = start,
        Zone = "Asia/Almaty",
        Status = EventStatus.Planned,
        Sources = [new Citation(new Source("s", "Title", "Publisher", null, null, false, null, "en", default), null)],
        Place = default,
    };

    private sealed class TwoEvents(params EventEntry[] events) : IReminderFacts
    {
        public event Action? Swapped
        {
            add { }
            remove { }
        }

        public Cica.Knowledge.Querying.KnowledgeSnapshot Knowledge { get; } =
            Cica.Knowledge.Loading.KnowledgeLoader.Load(Path.Combine(AppContext.BaseDirectory, "data"), DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)).Snapshot!;

        public IReadOnlyList<EventEntry> Events => events;

        public string Describe(Citation citation, string language) => $"{citation.Source.Publisher}, “{citation.Source.Title}”";
    }

    private sealed class Silent : IResponder
    {
        public ValueTask<IReadOnlyList<Reply>> RespondAsync(global::Telegram.Bot.Types.Update update, CancellationToken cancel) => new([]);
    }
}
