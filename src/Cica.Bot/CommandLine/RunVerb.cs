using System.Net.Sockets;
using Cica.Bot.Operations;
using Cica.Bot.Settings;
using Cica.Bot.Storage;
using Cica.Bot.Storage.LiteDb;
using Cica.Bot.Telegram;
using Cica.Knowledge.Loading;
using Cica.Playground;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Cica.Bot.CommandLine;

/// <summary>No verb at all: the bot at work until it is stopped.</summary>
internal static class RunVerb
{
    public static async Task<int> RunAsync(TimeProvider time, TextWriter output, TextWriter error, Func<IConfigurationRoot> settings, CancellationToken stop)
    {
        try
        {
            return await StartAsync(time, output, error, settings(), stop);
        }
        catch (SettingsException wrong)
        {
            return Tell(error, ExitCodes.BadUsage, wrong.Message);
        }
        catch (StorageRefusedException refused)
        {
            return Tell(error, ExitCodes.Storage, refused.Message);
        }
    }

    private static async Task<int> StartAsync(TimeProvider machine, TextWriter output, TextWriter error, IConfigurationRoot configuration, CancellationToken stop)
    {
        // Before all that takes its time: told to load the facts anew while it starts, the program must not end.
        using var hangUp = new HangUp();
        var settings = SettingsBinder.Bind(configuration);
        var isPlayground = settings.Telegram.Mode == TelegramMode.Playground;
        // On the page the clock can be put forward: playground and bot then share it.
        var time = isPlayground ? new AdjustableClock(machine) : machine;

        // The facts take the longest: meanwhile the other parts are made ready.
        var loading = Task.Run(() => Load(settings.DataPath, time), stop);
        await using var playground = isPlayground ? await StartPlaygroundAsync(settings.PlaygroundUrl, time, stop) : null;
        var token = playground?.Token ?? settings.Telegram.Token!;
        await using var storage = LiteDbStorage.Open(settings.StoragePath, BotIdentity.IdOf(token), time);
        var (engine, problems) = await loading;
        if (engine is null)
        {
            foreach (var problem in problems) await error.WriteLineAsync(problem);
            return ExitCodes.BrokenData;
        }
        using var host = BotHost.Build(settings, configuration, storage, token, playground?.Url ?? settings.Telegram.ApiBaseUrl, time, services => services.AddEngine(engine, settings.Telegram).AddSingleton(hangUp), machine);
        await output.WriteLineAsync($"Cica.Bot: {Mode(settings, playground)}; facts from {settings.DataPath} ({engine.Knowledge.Facts.Count}, version {engine.DataVersion}); storage {settings.StoragePath}");
        await output.FlushAsync(stop);
        var ending = host.Services.GetRequiredService<Ending>();
        await host.RunAsync(stop);
        return ending.Message is { } why ? Tell(error, ending.Code, why) : ExitCodes.Ok;
    }

    private static (EngineHolder? Engine, IReadOnlyList<string> Problems) Load(string directory, TimeProvider time)
    {
        var loaded = KnowledgeLoader.Load(directory, Commands.Today(time));
        return loaded.Snapshot is { } facts
            ? (new EngineHolder(facts, DataVersion.Of(directory)), [])
            : (null, [.. loaded.Problems.Where(p => !p.IsWarning).Select(p => p.ToString())]);
    }

    private static async Task<PlaygroundServer> StartPlaygroundAsync(Uri url, TimeProvider clock, CancellationToken stop)
    {
        try
        {
            return await PlaygroundServer.StartAsync(
                new PlaygroundOptions
                {
                    Url = url,
                    // An address others can reach is listened on because the setting says so, and answers to the name it says.
                    BeyondLoopback = !SettingsBinder.IsLoopback(url),
                    Clock = clock,
                    Chat = new PageOptions { Hosts = [url.Host] },
                    Bot = new BotOptions { Name = "CICA", Username = "cica_bot" },
                },
                stop);
        }
        catch (Exception taken) when (taken is IOException or SocketException)
        {
            throw new SettingsException($"Playground:Url: cannot listen on {url}: {taken.Message}", taken);
        }
    }

    private static string Mode(BotSettings settings, PlaygroundServer? playground)
    {
        var server = settings.Telegram.ApiBaseUrl is { } own ? $" at {own}" : "";
        return settings.Telegram.Mode switch
        {
            TelegramMode.Playground => $"playground on {playground!.Url}{(SettingsBinder.IsLoopback(settings.PlaygroundUrl) ? "" : $" (listening on {settings.PlaygroundUrl}: whoever reaches it can do all a person can)")}",
            TelegramMode.Webhook => $"Telegram{server} by webhook {settings.Telegram.WebhookUrl}, listening on {settings.Telegram.WebhookListen}",
            _ => $"Telegram{server} by polling",
        };
    }

    private static int Tell(TextWriter error, int code, string message)
    {
        error.WriteLine(Redaction.Clean(DatabaseFile.OneLine(message)));
        return code;
    }
}
