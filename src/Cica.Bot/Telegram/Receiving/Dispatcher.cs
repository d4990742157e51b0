using Microsoft.Extensions.Logging;

namespace Cica.Bot.Telegram.Receiving;

/// <summary>Updates of one line (a chat) one after the other in their order, lines side by side, a bounded number at once.</summary>
internal sealed class Dispatcher(UpdateHandler handler, Keeper keeper, ReceivingRules rules, ILogger<Dispatcher> log) : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<long, Queue<Taken>> lines = [];
    private readonly SemaphoreSlim places = new(rules.MostAtWork);
    private readonly CancellationTokenSource stop = new();
    private TaskCompletionSource? empty;

    /// <summary>Puts an update in its line. What may be in hand at once is bounded by whoever brings updates.</summary>
    public void Post(Taken taken)
    {
        lock (gate)
        {
            if (lines.TryGetValue(taken.Line, out var line))
            {
                line.Enqueue(taken);
                return;
            }
            lines.Add(taken.Line, new Queue<Taken>());
        }
        _ = Task.Run(() => RunLineAsync(taken));
    }

    /// <summary>Lets nothing more begin, and ends when what has begun has ended.</summary>
    public async Task StopAsync(TimeSpan patience, TimeProvider time)
    {
        await stop.CancelAsync();
        Task busy;
        lock (gate)
        {
            if (lines.Count == 0) return;
            empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
            busy = empty.Task;
        }
        await Task.WhenAny(busy, Task.Delay(patience, time));
    }

    public void Dispose()
    {
        stop.Dispose();
        places.Dispose();
    }

    private async Task RunLineAsync(Taken first)
    {
        for (var taken = first; taken is not null; taken = Next(taken.Line))
            await HandleAsync(taken);
    }

    private Taken? Next(long key)
    {
        lock (gate)
        {
            if (!stop.IsCancellationRequested && lines[key].TryDequeue(out var next)) return next;
            lines.Remove(key);
            if (lines.Count == 0) empty?.TrySetResult();
            return null;
        }
    }

    private async Task HandleAsync(Taken taken)
    {
        try
        {
            await places.WaitAsync(stop.Token);
            try
            {
                await handler.RespondAsync(taken, stop.Token);
            }
            finally
            {
                // Only work takes a place. What waits for the pace takes none, or a query would wait behind messages that may not go yet.
                places.Release();
            }
            if (await handler.SendAsync(taken)) await keeper.SettleAsync(taken);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Stopped before it was answered: it stays open, and is kept.
        }
        // Nothing an update brings about may end its line or be tried for ever: it is logged and over.
        catch (Exception bug)
        {
            Log.HandlingFailed(log, taken.Id, bug);
            await keeper.SettleAsync(taken);
        }
    }
}
