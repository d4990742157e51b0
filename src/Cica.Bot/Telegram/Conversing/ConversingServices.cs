using Cica.Bot.Settings;
using Cica.Bot.Telegram.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace Cica.Bot.Telegram.Conversing;

/// <summary>What answering is made of.</summary>
internal static class ConversingServices
{
    /// <summary>Adds the responder and what it needs; whoever calls adds the engine, the storage and the way out.</summary>
    public static IServiceCollection AddConversing(this IServiceCollection services, TelegramSettings settings) => services
        .AddSingleton(s => new FloodGuards(s.GetRequiredService<TimeProvider>(), settings.FloodPerMinute))
        .AddSingleton<IGroupAdmins, GroupAdmins>()
        .AddSingleton<QuestionTable>()
        .AddSingleton<CardCatalogues>()
        .AddSingleton<Answerer>()
        .AddSingleton<LanguageSetting>()
        .AddSingleton<CommandHandler>()
        .AddSingleton<MessageHandler>()
        .AddSingleton<TapHandler>()
        .AddSingleton<InlineHandler>()
        .AddSingleton<GuestHandler>()
        .AddSingleton<ChatHandler>()
        .AddSingleton<IResponder, Responder>()
        .AddHostedService<FaceAnnouncer>();
}
