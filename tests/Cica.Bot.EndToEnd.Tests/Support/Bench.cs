using Cica.Bot.Operations;
using Cica.Bot.Reminders;
using Cica.Bot.Reminders.Dispatching;
using Cica.Bot.Settings;
using Cica.Bot.Storage;
using Cica.Bot.Storage.LiteDb;
using Cica.Bot.Telegram;
using Cica.Bot.Telegram.Receiving;
using Cica.Bot.Telegram.Sending;
using Cica.Playground;
using Cica.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cica.Bot.EndToEnd.Tests.Support;

/// <summary>How a bench is set up.</summary>
internal sealed record BenchOptions
{
    /// <summary>Null: the responder the bot ships with.</summary>
    public IResponder? Responder { get; init; } = new Echo();

    public PaceSettings Pace { get; init; } = PaceSettings.None;

    public PaceOptions ServerPace { get; init; } = PaceOptions.None;

    public ReceivingRules Receiving { get; init; } = new();

    public Func<SendingRules, SendingRules> Sending { get; init; } = r => r;

    public DispatchRules Dispatch { get; init; } = new();

    public TelegramMode Mode { get; init; } = TelegramMode.Polling;

    public Uri? HealthUrl { get; init; }

    public string? Storage { get; init; }

    /// <summary>The clock of both the bot and the server.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The facts reminders are made of; null: the real ones.</summary>
    public IReminderFacts? Reminders { get; init; }

    public string DataPath { get; init; } = Facts.Directory;

    /// <summary>The facts answers are made of; null: the real ones, shared.</summary>
    public EngineHolder? Engine { get; init; }

    /// <summary>Those who run the bot.</summary>
    public List<long> Admins { get; } = [];
}

/// <summary>The real host in this process, over real HTTP, with the strict server and a storage file of its own. Stopping and starting again keeps both.</summary>
internal sealed class Bench : IAsyncDisposable
{
    /// <summary>When a stop is given up: far later than it has its limits, and than a busy machine takes for it.</summary>
    public static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(120);

    private readonly string directory = Directory.CreateTempSubdirectory("cica-bench-").FullName;
    private readonly BenchOptions options;
    private IHost? host;

    private Bench(PlaygroundServer server, BenchOptions options)
    {
        (Server, this.options) = (server, options);
        Server.People.Waits.Patience = TimeSpan.FromSeconds(180);
        StoragePath = options.Storage ?? Path.Combine(directory, "cica.db");
        WebhookUrl = Ports.Free();
    }

    public PlaygroundServer Server { get; }

    public LogBook Log { get; } = new();

    public string StoragePath { get; }

    public Uri WebhookUrl { get; }

    public LiteDbStorage Storage { get; private set; } = null!;

    public IServiceProvider Services => host!.Services;

    /// <summary>The clock of bot and server, where it is one that can be put forward.</summary>
    public AdjustableClock Clock => (AdjustableClock)options.Clock;

    public SendingFigures Figures => Services.GetRequiredService<SendingFigures>();

    public OutgoingQueue Queue => Services.GetRequiredService<OutgoingQueue>();

    public Ledger Ledger => Services.GetRequiredService<Ledger>();

    /// <summary>What is not answered yet, whether it is kept or not: on a busy machine it may be kept before a test has looked, or while it looks.</summary>
    public IReadOnlyList<Taken> InHand => [.. Ledger.AllOpen.Union(Ledger.AllKept)];

    public static async Task<Bench> OpenAsync(BenchOptions? options = null, bool start = true)
    {
        options ??= new();
        await Facts.ReadyAsync();
        var server = await PlaygroundServer.StartAsync(new PlaygroundOptions { Clock = options.Clock, Pace = options.ServerPace, Bounds = new BoundsOptions { Calls = 50_000 } });
        var bench = new Bench(server, options);
        if (start) await bench.StartAsync();
        return bench;
    }

    public async Task StartAsync()
    {
        await Programs.StartedAsync();
        Storage = LiteDbStorage.Open(StoragePath, BotIdentity.IdOf(Server.Token), options.Clock);
        var settings = new BotSettings
        {
            Telegram = new TelegramSettings
            {
                Token = Server.Token,
                ApiBaseUrl = Server.Url,
                Mode = options.Mode,
                WebhookUrl = options.Mode == TelegramMode.Webhook ? WebhookUrl : null,
                WebhookSecret = options.Mode == TelegramMode.Webhook ? "the-secret" : null,
                WebhookListen = WebhookUrl,
                Admins = options.Admins,
                Pace = options.Pace,
                FloodPerMinute = 0,
            },
            DataPath = options.DataPath,
            StoragePath = StoragePath,
            PlaygroundUrl = Server.Url,
            HealthUrl = options.HealthUrl,
        };
        void Add(IServiceCollection services)
        {
            services.AddEngine(options.Engine ?? Facts.Engine, settings.Telegram);
            if (options.Reminders is { } reminders) services.AddSingleton(reminders);
            services.AddSingleton(options.Receiving).AddSingleton(options.Dispatch).AddSingleton(options.Sending(new SendingRules(options.Pace)));
            services.Configure<HostOptions>(o => o.ShutdownTimeout = ShutdownTimeout);
            services.AddLogging(l => l.ClearProviders().AddProvider(Log).SetMinimumLevel(LogLevel.Debug));
            if (options.Responder is { } responder) services.AddSingleton(responder);
        }

        host = BotHost.Build(settings, new ConfigurationBuilder().Build(), Storage, Server.Token, Server.Url, options.Clock, Add, TimeProvider.System);
        var set = Server.Calls.Of("setWebhook").Count;
        await host.StartAsync();
        if (options.Mode == TelegramMode.Webhook) await UntilAsync(() => Server.Calls.Of("setWebhook").Count > set, "the webhook");
    }

    /// <summary>Stops as SIGTERM does.</summary>
    public async Task StopAsync()
    {
        if (host is null) return;
        await host.StopAsync();
        host.Dispose();
        host = null;
        await Storage.DisposeAsync();
    }

    /// <summary>Waits until the condition holds, looking every few milliseconds; fails after a generous while.</summary>
    public static async Task UntilAsync(Func<bool> condition, string what, int seconds = 180)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        while (!condition())
        {
            if (late.IsCancellationRequested) throw new TimeoutException($"Waited {seconds} s in vain for {what}.");
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }
    }

    /// <summary>
    /// Waits likewise with a clock that passes only while no call is on its way: on a busy machine one may take longer than the rates can allow for.
    /// </summary>
    public Task LetPassUntilAsync(Func<bool> condition, string what, Action<TimeSpan> pass) => UntilAsync(
        () =>
        {
            if (condition()) return true;
            if (Queue.UnderWay == 0) pass(TimeSpan.FromMilliseconds(50));
            return false;
        },
        what);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Server.DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }
}
