using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cica.Bot.Operations;

/// <summary>A small HTTP listener of our own: nothing in it but what is put in, and no logs of its own, as addresses may hold secrets.</summary>
internal static class Listener
{
    /// <summary>Listens on this address once started; bodies up to so many bytes; when it stops, what is in hand may take this long.</summary>
    public static WebApplication Build(Uri address, long mostBytes, TimeSpan stopTime)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = stopTime);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = mostBytes;
            void Plain(ListenOptions listen) => listen.Protocols = HttpProtocols.Http1;
            if (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip)) kestrel.Listen(ip, address.Port, Plain);
            else if (address.Host == "localhost") kestrel.ListenLocalhost(address.Port, Plain);
            else kestrel.ListenAnyIP(address.Port, Plain);
        });
        return builder.Build();
    }
}
