using System.Diagnostics;
using System.Globalization;
using Cica.Bot.KillTarget;
using Cica.Bot.Operations;
using Cica.Bot.Settings;
using Cica.Bot.Storage.LiteDb;
using Cica.Bot.Telegram;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

// The bot's own host, storage, receiving and sending, as a process to be killed: SERVER TOKEN FILE [WAYPOINT TIMES].
// Its answers tell what they answer, and each is given only after what it answers was stored. With a waypoint it kills itself when
// it passes there for that time.
var (server, token, file) = (new Uri(args[0]), args[1], args[2]);
IWaypoints waypoints = args.Length > 3 ? new KillAt(Enum.Parse<Waypoint>(args[3]), int.Parse(args[4], CultureInfo.InvariantCulture)) : new Unharmed();
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
    services.AddSingleton(waypoints).AddSingleton<IResponder, StoreAndTell>());
await host.StartAsync();
Console.WriteLine("ready");
await host.WaitForShutdownAsync();

namespace Cica.Bot.KillTarget
{
    /// <summary>Lets the process die at a marked point, as by kill -9.</summary>
    internal sealed class KillAt(Waypoint at, int times) : IWaypoints
    {
        private int passed;

        public void Pass(Waypoint point)
        {
            if (point == at && Interlocked.Increment(ref passed) == times) Process.GetCurrentProcess().Kill();
        }
    }

    /// <summary>Is killed from outside.</summary>
    internal sealed class Unharmed : IWaypoints
    {
        public void Pass(Waypoint point)
        {
        }
    }
}
