using System.Globalization;
using System.Text.Json;

namespace Cica.Playground.BotApi;

/// <summary>Fields read as leniently as the server reads them: a number may come as text and the other way round.</summary>
internal static class JsonReading
{
    public static string? Text(this JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            }
            : null;

    public static long? Number(this JsonElement item, string name) =>
        long.TryParse(item.Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static bool? Flag(this JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                JsonValueKind.String => IsTrue(value.GetString()!),
                _ => null,
            }
            : null;

    public static JsonElement? Object(this JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    /// <summary>"true", "yes" and "1" are true, all else is false (seen in the server's source, to_bool).</summary>
    public static bool IsTrue(string value) => value.Trim().ToLowerInvariant() is "true" or "yes" or "1";
}
