using System.Globalization;
using Cica.Playground.State;

namespace Cica.Playground.BotApi;

/// <summary>Names for messages sent inline.</summary>
internal static class InlineSending
{
    public static string NewId(World world) =>
        "AQAAA" + Convert.ToHexString(System.Text.Encoding.ASCII.GetBytes(long.Parse(world.NextQueryId(), CultureInfo.InvariantCulture).ToString("x", CultureInfo.InvariantCulture)));
}
