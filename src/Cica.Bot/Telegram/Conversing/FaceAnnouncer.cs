using Cica.Bot.Operations;
using Cica.Bot.Storage;
using Cica.Bot.Telegram.BotApi;
using Cica.Bot.Telegram.Sending;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;

namespace Cica.Bot.Telegram.Conversing;

/// <summary>Announces the bot's face at the start, if it is not the one announced last or the server shows another; after everything else, for nobody waits for it.</summary>
internal sealed partial class FaceAnnouncer(BotIdentity identity, BotConnection connection, ICurrentEngine current, IStorage storage, OutgoingQueue queue, TimeProvider time, ILogger<FaceAnnouncer> log) : BackgroundService
{
    private const string Mark = "face";

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await identity.Known.WaitAsync(stoppingToken);
            var calls = Face.Calls(current.Engine.Knowledge);
            var hash = Face.Hash(calls);
            if (await storage.GetMarkAsync(Mark, stoppingToken) == hash && await IsShownAsync(calls, stoppingToken))
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

    // The server may have forgotten it, as the playground does at each start: its word counts, not the storage's.
    private async Task<bool> IsShownAsync(IEnumerable<IRequest<bool>> calls, CancellationToken cancel)
    {
        var wanted = calls.OfType<SetMyCommandsRequest>().First(c => c is { Scope: BotCommandScopeAllPrivateChats, LanguageCode: null });
        try
        {
            var shown = await connection.CallAsync(new GetMyCommandsRequest { Scope = wanted.Scope }, Deadline, cancel);
            return shown.Select(c => (c.Command, c.Description)).SequenceEqual(wanted.Commands.Select(c => (c.Command, c.Description)));
        }
        catch (Exception failure) when (failure is RequestException or TimeoutException)
        {
            return true;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Commands and descriptions are announced ({Count} calls)")]
    private partial void LogAnnounced(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "That commands and descriptions are announced could not be kept; the next start repeats it: {Reason}")]
    private partial void LogNotKept(string reason);
}
