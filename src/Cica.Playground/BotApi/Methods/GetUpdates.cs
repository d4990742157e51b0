using System.Buffers;
using Cica.Playground.State;

namespace Cica.Playground.BotApi.Methods;

/// <summary>
/// core.telegram.org/bots/api#getupdates. Timeout of 50 seconds at most, a repeated offset held for three seconds or cut to
/// one update, the older of two pollers sent away with 409 (all seen in the server's source, process_get_updates_query).
/// </summary>
internal sealed class GetUpdates(World world, WebhookOffice webhooks) : Method(world)
{
    private const int MostWait = 50;
    private static readonly TimeSpan HoldRepeats = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan CutRepeats = TimeSpan.FromSeconds(0.5);
    private readonly Conflicts _conflicts = new(world);
    private long _lastOffset;
    private DateTimeOffset _lastStart = DateTimeOffset.MinValue;

    public override async ValueTask<Answer> RunAsync(Call call, CancellationToken cancellationToken)
    {
        long offset = call.Integer("offset", 0);
        var limit = call.Integer("limit", 100, 1, 100);
        var wait = call.Integer("timeout", 0, 0, MostWait);
        TaskCompletionSource? held;
        Task over;
        lock (World.Gate)
        {
            if (webhooks.IsSet)
                (held, over) = (null, Task.CompletedTask);
            else
            {
                World.Updates.Allow(call.Text("allowed_updates"));
                Slow(offset, ref wait, ref limit);
                var ready = World.Updates.Take(offset, limit);
                if (ready.Count > 0 || wait == 0) return new(null, Write(ready));
                held = webhooks.Polls.Hold();
                // Whoever sees that the bot polls may put the clock forward: the wait has begun by then.
                over = held.Task.WaitAsync(TimeSpan.FromSeconds(wait), World.Clock, cancellationToken);
                World.Changes.Raise();
            }
        }
        if (held is null)
            throw await _conflicts.AfterPauseAsync("Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first", cancellationToken).ConfigureAwait(false);
        return await HoldAsync(held, over, offset, limit, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Answer> HoldAsync(TaskCompletionSource held, Task over, long offset, int limit, CancellationToken cancellationToken)
    {
        try
        {
            await over.ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // Nothing came: the empty list below is the answer.
        }
        catch (PollEnded ended)
        {
            throw await _conflicts.AfterPauseAsync(ended.Message, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            lock (World.Gate) webhooks.Polls.Release(held);
        }
        lock (World.Gate) return new(null, Write(World.Updates.Take(offset, limit)));
    }

    private void Slow(long offset, ref int wait, ref int limit)
    {
        var now = World.Clock.GetUtcNow();
        var since = now - _lastStart;
        if (offset == _lastOffset && wait < 3 && since < HoldRepeats) wait = 3;
        if (offset == _lastOffset && since < CutRepeats) limit = 1;
        _lastOffset = offset;
        _lastStart = now;
    }

    private static byte[] Write(IReadOnlyList<PendingUpdate> updates)
    {
        var buffer = new ArrayBufferWriter<byte>(2 + updates.Sum(u => u.Json.Length + 64));
        buffer.Write("["u8);
        for (var i = 0; i < updates.Count; i++)
        {
            if (i > 0) buffer.Write(","u8);
            UpdateWriting.Write(buffer, updates[i]);
        }
        buffer.Write("]"u8);
        return buffer.WrittenSpan.ToArray();
    }
}
