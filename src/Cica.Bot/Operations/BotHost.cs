using Cica.Bot.Reminders;
using Cica.Bot.Settings;
using Cica.Bot.Storage;
using Cica.Bot.Telegram;
using Cica.Bot.Telegram.Conversing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cica.Bot.Operations;

/// <summary>Puts the rooms together.</summary>
internal static class BotHost
{
    /// <summary>
    /// The host of a bot that answers as this token's bot, at this server (null: Telegram's). The caller adds what answers, and gives
    /// the machine's clock where the bot's own is another.
    /// </summary>
    public static IHost Build(BotSettings settings, IConfiguration configuration, IStorage storage, string token, Uri? server, TimeProvider time, Action<IServiceCollection> add, TimeProvider? machine = null)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.AddConfiguration(configuration.GetSection("Logging"))
            .AddConsole(console =>
            {
                console.FormatterName = LineFormatter.FormatterName;
                console.LogToStandardErrorThreshold = LogLevel.Trace;
            })
            .AddConsoleFormatter<LineFormatter, Microsoft.Extensions.Logging.Console.ConsoleFormatterOptions>()
            .AddFilter("Microsoft", LogLevel.Warning);
        // The stop has its own, shorter limits; this one only catches what they miss.
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(15));
        builder.Services.AddSingleton(time)
            .AddSingleton(new MachineClock(machine ?? time))
            .AddSingleton(settings)
            .AddSingleton(storage)
            .AddSingleton<IChatStore>(storage)
            .AddSingleton<Vitals>()
            .AddSingleton<ReminderFigures>()
            .AddSingleton<ReminderSignal>();
        if (settings.HealthUrl is { } health) builder.Services.AddSingleton(new HealthAddress(health)).AddHostedService<HealthEndpoint>();
        builder.Services.AddTelegram(settings.Telegram, token, server);
        add(builder.Services);
        return builder.Build();
    }

    /// <summary>Talks as the bot does, with answers from this engine; its facts are loaded again when told to.</summary>
    public static IServiceCollection AddEngine(this IServiceCollection services, EngineHolder engine, TelegramSettings settings) => services
        .AddSingleton(engine)
        .AddSingleton<ICurrentEngine>(engine)
        .AddReminders(engine)
        .AddSingleton<AdminNotes>()
        .AddSingleton<DataReloader>()
        .AddHostedService(s => s.GetRequiredService<DataReloader>())
        .AddConversing(settings);
}
