using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Telegram.Bot;
using Telegram.Bot.Polling;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Cica.Bot.Benchmarks;

/// <summary>What one would write with Telegram.Bot on the generic host in ten minutes: its own receiver, 64 updates in flight, a constant text, nothing kept.</summary>
internal sealed class BareBot(ITelegramBotClient bot, BareBot.Dress dress) : BackgroundService
{
    /// <summary>What the constant text looks like.</summary>
    public sealed record Dress(string Text, ParseMode ParseMode = ParseMode.None, InlineKeyboardMarkup? Buttons = null)
    {
        /// <summary>As plain as can be.</summary>
        public static Dress Plain { get; } = new(BareBot.Text);

        /// <summary>With the markup and the buttons that an answer of the bot has: what these cost the server and the line is then paid on both sides.</summary>
        public static Dress Full { get; } = new(
            "At the last word (11 March 2026): Azerbaijan chairs CICA, since 17 December 2024.\nIts term was to end with the summit planned for October 2026 in Baku; whether that was held is not known.\n"
            + "Source: Report News Agency, <a href=\"https://report.az/ru/vneshnyaya-politika/bahar-muradova\">“Bahar Muradova: Women's Council of CICA”</a>, 11 March 2026; Trend News Agency, <a href=\"https://en.trend.az/azerbaijan/politics/3983314.html\">“7th meeting of the CICA Ministerial Council held online”</a>, 17 December 2024",
            ParseMode.Html,
            new InlineKeyboardMarkup([
                [InlineKeyboardButton.WithCallbackData("Who chaired before that?", "a1en0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJ")],
                [InlineKeyboardButton.WithCallbackData("When is the next CICA summit?", "a1en0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJ")],
                [InlineKeyboardButton.WithCallbackData("Sources", "s1en0123456789abcdefghij")],
            ]));
    }

    /// <summary>What it answers to everything: as long as an answer of the bot.</summary>
    public const string Text = "At the last word (11 March 2026): Azerbaijan chairs CICA, since 17 December 2024.\nSource: Report News Agency, “Bahar Muradova: Women's Council of CICA”, 11 March 2026";
    private readonly SemaphoreSlim places = new(64);

    public static async Task RunAsync(Uri server, string token, Dress dress)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton<ITelegramBotClient>(new TelegramBotClient(new TelegramBotClientOptions(token, server.GetLeftPart(UriPartial.Authority)))).AddSingleton(dress).AddHostedService<BareBot>();
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
            if (update.Message is { } message) await bot.SendMessage(message.Chat.Id, dress.Text, dress.ParseMode, replyMarkup: dress.Buttons, cancellationToken: cancel);
        }
        finally
        {
            places.Release();
        }
    }
}
