using Cica.Bot.Reading;
using Cica.Bot.Reminders.Dispatching;
using Cica.Bot.Reminders.Planning;
using Cica.Bot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Cica.Bot.Reminders;

/// <summary>What reminding is made of.</summary>
internal static class RemindersServices
{
    /// <summary>Adds planning and dispatching of what these facts hold; whoever calls adds the storage, the way out and what wakes.</summary>
    public static IServiceCollection AddReminders(this IServiceCollection services, IReminderFacts facts) => services
        .AddSingleton(facts)
        .AddSingleton<ZoneNames>()
        .AddSingleton<ZoneFinder>()
        .AddSingleton<IOutbox>(s => s.GetRequiredService<IStorage>())
        .AddSingleton<ISubscriptionStore>(s => s.GetRequiredService<IStorage>())
        .AddSingleton<IMarkStore>(s => s.GetRequiredService<IStorage>())
        .AddSingleton<OnTheirWay>()
        .AddSingleton<Books>()
        .AddSingleton<Horizon>()
        .AddSingleton<News>()
        .AddSingleton<ReminderPlanner>()
        .AddSingleton<IReminderPlanner>(s => s.GetRequiredService<ReminderPlanner>())
        .AddHostedService(s => s.GetRequiredService<ReminderPlanner>())
        .AddSingleton(new DispatchRules())
        .AddSingleton<NoticeText>()
        .AddSingleton<Packer>()
        .AddSingleton<Outcomes>()
        .AddHostedService<ReminderDispatcher>();
}
