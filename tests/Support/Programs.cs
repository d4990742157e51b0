using System.Diagnostics;

namespace Cica.Tests.Support;

/// <summary>
/// Programs that are started. From its fork until it has become the program, a child holds open whatever this process had open: an address that
/// was listened on and has been left is not free as long.
/// </summary>
internal static class Programs
{
    private static readonly SemaphoreSlim One = new(1, 1);

    /// <summary>Starts one.</summary>
    public static Process Start(ProcessStartInfo start)
    {
        One.Wait();
        try
        {
            return Process.Start(start)!;
        }
        finally
        {
            One.Release();
        }
    }

    /// <summary>Does what starts one.</summary>
    public static async Task<T> StartAsync<T>(Func<Task<T>> start)
    {
        await One.WaitAsync();
        try
        {
            return await start();
        }
        finally
        {
            One.Release();
        }
    }

    /// <summary>Ends when none is just being started: to be waited for before listening again where this process has listened before.</summary>
    public static async Task StartedAsync()
    {
        await One.WaitAsync();
        One.Release();
    }
}
