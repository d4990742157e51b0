using System.Globalization;
using Cica.Bot.KillTarget;
using Cica.Bot.Operations;
using Cica.Bot.Reminders;
using Cica.Bot.Settings;
using Cica.Bot.Storage.LiteDb;
using Cica.Bot.Telegram;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

// The bot's own host, storage, receiving and sending, as a process to be killed: SERVER TOKEN FILE FACTS [WAYPOINT TIMES].
// Its answers tell what they answer, and each is given only after what it answers was stored. FACTS is the directory of the facts
// it reminds of; "-" for none, and then it does not remind. With a waypoint it kills itself when it passes there for that time.
var (server, token, file, facts) = (new Uri(args[0]), args[1], args[2], args[3]);
IWaypoints waypoints = args.Length > 4 ? new KillAt(Enum.Parse<Waypoint>(args[4]), int.Parse(args[5], CultureInfo.InvariantCulture)) : new Unharmed();
await using var storage = LiteDbStorage.Open(file, BotIdentity.IdOf(token), TimeProvider.System, waypoints);
var settings = new BotSettings
{
    Telegram = new TelegramSettings { Token = token, ApiBaseUrl = server, Mode = TelegramMode.Polling, WebhookListen = server, Admins = [], Pace = PaceSettings.None, FloodPerMinute = 0 },
    DataPath = "",
    StoragePath = file,
    PlaygroundUrl = server,
    HealthUrl = null,
};
using var host = BotHost.Build(settings, new ConfigurationBuilder().Build(), storage, token, server, TimeProvider.System, services =>
{
    services.AddSingleton(waypoints);
    if (facts == "-") services.AddSingleton<IResponder, StoreAndTell>();
    else services.AddReminders(new FewFacts(facts, TimeProvider.System)).AddSingleton<IResponder, Unsubscriber>();
});
await host.StartAsync();
Console.WriteLine("ready");
await host.WaitForShutdownAsync();
