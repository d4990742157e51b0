using Cica.Bot.Operations;
using Cica.Bot.Storage;
using Cica.Bot.Telegram.Sending;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cica.Bot.Telegram.Conversing;

/// <summary>Announces the bot's face at the start, if it is not the one announced last; after everything else, for nobody waits for it.</summary>
internal sealed partial class FaceAnnouncer(BotIdentity identity, ICurrentEngine current, IStorage storage, OutgoingQueue queue, TimeProvider time, ILogger<FaceAnnouncer> log) : BackgroundService
{
    private const string Mark = "face";

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await identity.Known.WaitAsync(stoppingToken);
            var calls = Face.Calls(current.Engine.Knowledge);
            var hash = Face.Hash(calls);
            if (await storage.GetMarkAsync(Mark, stoppingToken) == hash)
                return;
            foreach (var call in calls)
            {
                // Unless all of them were taken, the next start tries again. A stop must not wait for a server that is away.
                if (await queue.SendAsync(new OutgoingCall(new Reply(call, Urgency.Bulk), time.GetUtcNow())).WaitAsync(stoppingToken) != Delivery.Sent)
                    return;
            }
            await storage.SetMarkAsync(Mark, hash, stoppingToken);
            LogAnnounced(calls.Count);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop; the next start goes on.
        }
        catch (StorageUnavailableException down)
        {
            LogNotKept(down.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Commands and descriptions are announced ({Count} calls)")]
    private partial void LogAnnounced(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "That commands and descriptions are announced could not be kept; the next start repeats it: {Reason}")]
    private partial void LogNotKept(string reason);
}
