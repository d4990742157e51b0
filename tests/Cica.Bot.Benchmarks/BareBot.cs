using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Telegram.Bot;
using Telegram.Bot.Polling;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Cica.Bot.Benchmarks;

/// <summary>What one would write with Telegram.Bot on the generic host in ten minutes: its own receiver, 64 updates in flight, a constant text, nothing kept.</summary>
internal sealed class BareBot(ITelegramBotClient bot) : BackgroundService
{
    /// <summary>What it answers to everything: as long as an answer of the bot.</summary>
    public const string Text = "At the last word (11 March 2026): Azerbaijan chairs CICA, since 17 December 2024.\nSource: Report News Agency, “Bahar Muradova: Women's Council of CICA”, 11 March 2026";
    private readonly SemaphoreSlim places = new(64);

    public static async Task RunAsync(Uri server, string token)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton<ITelegramBotClient>(new TelegramBotClient(new TelegramBotClientOptions(token, server.GetLeftPart(UriPartial.Authority)))).AddHostedService<BareBot>();
        using var host = builder.Build();
        await host.StartAsync();
        await Child.ServeAsync();
        await host.StopAsync();
    }

    public override void Dispose()
    {
        places.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        bot.ReceiveAsync(HandleAsync, (_, _, _) => Task.CompletedTask, new ReceiverOptions { AllowedUpdates = [UpdateType.Message] }, stoppingToken);

    private async Task HandleAsync(ITelegramBotClient client, Update update, CancellationToken cancel)
    {
        await places.WaitAsync(cancel);
        _ = AnswerAsync(update, cancel);
    }

    private async Task AnswerAsync(Update update, CancellationToken cancel)
    {
        try
        {
            if (update.Message is { } message) await bot.SendMessage(message.Chat.Id, Text, cancellationToken: cancel);
        }
        finally
        {
            places.Release();
        }
    }
}
