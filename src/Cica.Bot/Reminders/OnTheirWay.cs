using System.Collections.Concurrent;

namespace Cica.Bot.Reminders;

/// <summary>Where reminders are on the wire at this moment: whoever has unsubscribed is answered after the last of them, not before.</summary>
internal sealed class OnTheirWay(TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<(Destination, TaskCompletionSource), bool> sending = new();

    /// <summary>One leaves; it has arrived, or not, when the result is set.</summary>
    public TaskCompletionSource Leave(Destination to)
    {
        var arrival = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        sending[(to, arrival)] = true;
        arrival.Task.ContinueWith(_ => sending.TryRemove((to, arrival), out var _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return arrival;
    }

    /// <summary>Waits for those under way there, within reason: one may hang for half a minute.</summary>
    public async Task UntilArrivedAsync(Destination to, CancellationToken cancel)
    {
        var there = sending.Keys.Where(k => k.Item1 == to).Select(k => k.Item2.Task).ToList();
        if (there.Count == 0) return;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await Task.WhenAny(Task.WhenAll(there), Task.Delay(Patience, time, ending.Token));
        await ending.CancelAsync();
    }
}
