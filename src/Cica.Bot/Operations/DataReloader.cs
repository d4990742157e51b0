using System.Runtime.InteropServices;
using Cica.Bot.Settings;
using Cica.Knowledge.Loading;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cica.Bot.Operations;

/// <summary>What became of loading the facts anew.</summary>
/// <param name="Mistakes">Why they are not in force, a line for each; empty where they are.</param>
internal sealed record ReloadResult(IReadOnlyList<string> Mistakes);

/// <summary>Puts changed facts in force while the bot runs, when told to by SIGHUP. Broken ones never replace good ones.</summary>
internal sealed partial class DataReloader(BotSettings settings, EngineHolder engine, TimeProvider time, ILogger<DataReloader> log) : IHostedService, IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);
    private PosixSignalRegistration? signal;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsWindows())
        {
            signal = PosixSignalRegistration.Create(PosixSignal.SIGHUP, context =>
            {
                context.Cancel = true;
                _ = Task.Run(ReloadAsync, CancellationToken.None);
            });
        }
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        signal?.Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => one.Dispose();

    /// <summary>Loads the files again; they are in force if it returns without mistakes.</summary>
    public async Task<ReloadResult> ReloadAsync()
    {
        await one.WaitAsync();
        try
        {
            var version = DataVersion.Of(settings.DataPath);
            var loaded = KnowledgeLoader.Load(settings.DataPath, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
            if (loaded.Snapshot is not { } facts)
            {
                var errors = loaded.Problems.Where(p => !p.IsWarning).ToList();
                Kept(log, errors.Count, errors[0].ToString());
                return new([.. errors.Select(e => e.ToString())]);
            }
            engine.Swap(facts, version);
            Swapped(log, facts.Facts.Count, version);
            return new([]);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Kept(log, 1, failure.Message);
            return new([failure.Message]);
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
}
