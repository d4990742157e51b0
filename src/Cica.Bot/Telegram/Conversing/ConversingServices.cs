using Cica.Bot.Reading;
using Cica.Bot.Settings;
using Cica.Bot.Telegram.Conversing.Reminding;
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
        .AddSingleton<GroupRights>()
        .AddSingleton<QuestionTable>()
        .AddSingleton<CardCatalogues>()
        .AddSingleton<Answerer>()
        .AddSingleton<LanguageSetting>()
        .AddReminding()
        .AddSingleton<CommandHandler>()
        .AddSingleton<MessageHandler>()
        .AddSingleton<TapHandler>()
        .AddSingleton<InlineHandler>()
        .AddSingleton<GuestHandler>()
        .AddSingleton<ChatHandler>()
        .AddSingleton<IResponder, Responder>()
        .AddHostedService<FaceAnnouncer>();

    private static IServiceCollection AddReminding(this IServiceCollection services) => services
        .AddSingleton<SpokenWishes>()
        .AddSingleton<ReminderPhrases>()
        .AddSingleton<SubscribeHandler>()
        .AddSingleton<SubscriptionsHandler>()
        .AddSingleton<ZoneSetting>()
        .AddSingleton<QuietSetting>()
        .AddSingleton<CalendarHandler>()
        .AddSingleton<AdminHandler>()
        .AddSingleton<ReminderCommands>()
        .AddSingleton<ReminderTaps>();
}
