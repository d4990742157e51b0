using System.Buffers;
using System.Net.Http.Headers;
using Cica.Playground.State;

namespace Cica.Playground.BotApi;

/// <summary>
/// Delivers updates to one webhook: those of one chat in order, chats side by side, again after a non-2xx answer: at once,
/// then with growing pauses up to one or two minutes; Retry-After is kept (seen in the server's source, WebhookActor).
/// </summary>
internal sealed class WebhookCourier(World world, Webhook webhook, HttpClient http, Action<string> failed, Func<Call, Task> inbound) : IDisposable
{
    private static readonly TimeSpan MostPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan MostRetryAfter = TimeSpan.FromHours(1);
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _connections = new(webhook.MaxConnections);
    private readonly HashSet<string> _busy = [];

    /// <summary>Starts a line of deliveries for each chat that waits. Called under the gate.</summary>
    public void DeliverAll()
    {
        foreach (var key in world.Updates.Pending.Select(u => u.Key).Distinct().ToList()) Deliver(key);
    }

    /// <summary>Starts a line of deliveries for a chat unless it has one. Called under the gate.</summary>
    public void Deliver(string key)
    {
        if (_stop.IsCancellationRequested || !_busy.Add(key)) return;
        var stop = _stop.Token;
        _ = Task.Run(() => LineAsync(key, stop), CancellationToken.None);
    }

    /// <summary>Ends all lines; what is on its way may still arrive, as with Telegram.</summary>
    public void Dispose()
    {
        if (_stop.IsCancellationRequested) return;
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task LineAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            while (Next(key, cancellationToken) is { } update) await UpdateAsync(update, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The webhook is gone; what was not delivered waits for the next poller.
        }
    }

    // Ends the line in the same breath as it finds nothing, so that no update falls between two lines.
    private PendingUpdate? Next(string key, CancellationToken cancellationToken)
    {
        lock (world.Gate)
        {
            var next = cancellationToken.IsCancellationRequested ? null : world.Updates.Pending.FirstOrDefault(u => u.Key == key);
            if (next is null) _busy.Remove(key);
            return next;
        }
    }

    private async Task UpdateAsync(PendingUpdate update, CancellationToken cancellationToken)
    {
        var pause = TimeSpan.FromSeconds(1);
        for (var failures = 0; ; failures++)
        {
            await _connections.WaitAsync(cancellationToken).ConfigureAwait(false);
            TimeSpan? retryAfter;
            try
            {
                (var isDone, retryAfter) = await PostAsync(update, cancellationToken).ConfigureAwait(false);
                if (isDone) break;
            }
            finally
            {
                _connections.Release();
            }
            if (failures > 0) pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, MostPause.Ticks));
            var wait = retryAfter ?? (failures == 0 ? TimeSpan.Zero : pause);
            if (world.Clock.GetUtcNow() + wait > update.ExpiresAt) break;
            if (wait > TimeSpan.Zero) await Task.Delay(wait, world.Clock, cancellationToken).ConfigureAwait(false);
        }
        lock (world.Gate)
        {
            if (!cancellationToken.IsCancellationRequested) world.Updates.Remove(update);
            world.Changes.Raise();
        }
    }

    private async Task<(bool IsDone, TimeSpan? RetryAfter)> PostAsync(PendingUpdate update, CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>(update.Json.Length + 64);
        UpdateWriting.Write(buffer, update);
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Target) { Content = new ByteArrayContent(buffer.WrittenMemory.ToArray()) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (webhook.Secret.Length > 0) request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", webhook.Secret);
        try
        {
            using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (response.IsSuccessStatusCode)
            {
                if (await WebhookReply.ReadAsync(response, cancellationToken).ConfigureAwait(false) is { } call) await inbound(call).ConfigureAwait(false);
                return (true, null);
            }
            Fail($"Wrong response from the webhook: {(int)response.StatusCode} {response.ReasonPhrase}");
            var after = response.Headers.RetryAfter?.Delta;
            return (false, after is { } asked && asked > MostRetryAfter ? MostRetryAfter : after);
        }
        catch (HttpRequestException e)
        {
            Fail(e.HttpRequestError == HttpRequestError.ConnectionError ? "Connection refused" : "Webhook connection closed");
            return (false, null);
        }
    }

    private void Fail(string error)
    {
        lock (world.Gate) failed(error);
    }
}
