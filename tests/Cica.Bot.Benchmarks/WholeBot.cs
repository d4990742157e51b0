using Cica.Bot.Operations;
using Cica.Bot.Settings;
using Cica.Bot.Storage.LiteDb;
using Cica.Bot.Telegram;
using Cica.Knowledge.Loading;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace Cica.Bot.Benchmarks;

/// <summary>The bot as it ships, with its facts, storage, queue and logs; our own pace and the flood guard are off.</summary>
internal static class WholeBot
{
    public static async Task RunAsync(Uri server, string token, string path, bool constant)
    {
        var data = Path.Combine(AppContext.BaseDirectory, "data");
        var settings = new BotSettings
        {
            Telegram = new TelegramSettings { Token = token, ApiBaseUrl = server, Mode = TelegramMode.Polling, WebhookListen = server, Admins = [], Pace = PaceSettings.None, FloodPerMinute = 0 },
            DataPath = data,
            StoragePath = path,
            PlaygroundUrl = server,
            HealthUrl = null,
        };
        await using var storage = LiteDbStorage.Open(path, BotIdentity.IdOf(token), TimeProvider.System);
        var engine = new EngineHolder(KnowledgeLoader.Load(data, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)).Snapshot!, DataVersion.Of(data));
        using var host = BotHost.Build(settings, new ConfigurationBuilder().Build(), storage, token, server, TimeProvider.System, services =>
        {
            services.AddEngine(engine, settings.Telegram).AddLogging(l => l.AddFilter("", LogLevel.Warning));
            if (constant) services.AddSingleton<IResponder, ConstantText>();
        });
        await host.StartAsync();
        await Child.ServeAsync();
        await host.StopAsync();
    }

    /// <summary>Receiving, order, keeping, pace and sending as in the bot, without answering: what those cost.</summary>
    private sealed class ConstantText : IResponder
    {
        public ValueTask<IReadOnlyList<Reply>> RespondAsync(Update update, CancellationToken cancel) => update.Message is { } message
            ? new([new Reply(new SendMessageRequest { ChatId = message.Chat.Id, Text = BareBot.Text }, Urgency.Interactive)])
            : new([]);
    }
}
