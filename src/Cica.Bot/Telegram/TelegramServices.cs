using Cica.Bot.Operations;
using Cica.Bot.Settings;
using Cica.Bot.Telegram.BotApi;
using Cica.Bot.Telegram.Conversing;
using Cica.Bot.Telegram.Receiving;
using Cica.Bot.Telegram.Sending;
using Microsoft.Extensions.DependencyInjection;

namespace Cica.Bot.Telegram;

/// <summary>What the Telegram side is made of.</summary>
internal static class TelegramServices
{
    /// <summary>Adds receiving and sending as the bot of this token at this server (null: Telegram's). Whoever calls adds the responder.</summary>
    public static IServiceCollection AddTelegram(this IServiceCollection services, TelegramSettings settings, string token, Uri? server) => services
        .AddSingleton(settings)
        .AddSingleton(new BotIdentity(BotIdentity.IdOf(token)))
        .AddSingleton<IBotIdentity>(s => s.GetRequiredService<BotIdentity>())
        .AddSingleton(s => new BotConnection(token, server, s.GetRequiredService<MachineClock>().Time))
        .AddSingleton(s => s.GetRequiredService<BotConnection>().Client)
        .AddSingleton<IWaypoints, NoWaypoints>()
        .AddSingleton<Ending>()
        .AddSingleton<IAnswerLog>(new AnswerLog())
        .AddSingleton<SendingFigures>()
        .AddSingleton(new SendingRules(settings.Pace))
        .AddSingleton<OutgoingQueue>()
        .AddSingleton(new ReceivingRules())
        .AddSingleton<Ledger>()
        .AddSingleton<Keeper>()
        .AddSingleton<Presence>()
        .AddSingleton<Typing>()
        .AddSingleton<UpdateHandler>()
        .AddSingleton<Dispatcher>()
        .AddSingleton<Poller>()
        .AddSingleton<Webhook>()
        .AddHostedService<Worker>();
}
