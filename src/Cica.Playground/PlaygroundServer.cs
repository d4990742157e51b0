using System.Net;
using Cica.Playground.BotApi;
using Cica.Playground.Faults;
using Cica.Playground.Http;
using Cica.Playground.Page;
using Cica.Playground.People;
using Cica.Playground.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cica.Playground;

/// <summary>
/// A strict Bot API server in this process. It knows no bot but the token it was given, keeps everything in memory, and
/// listens on loopback only unless told otherwise. Dispose it to stop.
/// </summary>
public sealed class PlaygroundServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly WebhookOffice _webhooks;
    private readonly ChatPage? _page;

    private PlaygroundServer(PlaygroundOptions options)
    {
        var world = new World(options);
        var delivery = new Delivery(world);
        var membership = new Membership(world, delivery);
        _webhooks = new WebhookOffice(world);
        var dispatcher = new Dispatcher(world, MethodList.Of(world, _webhooks, membership));
        _webhooks.Inbound = call => dispatcher.RunAsync(call, CancellationToken.None).AsTask();
        Options = options;
        Calls = new CallLog(options.Bounds.Calls, world.Changes);
        Faults = new FaultDesk(world);
        People = new PeopleSide(world, delivery, membership, _webhooks);
        _page = options.Chat is null ? null : new ChatPage(People, Calls);
        _app = Build(options, new Endpoint(world, dispatcher, Faults, Calls, _page is null ? options.Page : _page.HandleAsync));
    }

    public PlaygroundOptions Options { get; }

    /// <summary>The address to give the bot as its Bot API server, with the port really taken.</summary>
    public Uri Url
    {
        get
        {
            var taken = new Uri(_app.Urls.First());
            var isAnywhere = IPAddress.TryParse(taken.Host.Trim('[', ']'), out var address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any));
            return isAnywhere ? new UriBuilder(taken) { Host = address!.Equals(IPAddress.Any) ? "127.0.0.1" : "[::1]" }.Uri : taken;
        }
    }

    public string Token => Options.Bot.Token;

    /// <summary>The people's side: who writes to the bot and sees what it answers.</summary>
    public PeopleSide People { get; }

    /// <summary>Faults on order.</summary>
    public FaultDesk Faults { get; }

    /// <summary>What the bot has called.</summary>
    public CallLog Calls { get; }

    /// <summary>Starts a server; a name other than localhost is listened for at every address. Throws <see cref="ArgumentException"/> for an address that is not loopback, unless that was allowed.</summary>
    public static async Task<PlaygroundServer> StartAsync(PlaygroundOptions? options = null, CancellationToken cancellationToken = default)
    {
        var server = new PlaygroundServer(options ?? new PlaygroundOptions());
        await server._app.StartAsync(cancellationToken).ConfigureAwait(false);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        // A held poll or an open page would keep the server waiting for its end.
        _webhooks.Dispose();
        _page?.Dispose();
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    private static WebApplication Build(PlaygroundOptions options, Endpoint endpoint)
    {
        var address = AddressOf(options);
        var guard = new Guard(options);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.Bounds.RequestBytes;
            // Whoever sends slowly is this very machine, busy with something else: no reason to cut it off.
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Listen(address, options.Url.Port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        var app = builder.Build();
        app.Use(next => context => guard.HandleAsync(context, next));
        app.Run(endpoint.HandleAsync);
        return app;
    }

    private static IPAddress AddressOf(PlaygroundOptions options)
    {
        var url = options.Url;
        if (url.Scheme != "http") throw new ArgumentException($"The playground speaks plain HTTP: {url}", nameof(options));
        if (url.Host == "localhost") return IPAddress.Loopback;
        var isNumber = IPAddress.TryParse(url.Host.Trim('[', ']'), out var address);
        if (isNumber && IPAddress.IsLoopback(address!)) return address!;
        if (!options.BeyondLoopback) throw new ArgumentException($"The playground listens on loopback only, not on {url.Host}", nameof(options));
        // What a name leads to from elsewhere is not known here.
        return isNumber ? address! : IPAddress.Any;
    }
}
