using Microsoft.Extensions.Time.Testing;
using Telegram.Bot;

namespace Cica.Playground.Tests;

/// <summary>A playground with a clock in hand and Telegram.Bot as it is, without its own retries.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(60) };

    private Bench(PlaygroundServer server, FakeTimeProvider clock)
    {
        Server = server;
        Server.People.Waits.Patience = TimeSpan.FromSeconds(60);
        Clock = clock;
        Client = new TelegramBotClient(new TelegramBotClientOptions(server.Token, server.Url.ToString()) { RetryCount = 0, RetryThreshold = 0 }, _http);
    }

    public PlaygroundServer Server { get; }
    public FakeTimeProvider Clock { get; }
    public TelegramBotClient Client { get; }

    public static async Task<Bench> OpenAsync(Func<PlaygroundOptions, PlaygroundOptions>? change = null)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 11, 9, 0, 0, TimeSpan.Zero));
        var options = new PlaygroundOptions { Clock = clock };
        return new Bench(await PlaygroundServer.StartAsync(change?.Invoke(options) ?? options), clock);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Server.DisposeAsync();
    }
}
