using System.Diagnostics;
using Cica.Bot.Operations;

namespace Cica.Bot.KillTarget;

/// <summary>Lets the process die at a marked point, as by kill -9.</summary>
internal sealed class KillAt(Waypoint at, int times) : IWaypoints
{
    private int passed;

    public void Pass(Waypoint point)
    {
        if (point == at && Interlocked.Increment(ref passed) == times) Process.GetCurrentProcess().Kill();
    }
}

/// <summary>Is killed from outside.</summary>
internal sealed class Unharmed : IWaypoints
{
    public void Pass(Waypoint point)
    {
    }
}
