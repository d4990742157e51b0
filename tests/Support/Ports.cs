using System.Net.NetworkInformation;

namespace Cica.Tests.Support;

/// <summary>Addresses on this machine.</summary>
internal static class Ports
{
    // Below those the system gives to connections and to whoever listens on any port (from 32768 on, on Linux): nobody else comes upon one of
    // these between its choice and its use, nor while a test that listened on it does not.
    private const int First = 20_000;
    private const int Count = 10_000;
    private static int last = Random.Shared.Next(Count);

    /// <summary>An address nobody listens on; none is given twice.</summary>
    public static Uri Free()
    {
        while (true)
        {
            var port = First + (Interlocked.Increment(ref last) % Count);
            // Looked up, not tried: a program that is just being started would keep what was tried from being free for a moment more.
            if (IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().All(l => l.Port != port)) return new Uri($"http://127.0.0.1:{port}");
        }
    }
}
