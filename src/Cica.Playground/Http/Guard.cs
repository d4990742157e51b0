using System.Net;
using Microsoft.AspNetCore.Http;

namespace Cica.Playground.Http;

/// <summary>
/// Keeps foreign pages out of a server on the person's own machine. A Host that is not ours would be DNS rebinding
/// (RFC 9110, 7.2 and 17.1), an Origin or Sec-Fetch-Site that is not ours a page of somebody else (fetch.spec.whatwg.org,
/// w3.org/TR/fetch-metadata). Clients that are no browsers send neither.
/// </summary>
internal sealed class Guard(PlaygroundOptions options)
{
    public Task HandleAsync(HttpContext context, RequestDelegate next)
    {
        if (IsOurs(context.Request)) return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync("Foreign Host or Origin.\n", context.RequestAborted);
    }

    private bool IsOurs(HttpRequest request) => IsOurHost(request.Host) && IsOurOrigin(request) && IsOurSite(request);

    private bool IsOurHost(HostString host)
    {
        var name = host.Host;
        if (name.Equals("localhost", StringComparison.OrdinalIgnoreCase)) return true;
        // A rebound name is a name: somebody who listens beyond loopback may be asked for by any number.
        if (IPAddress.TryParse(name.Trim('[', ']'), out var address)) return IPAddress.IsLoopback(address) || options.BeyondLoopback;
        return options.Chat is { } chat && chat.Hosts.Contains(name, StringComparer.OrdinalIgnoreCase);
    }

    private static bool IsOurOrigin(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
               || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
                   && uri.Authority.Equals(new Uri($"{uri.Scheme}://{request.Host.Value}").Authority, StringComparison.OrdinalIgnoreCase));
    }

    // A link elsewhere may lead here; nothing else there may ask. Other ports of the same name count as foreign.
    private static bool IsOurSite(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        return site is "" or "same-origin" or "none" || (HttpMethods.IsGet(request.Method) && request.Headers["Sec-Fetch-Mode"] == "navigate" && request.Path == "/");
    }
}
