using Cica.Bot.Operations;
using Cica.Bot.Settings;
using Cica.Bot.Storage.LiteDb;
using Cica.Bot.Telegram;
using Cica.Bot.Telegram.BotApi;
using Cica.Bot.Telegram.Sending;
using Cica.Bot.Tests.CommandLine;
using Cica.Bot.Tests.Talking;
using Cica.Knowledge.Loading;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cica.Bot.Tests.Reloading;

public sealed class DataReloaderTests : IDisposable
{
    private static readonly Uri Nowhere = new("http://127.0.0.1:0");
    private readonly string directory = FactFolders.CopyFew(Path.Combine(AppContext.BaseDirectory, "data"), Directory.CreateTempSubdirectory("reloaded-").FullName);

    [Fact]
    public async Task What_nobody_foresaw_when_changed_facts_are_loaded_is_logged_and_those_in_force_stay()
    {
        var engine = new EngineHolder(KnowledgeLoader.Load(directory, TalkBench.Today).Snapshot!, "first");
        var (inForce, log, time) = (engine.Engine, new FirstLine(), new NoDate());
        var telegram = new TelegramSettings { Token = "1:none", ApiBaseUrl = Nowhere, Mode = TelegramMode.Polling, WebhookListen = Nowhere, Admins = [], Pace = PaceSettings.None, FloodPerMinute = 0 };
        var settings = new BotSettings { Telegram = telegram, DataPath = directory, StoragePath = Path.Combine(directory, "test.db"), PlaygroundUrl = Nowhere, HealthUrl = null };
        await using var storage = LiteDbStorage.Open(settings.StoragePath, 1, TimeProvider.System);
        using var connection = new BotConnection(telegram.Token, Nowhere, time);
        var ending = new Ending(new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance));
        await using var queue = new OutgoingQueue(connection, storage, new AnswerLog(), new SendingFigures(), new SendingRules(PaceSettings.None), ending, time, NullLogger<OutgoingQueue>.Instance);
        using var reloader = new DataReloader(settings, engine, new AdminNotes(telegram, engine, storage, queue, time), time, log);
        await reloader.StartAsync(default);

        await File.AppendAllTextAsync(Path.Combine(directory, "events.yaml"), "# changed\n");

        Assert.Equal("Error: Loading the facts anew failed unforeseen: NotSupportedException; data version first stays in force", await log.WrittenAsync());
        Assert.Same(inForce, engine.Engine);
        // Whoever asks is told as well.
        Assert.Equal(["NotSupportedException: no date"], (await reloader.ReloadAsync()).Mistakes);
        await reloader.StopAsync(default);
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);

    /// <summary>A clock that measures time, and does not know what day it is.</summary>
    private sealed class NoDate : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => throw new NotSupportedException("no date");
    }

    private sealed class FirstLine : ILogger<DataReloader>
    {
        private readonly TaskCompletionSource<string> written = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> WrittenAsync() => written.Task.WaitAsync(TimeSpan.FromSeconds(180));

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            written.TrySetResult($"{logLevel}: {formatter(state, exception)}");
    }
}
