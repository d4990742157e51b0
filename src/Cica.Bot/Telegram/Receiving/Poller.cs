using Cica.Bot.Operations;
using Cica.Bot.Telegram.BotApi;
using Microsoft.Extensions.Logging;
using Telegram.Bot.Exceptions;

namespace Cica.Bot.Telegram.Receiving;

/// <summary>
/// Fetches updates. The loop is our own: the client library's would confirm an update before it is answered, end in silence when a
/// handler is cancelled, hammer a server that is away, and stand still at an update it cannot read.
/// <para>
/// Asking with an offset confirms everything below it, so the offset is the oldest update that is open. While some are open,
/// asking brings them again together with what is new; the ledger knows them.
/// </para>
/// </summary>
internal sealed class Poller(BotConnection connection, Ledger ledger, Dispatcher dispatcher, ReceivingRules rules, Vitals vitals, Ending ending, TimeProvider time, MachineClock machine, ILogger<Poller> log)
{
    private long next;
    private long asked;

    /// <summary>Everything below was taken; 0 before the first.</summary>
    public long Next => next;

    /// <summary>Fetches until cancelled, from this offset on; 0: from the oldest there is.</summary>
    public async Task RunAsync(long from, CancellationToken cancel)
    {
        next = from;
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await LoopAsync(cancel);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                return;
            }
            // Polling is the bot's pulse: whatever broke it, it begins anew.
            catch (Exception bug)
            {
                Log.PollingBroke(log, bug);
                await Task.Delay(rules.Pauses.After(1), time, cancel);
            }
        }
    }

    /// <summary>Confirms everything below this offset, without taking anything new.</summary>
    public async Task ConfirmAsync(long offset, TimeSpan deadline)
    {
        // The last poll asked with it, and so confirmed it; asked again so soon, Telegram would hold the answer for seconds.
        if (offset == asked) return;
        try
        {
            await connection.CallAsync(new GetReceivedRequest { Offset = offset, Limit = 1, Timeout = 0 }, deadline, CancellationToken.None);
        }
        catch (Exception failure) when (failure is RequestException or TimeoutException)
        {
            Log.NotConfirmed(log, failure.Message);
        }
    }

    private async Task LoopAsync(CancellationToken cancel)
    {
        var failures = 0;
        var isConflict = false;
        while (true)
        {
            var offset = await OffsetWithRoomAsync(cancel);
            var began = time.GetTimestamp();
            asked = offset;
            try
            {
                var batch = await FetchAsync(offset, cancel);
                vitals.UpdatesCame(time.GetUtcNow());
                if (failures > 0) Log.PollWorks(log, failures);
                (failures, isConflict) = (0, false);
                foreach (var received in batch) Take(received);
            }
            catch (Exception failure) when (failure is RequestException or TimeoutException)
            {
                failures++;
                if (failure is ApiRequestException { ErrorCode: 401 or 404 })
                {
                    ending.TokenRefused();
                    await Task.Delay(Timeout.InfiniteTimeSpan, time, cancel);
                }
                var pause = failure is ApiRequestException { Parameters.RetryAfter: { } seconds } ? TimeSpan.FromSeconds(seconds) : rules.Pauses.After(failures);
                var wasConflict = isConflict;
                isConflict = failure is ApiRequestException { ErrorCode: 409 };
                if (isConflict && !wasConflict) Log.Conflict(log, failure.Message);
                else if (failure is TimeoutException) Log.PollHung(log);
                else if (failures == 1) Log.PollFailed(log, failure.Message);
                else Log.PollFailedAgain(log, failure.Message, pause.TotalSeconds);
                await Task.Delay(pause, time, cancel);
                continue;
            }
            await WaitForAnswersAsync(offset, began, cancel);
        }
    }

    // The second deadline is the watchdog's: it lets go of a call that does not even heed its cancellation.
    private Task<Received[]> FetchAsync(long offset, CancellationToken cancel)
    {
        var length = ledger.Open == 0 ? rules.PollLength : TimeSpan.Zero;
        var call = new GetReceivedRequest { Offset = offset, Timeout = (int)length.TotalSeconds, AllowedUpdates = UpdateKinds.Used };
        return connection.CallAsync(call, length + rules.PollGrace, cancel).WaitAsync(length + (2 * rules.PollGrace), machine.Time, cancel);
    }

    private void Take(Received received)
    {
        next = Math.Max(next, received.Id + 1);
        if (ledger.Knows(received.Id)) return;
        var (update, problem) = received.Read();
        if (update is null)
        {
            ledger.PassOver(received.Id);
            Log.Unreadable(log, received.Id, problem ?? "");
            return;
        }
        var (taken, isNew) = ledger.Take(update);
        if (isNew) dispatcher.Post(taken!);
    }

    // Asking again brings what is open once more, so a breath is taken first, in which some of it is answered; no longer, for who
    // asks now waits for nobody else's answer. Telegram slows down whoever asks with the same offset twice within half a second: until
    // the oldest is answered it is asked no more often, and keeps it when a second has passed.
    private async Task WaitForAnswersAsync(long offset, long began, CancellationToken cancel)
    {
        var open = ledger.Open;
        if (open == 0) return;
        await ledger.WaitForOpenAsync(open / 4, rules.Breath, cancel);
        var left = rules.PeekEvery - time.GetElapsedTime(began);
        if (left > TimeSpan.Zero) await ledger.WaitForMoveAsync(offset, left, cancel);
    }

    // The offset is taken before it is looked at how much is kept: what is kept in between is then brought once more, instead of as
    // much again that is new.
    private async Task<long> OffsetWithRoomAsync(CancellationToken cancel)
    {
        var offset = ledger.Lowest ?? next;
        if (ledger.Kept < rules.MostKept) return offset;
        Log.TooManyOwed(log, ledger.Kept);
        while (ledger.Kept >= rules.MostKept)
        {
            await Task.Delay(rules.PeekEvery, time, cancel);
            offset = ledger.Lowest ?? next;
        }
        return offset;
    }
}
