using System.Net;
using System.Net.Sockets;

namespace Cica.Bot.EndToEnd.Tests.Support;

internal static class Ports
{
    /// <summary>An address on this machine nobody listens on.</summary>
    public static Uri Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
