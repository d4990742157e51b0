using System.Globalization;
using Cica.Bot.Settings;
using Cica.Knowledge.Loading;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cica.Bot.Operations;

/// <summary>What became of loading the facts anew.</summary>
/// <param name="Mistakes">Why they are not in force, a line for each; empty where they are.</param>
internal sealed record ReloadResult(IReadOnlyList<string> Mistakes);

/// <summary>
/// Puts changed facts in force while the bot runs, when their files change, when told to by SIGHUP and when asked to. Broken ones never
/// replace good ones: the reason is in the log, and whoever asked, or else those who run the bot, are told.
/// </summary>
internal sealed partial class DataReloader(BotSettings settings, EngineHolder engine, AdminNotes admins, TimeProvider time, ILogger<DataReloader> log, HangUp? hangUp = null) : IHostedService, IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);
    private DataWatch? watch;
    private string? refused;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (Directory.Exists(settings.DataPath)) watch = new DataWatch(settings.DataPath, () => _ = Task.Run(() => ReloadAndTellAsync(isWatch: true), CancellationToken.None), time);
        hangUp?.Listen(() => _ = Task.Run(() => ReloadAndTellAsync(isWatch: false), CancellationToken.None));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        hangUp?.Forget();
        watch?.Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        watch?.Dispose();
        one.Dispose();
    }

    /// <summary>Loads the files again, for somebody who is waiting for the result.</summary>
    public async Task<ReloadResult> ReloadAsync() => await ReloadAsync(isWatch: false) ?? new([]);

    private async Task ReloadAndTellAsync(bool isWatch)
    {
        if (await ReloadAsync(isWatch) is { Mistakes: [var first, ..] mistakes })
            await admins.TellAsync(words => words.Fill("admin.facts-kept", ("count", mistakes.Count.ToString(CultureInfo.InvariantCulture)), ("mistake", first)));
    }

    // Null: nothing to tell.
    private async Task<ReloadResult?> ReloadAsync(bool isWatch)
    {
        await one.WaitAsync();
        try
        {
            var version = DataVersion.Of(settings.DataPath);
            // What is in force already, or was refused already, is no news when only a file's date has changed.
            if (isWatch && (version == engine.DataVersion || version == refused)) return null;
            var loaded = KnowledgeLoader.Load(settings.DataPath, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
            if (loaded.Snapshot is not { } facts)
            {
                var errors = loaded.Problems.Where(p => !p.IsWarning).ToList();
                Kept(log, errors.Count, errors[0].ToString());
                refused = version;
                return new([.. errors.Select(e => e.ToString())]);
            }
            refused = null;
            engine.Swap(facts, version);
            Swapped(log, facts.Facts.Count, version);
            return new([]);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Kept(log, 1, failure.Message);
            return new([failure.Message]);
        }
        // Nobody waits for the task this runs in: what nobody foresaw must not vanish with it.
        catch (Exception unforeseen)
        {
            Unforeseen(log, unforeseen.GetType().Name, engine.DataVersion, unforeseen);
            return new([$"{unforeseen.GetType().Name}: {unforeseen.Message}"]);
        }
        finally
        {
            one.Release();
        }
    }

    [LoggerMessage(300, LogLevel.Information, "{Count} facts are in force, data version {Version}")]
    private static partial void Swapped(ILogger logger, int count, string version);

    [LoggerMessage(301, LogLevel.Error, "The changed facts have {Count} mistakes and are not used; the first: {Mistake}")]
    private static partial void Kept(ILogger logger, int count, string mistake);

    [LoggerMessage(302, LogLevel.Error, "Loading the facts anew failed unforeseen: {Kind}; data version {Version} stays in force")]
    private static partial void Unforeseen(ILogger logger, string kind, string version, Exception exception);
}
