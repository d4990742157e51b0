using System.Globalization;
using Cica.Playground.BotApi;
using Cica.Playground.Faults;
using Cica.Playground.State;
using Microsoft.AspNetCore.Http;

namespace Cica.Playground.Http;

/// <summary>One request: /bot&lt;token&gt;/method, /file/bot&lt;token&gt;/path, or whatever the page answers.</summary>
internal sealed class Endpoint(World world, Dispatcher dispatcher, FaultDesk faults, CallLog log, RequestDelegate? page)
{
    private static readonly Refusal NotFound = new(404, "Not Found");

    public async Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        try
        {
            if (path.StartsWith("/bot", StringComparison.Ordinal)) await CallAsync(context, path).ConfigureAwait(false);
            else if (path.StartsWith("/file/bot", StringComparison.Ordinal)) await FileAsync(context, path["/file/bot".Length..]).ConfigureAwait(false);
            else if (page is not null) await page(context).ConfigureAwait(false);
            else await WriteAsync(context, Reply.Of(NotFound)).ConfigureAwait(false);
        }
        catch (Refusal refusal)
        {
            await WriteAsync(context, Reply.Of(refusal)).ConfigureAwait(false);
        }
        catch (BadHttpRequestException bad)
        {
            await WriteAsync(context, Reply.Of(bad.StatusCode == 413 ? new Refusal(413, "Request Entity Too Large") : Refusal.BadRequest("wrong request"))).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone; nobody waits for an answer.
        }
    }

    private async Task CallAsync(HttpContext context, string path)
    {
        var slash = path.IndexOf('/', "/bot".Length);
        if (slash < 0) throw NotFound;
        CheckToken(path["/bot".Length..slash]);
        var cancellationToken = context.RequestAborted;
        var began = TimeProvider.System.GetTimestamp();
        var call = await CallReader.ReadAsync(context.Request, path[(slash + 1)..], cancellationToken).ConfigureAwait(false);
        if (faults.For(call) is { } fault && await StrikeAsync(context, call, fault, began, cancellationToken).ConfigureAwait(false)) return;
        var reply = await dispatcher.RunAsync(call, cancellationToken).ConfigureAwait(false);
        Log(call, reply.Status, reply, began);
        await WriteAsync(context, reply).ConfigureAwait(false);
    }

    // True: the request is done with.
    private async Task<bool> StrikeAsync(HttpContext context, Call call, Fault fault, long began, CancellationToken cancellationToken)
    {
        switch (fault.Kind)
        {
            case FaultKind.Slow:
                await Task.Delay(fault.Delay, world.Clock, cancellationToken).ConfigureAwait(false);
                return false;
            case FaultKind.CutBefore:
                Log(call, 0, null, began);
                context.Abort();
                return true;
            case FaultKind.CutAfter:
                await dispatcher.RunAsync(call, cancellationToken).ConfigureAwait(false);
                Log(call, 0, null, began);
                context.Abort();
                return true;
            case FaultKind.ServerPage:
                Log(call, fault.Code, null, began);
                context.Response.StatusCode = fault.Code;
                context.Response.ContentType = "text/html";
                await context.Response.WriteAsync(fault.Text, cancellationToken).ConfigureAwait(false);
                return true;
            default:
                var refusal = fault.Kind == FaultKind.TooManyRequests ? Refusal.TooMany(fault.RetryAfter) : new Refusal(fault.Code, fault.Text);
                var reply = Reply.Of(refusal);
                Log(call, reply.Status, reply, began);
                await WriteAsync(context, reply).ConfigureAwait(false);
                return true;
        }
    }

    private async Task FileAsync(HttpContext context, string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0) throw NotFound;
        CheckToken(path[..slash]);
        StoredFile? file;
        lock (world.Gate) file = world.Files.At(path[(slash + 1)..]);
        if (file is null) throw NotFound;
        context.Response.ContentType = "application/octet-stream";
        context.Response.ContentLength = file.Content.Length;
        await context.Response.Body.WriteAsync(file.Content, context.RequestAborted).ConfigureAwait(false);
    }

    // Shape first, then whether it is ours (seen in the server's source, ClientManager::send).
    private void CheckToken(string token)
    {
        if (token == world.Options.Bot.Token) return;
        var colon = token.IndexOf(':', StringComparison.Ordinal);
        var isShaped = token.Length is > 0 and <= 80 && token[0] != '0' && colon > 0
                       && long.TryParse(token.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id < 1L << 54;
        throw new Refusal(401, isShaped ? "Unauthorized" : "Unauthorized: invalid token specified");
    }

    private void Log(Call call, int status, Reply? reply, long began) =>
        log.Add(new CallRecord(world.Clock.GetUtcNow(), call.Method, call.Parameters, status, reply?.Refusal, status == 200 ? call.Unread : []) { Took = TimeProvider.System.GetElapsedTime(began) });

    private static Task WriteAsync(HttpContext context, Reply reply)
    {
        if (context.Response.HasStarted) return Task.CompletedTask;
        var response = context.Response;
        response.StatusCode = reply.Status;
        response.ContentType = "application/json";
        response.ContentLength = reply.Body.Length;
        if (reply.RetryAfter is { } seconds) response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return response.Body.WriteAsync(reply.Body, CancellationToken.None).AsTask();
    }
}
