using System.Collections.Concurrent;
using Cica.Bot.Operations;
using Cica.Bot.Settings;
using Cica.Bot.Storage;
using Cica.Bot.Storage.LiteDb;
using Cica.Bot.Telegram;
using Cica.Bot.Telegram.Receiving;
using Cica.Bot.Telegram.Sending;
using Cica.Playground;
using Cica.Playground.People;
using Cica.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cica.Bot.Tests.Talking;

/// <summary>
/// The bot as it runs, with its storage in a file, talking over HTTP to a strict Bot API server, and the people on the other
/// side. Whatever the bot was refused, and whatever it logged as a warning or worse, fails the test at its end.
/// </summary>
internal sealed class TalkBench : IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 1, 9, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Today = DateOnly.FromDateTime(Now.UtcDateTime);

    /// <summary>When a stop is given up: far later than it has its limits, and than a busy machine takes for it.</summary>
    public static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(120);

    // How long an answer takes is not what these tests are about: on a busy machine a tap may be answered for longer, and nothing is kept that is
    // only slow.
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);

    private readonly string directory = Directory.CreateTempSubdirectory("talk").FullName;
    private readonly int floodPerMinute;
    private readonly TimeSpan queryLife;
    private readonly DiskTrouble trouble = new();
    private LiteDbStorage? storage;
    private IHost? host;

    private TalkBench(PlaygroundServer server, ShiftedTime clock, int floodPerMinute)
    {
        (Server, Clock, this.floodPerMinute, queryLife) = (server, clock, floodPerMinute, server.Options.QueryLife);
        People.Waits.Patience = TimeSpan.FromSeconds(180);
    }

    public PlaygroundServer Server { get; }
    public ShiftedTime Clock { get; }
    public EngineHolder Engine { get; set; } = Facts.Engine;
    public PeopleSide People => Server.People;
    public IStorage Storage => storage!;
    public ConcurrentQueue<string> Complaints { get; } = new();

    /// <summary>Where the facts are loaded from when they are loaded anew.</summary>
    public string DataPath { get; set; } = Path.Combine(AppContext.BaseDirectory, "data");

    /// <summary>User ids of those who run the bot, from the next start on.</summary>
    public IReadOnlyList<long> Admins { get; set; } = [];

    /// <summary>Nothing can be written, as on a full disk; the storage is well again when it is taken back and a second has passed.</summary>
    public bool IsStorageDown
    {
        get => trouble.IsOn;
        set => trouble.IsOn = value;
    }

    /// <summary>Refusals and warnings are what the test is about.</summary>
    public bool Tolerant { get; set; }

    public static async Task<TalkBench> OpenAsync(int floodPerMinute = 0, Func<PlaygroundOptions, PlaygroundOptions>? change = null, DateTimeOffset? now = null, EngineHolder? engine = null)
    {
        await Facts.ReadyAsync();
        var clock = new ShiftedTime(now ?? Now);
        var options = new PlaygroundOptions { Clock = clock, Pace = Cica.Playground.PaceOptions.None, QueryLife = Long };
        var bench = new TalkBench(await PlaygroundServer.StartAsync(change?.Invoke(options) ?? options), clock, floodPerMinute) { Engine = engine ?? Facts.Engine };
        await bench.StartAsync();
        return bench;
    }

    public async Task StartAsync()
    {
        storage = LiteDbStorage.Open(Path.Combine(directory, "test.db"), BotIdentity.IdOf(Server.Token), Clock, trouble);
        var settings = new BotSettings
        {
            Telegram = new TelegramSettings
            {
                Token = Server.Token,
                ApiBaseUrl = Server.Url,
                Mode = TelegramMode.Polling,
                WebhookListen = new Uri("http://127.0.0.1:0"),
                Admins = Admins,
                Pace = PaceSettings.None,
                FloodPerMinute = floodPerMinute,
            },
            DataPath = DataPath,
            StoragePath = Path.Combine(directory, "test.db"),
            PlaygroundUrl = Server.Url,
            HealthUrl = null,
        };
        host = BotHost.Build(settings, new ConfigurationBuilder().Build(), storage, Server.Token, Server.Url, Clock,
            services => services.AddEngine(Engine, settings.Telegram).AddSingleton<ILoggerProvider>(new Listening(Complaints))
                .AddSingleton(new ReceivingRules { KeepAfter = Long }).AddSingleton(new SendingRules(PaceSettings.None) { QueryLife = queryLife })
                .Configure<HostOptions>(o => o.ShutdownTimeout = ShutdownTimeout));
        await host.StartAsync();
    }

    /// <summary>Stops the bot as a signal would.</summary>
    public async Task StopAsync()
    {
        if (host is null) return;
        await host.StopAsync();
        host.Dispose();
        await storage!.DisposeAsync();
        host = null;
    }

    /// <summary>Another process, as far as the bot can tell: nothing but the file is left of the one before.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    /// <summary>Says something in private and waits for the answer.</summary>
    public async Task<Line> AskAsync(Person person, string text)
    {
        var said = person.Say(text);
        return await person.Private.NextFromBotAsync(said.MessageId);
    }

    /// <summary>Subscribes in private and waits for the confirmation, after the first one for the question for the zone as well.</summary>
    public Task<Line> SubscribeAsync(Person person, string command) => SubscribeAsync(person, person.Private, command);

    /// <summary>Subscribes a chat, or a topic in it.</summary>
    public async Task<Line> SubscribeAsync(Person person, Place place, string command, int? topic = null)
    {
        var isAsked = (await Storage.GetChatAsync(place.Id, default)).Zone is null && (await Storage.SubscriptionsOfAsync(place.Id, default)).Count == 0;
        var said = person.Say(place, command, topic: topic);
        var answer = await place.NextFromBotAsync(said.MessageId);
        if (isAsked && (await Storage.SubscriptionsOfAsync(place.Id, default)).Count > 0)
            await place.NextFromBotAsync(answer.MessageId);
        return answer;
    }

    /// <summary>Taps a button that leads to a new message, and waits for it.</summary>
    public async Task<Line> TapAsync(Person person, Place place, Line under, string button)
    {
        var last = place.Transcript[^1].MessageId;
        await person.Tap(place, under.MessageId, button).AnswerAsync();
        return await place.NextFromBotAsync(last);
    }

    /// <summary>Waits until a message reads otherwise.</summary>
    public Task<Line> ChangedAsync(Place place, Line before) => People.Waits.ForAsync(
        () => place.Transcript.FirstOrDefault(l => l.MessageId == before.MessageId && l.IsEdited && l.ToString() != before.ToString()),
        $"a change of \"{before.Text}\"");

    /// <summary>Waits until everything sent to the bot has been answered with all that belongs to it, or passed over: nothing is confirmed before.</summary>
    public Task SettledAsync() => People.Waits.UntilAsync(() => People.PendingUpdates == 0, "the bot to be done with everything");

    /// <summary>Waits until the bot has announced its face and knows that it has.</summary>
    public async Task AnnouncedAsync()
    {
        using var deadline = new CancellationTokenSource(People.Waits.Patience);
        while (await Storage.GetMarkAsync("face", deadline.Token) is null or "another")
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, deadline.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        // The last poll of a bot that stops is ended by its last confirmation: nobody is there any more to mind.
        var refused = Server.Calls.All.Where(c => c.Status is not 200 && !(c.Status == 409 && c.Method.Equals("getUpdates", StringComparison.OrdinalIgnoreCase))).Select(c => $"{c.Method}: {c.Refusal}").ToArray();
        await Server.DisposeAsync();
        Directory.Delete(directory, recursive: true);
        if (!Tolerant)
        {
            Assert.True(refused.Length == 0, string.Join('\n', refused));
            Assert.True(Complaints.IsEmpty, string.Join('\n', Complaints));
        }
    }

    private sealed class DiskTrouble : IWaypoints
    {
        public volatile bool IsOn;

        public void Pass(Waypoint point)
        {
            if (IsOn && point == Waypoint.Written) throw new IOException("No space left on device");
        }
    }

    private sealed class Listening(ConcurrentQueue<string> complaints) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            // The last call of a poller may be held back by the server for three seconds; the start after it asks from the mark.
            if (IsEnabled(logLevel) && !formatter(state, exception).StartsWith("The last updates could not be confirmed", StringComparison.Ordinal)) complaints.Enqueue(formatter(state, exception) + (exception is null ? "" : " " + exception));
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Dispose()
        {
        }
    }
}
