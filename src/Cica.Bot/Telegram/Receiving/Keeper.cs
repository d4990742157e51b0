using System.Text.Json;
using Cica.Bot.Operations;
using Cica.Bot.Storage;
using Microsoft.Extensions.Logging;

namespace Cica.Bot.Telegram.Receiving;

/// <summary>
/// Keeps what is owed. An update that has waited longer than about a second is written down, so that it may be confirmed and one
/// slow chat does not hold up the rest; an ordinary answer is faster than that and costs no write.
/// </summary>
internal sealed class Keeper(Ledger ledger, IStorage storage, ReceivingRules rules, IWaypoints waypoints, TimeProvider time, ILogger<Keeper> log)
{
    private static readonly TimeSpan ProbeEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LeaseLength = TimeSpan.FromMinutes(5);
    private readonly string holder = Guid.NewGuid().ToString("N");
    // Rows that are answered but could not be taken out: else the next start would answer them again.
    private readonly HashSet<long> toTakeOut = [];
    private int down;

    /// <summary>What earlier runs kept, the oldest first.</summary>
    public async Task<IReadOnlyList<Taken>> RestoreAsync(CancellationToken cancel)
    {
        var restored = new List<Taken>();
        IReadOnlyList<Owed> claimed = [];
        await TryAsync(async () => claimed = await storage.ClaimAsync(NextLease(), time.GetUtcNow(), cancel));
        foreach (var owed in claimed)
        {
            try
            {
                var taken = new Taken(owed);
                ledger.Restore(taken);
                restored.Add(taken);
            }
            // Kept by another version of this program, it may be beyond reading: it must not stop the others.
            catch (Exception unreadable) when (unreadable is JsonException or FormatException or InvalidOperationException)
            {
                Log.Unreadable(log, owed.UpdateId, unreadable.Message);
                await TryAsync(() => storage.SettleAsync([owed.UpdateId], CancellationToken.None));
            }
        }
        if (restored.Count > 0) Log.Restored(log, restored.Count);
        return restored;
    }

    /// <summary>Looks every quarter of a second for what has waited too long, until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(rules.KeepAfter / 4, time);
        var (renewed, probed) = (time.GetTimestamp(), time.GetTimestamp());
        while (await timer.WaitForNextTickAsync(cancel))
        {
            var before = time.GetUtcNow() - rules.KeepAfter;
            await KeepAsync([.. ledger.AllOpen.Where(t => t.Since <= before)]);
            await TakeOutAsync();
            if (storage.Trouble is not null && time.GetElapsedTime(probed) > ProbeEvery)
            {
                // Perhaps nobody else writes: health must not go on telling of a trouble that is over.
                probed = time.GetTimestamp();
                await TryAsync(() => storage.SetMarkAsync("probe", time.GetUtcNow().ToString("O"), CancellationToken.None));
            }
            if (time.GetElapsedTime(renewed) < LeaseLength / 3) continue;
            renewed = time.GetTimestamp();
            if (ledger.Kept > 0) await TryAsync(() => storage.RenewAsync(NextLease(), CancellationToken.None));
        }
    }

    /// <summary>Keeps these, in place of what was kept of them before; false if that was not possible.</summary>
    public async Task<bool> KeepAsync(IReadOnlyList<Taken> all)
    {
        if (all.Count == 0) return true;
        var owed = new List<(Taken Taken, Owed Owed, int Ended)>();
        foreach (var taken in all)
        {
            var (left, ended) = await taken.OwedAsync(CancellationToken.None);
            owed.Add((taken, left, ended));
        }
        ValueTask writing;
        HashSet<Taken> before;
        lock (ledger.Gate)
        {
            // One that went on meanwhile is looked at again the next time.
            owed.RemoveAll(o => o.Taken.IsSettled || o.Taken.Ended != o.Ended || (o.Owed.Update is not null && o.Taken.Calls is not null));
            before = [.. owed.Select(o => o.Taken).Where(t => t.IsKept)];
            foreach (var (taken, _, _) in owed) taken.IsKept = true;
            // Queued under the gate: taking one out again, also under it, then comes after.
            writing = storage.KeepAsync([.. owed.Select(o => o.Owed)], NextLease(), CancellationToken.None);
        }
        var isWritten = await TryAsync(() => writing);
        if (isWritten) waypoints.Pass(Waypoint.Kept);
        lock (ledger.Gate)
        {
            foreach (var (taken, _, _) in owed)
            {
                if (isWritten) ledger.MarkKept(taken);
                else taken.IsKept = before.Contains(taken);
            }
        }
        if (isWritten && owed.Count > 0) Log.Kept(log, owed.Count);
        return isWritten && owed.Count == all.Count;
    }

    /// <summary>One call of it has ended: what is kept follows.</summary>
    public async Task CallEndedAsync(Taken taken)
    {
        var isKept = false;
        lock (ledger.Gate)
        {
            taken.Ended++;
            isKept = taken.IsKept && taken.Ended < taken.Calls!.Count;
        }
        if (isKept) await KeepAsync([taken]);
    }

    /// <summary>It is answered: no longer owed.</summary>
    public async Task SettleAsync(Taken taken)
    {
        ValueTask writing = default;
        lock (ledger.Gate)
        {
            if (taken.IsKept) writing = storage.SettleAsync([taken.Id], CancellationToken.None);
            ledger.MarkSettled(taken);
        }
        waypoints.Pass(Waypoint.Settled);
        if (!await TryAsync(() => writing))
            lock (toTakeOut) toTakeOut.Add(taken.Id);
    }

    private async Task TakeOutAsync()
    {
        long[] ids;
        lock (toTakeOut) ids = [.. toTakeOut];
        if (ids.Length == 0 || !await TryAsync(() => storage.SettleAsync(ids, CancellationToken.None))) return;
        lock (toTakeOut) toTakeOut.ExceptWith(ids);
    }

    private Lease NextLease() => new(holder, time.GetUtcNow() + LeaseLength);

    private async Task<bool> TryAsync(Func<ValueTask> write)
    {
        try
        {
            await write();
            if (storage.Trouble is null && Interlocked.Exchange(ref down, 0) == 1) Log.StorageBack(log);
            return true;
        }
        catch (StorageUnavailableException unavailable)
        {
            // Said once, not four times a second; health goes on saying it.
            if (Interlocked.Exchange(ref down, 1) == 0) Log.StorageDown(log, unavailable.Message);
            return false;
        }
    }
}
