using Telegram.Bot;
using Telegram.Bot.Requests.Abstractions;

namespace Cica.Bot.Telegram.BotApi;

/// <summary>
/// The way to the Bot API: one HTTP client for all, without the client library's own retries (they would hold up whoever
/// waits behind them) and without loggers (the address holds the token).
/// </summary>
public sealed class BotConnection : IDisposable
{
    private readonly HttpClient http;
    private readonly TimeProvider time;

    /// <summary>Connects as the bot of this token to this server; null: Telegram's. Deadlines are measured by this clock, the machine's.</summary>
    public BotConnection(string token, Uri? server, TimeProvider time)
    {
        this.time = time;
        http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(3), ConnectTimeout = TimeSpan.FromSeconds(10) })
        {
            // Each call has its own deadline.
            Timeout = Timeout.InfiniteTimeSpan,
        };
        Client = new TelegramBotClient(new TelegramBotClientOptions(token, server?.GetLeftPart(UriPartial.Authority)) { RetryCount = 0, RetryThreshold = 0 }, http);
    }

    /// <summary>The client library. Messages go through the outgoing queue instead: it alone keeps the pace.</summary>
    public ITelegramBotClient Client { get; }

    /// <summary>Makes a call; one that takes longer than this has failed with <see cref="TimeoutException"/>.</summary>
    public async Task<T> CallAsync<T>(IRequest<T> call, TimeSpan deadline, CancellationToken cancel)
    {
        using var late = new CancellationTokenSource(deadline, time);
        using var given = cancel.UnsafeRegister(static late => ((CancellationTokenSource)late!).Cancel(), late);
        try
        {
            return await Client.SendRequest(call, late.Token);
        }
        catch (Exception) when (late.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            throw new TimeoutException($"{call.MethodName} was not answered within {deadline.TotalSeconds:0} s");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();
}
