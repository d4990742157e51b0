using System.Buffers;
using System.Globalization;
using Cica.Playground.State;

namespace Cica.Playground.BotApi;

/// <summary>Writes an update around the JSON it was kept as.</summary>
internal static class UpdateWriting
{
    public static void Write(IBufferWriter<byte> buffer, PendingUpdate update)
    {
        buffer.Write(System.Text.Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"update_id\":{update.Id},\"{update.Type}\":")));
        buffer.Write(update.Json);
        buffer.Write("}"u8);
    }
}
