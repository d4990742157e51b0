using System.Net;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Cica.Playground.Tests.Conformance;

/// <summary>The other end of a webhook: takes deliveries, the first so many with a 500.</summary>
internal sealed class WebhookInbox : IAsyncDisposable
{
    private readonly Channel<JsonObject> _came = Channel.CreateUnbounded<JsonObject>();
    private readonly WebApplication _app;
    private int _failures;

    private WebhookInbox(int failures)
    {
        _failures = failures;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(TakeAsync);
    }

    public Uri Url => new(_app.Urls.First() + "/hook");

    /// <summary>What the bot answers to a delivery; by default nothing.</summary>
    public Func<JsonNode, string?> Answer { get; set; } = _ => null;

    public static async Task<WebhookInbox> StartAsync(int failures = 0)
    {
        var inbox = new WebhookInbox(failures);
        await inbox._app.StartAsync();
        return inbox;
    }

    public async Task<JsonObject> NextAsync()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60), TimeProvider.System);
        return await _came.Reader.ReadAsync(deadline.Token);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        var update = (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!;
        var fails = Interlocked.Decrement(ref _failures) >= 0;
        context.Response.StatusCode = fails ? 500 : 200;
        if (!fails && Answer(update) is { } answer)
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(answer, context.RequestAborted);
        }
        await _came.Writer.WriteAsync(new JsonObject
        {
            ["secret"] = context.Request.Headers["X-Telegram-Bot-Api-Secret-Token"].ToString(),
            ["refused"] = fails,
            ["update"] = update.DeepClone(),
        });
    }
}
