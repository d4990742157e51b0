using System.Globalization;
using System.Text.Json;

namespace Cica.Playground.BotApi;

/// <summary>
/// One call with its parameters as the server holds them, all as text: a JSON body's objects are kept as JSON text, so JSON,
/// form and multipart come out the same (core.telegram.org/bots/api#making-requests). Remembers what was asked for, so that
/// a parameter nobody read can be told.
/// </summary>
internal sealed class Call(string method, Dictionary<string, string> parameters, Dictionary<string, UploadedFile>? files = null)
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    public string Method { get; } = method;
    public IReadOnlyDictionary<string, string> Parameters => parameters;
    public IReadOnlyList<string> Unread => [.. parameters.Keys.Where(k => !_read.Contains(k)).Order(StringComparer.Ordinal)];

    public string? Text(string name)
    {
        _read.Add(name);
        return parameters.GetValueOrDefault(name);
    }

    /// <summary>A whole number; what is none counts as 0, what is out of range as the nearest end (seen in the server's source, get_integer_arg).</summary>
    public int Integer(string name, int ifAbsent, int min = int.MinValue, int max = int.MaxValue)
    {
        var text = Text(name);
        if (string.IsNullOrEmpty(text)) return ifAbsent;
        return (int)Math.Clamp(Number(text), min, max);
    }

    public long Long(string name) => Number(Text(name));

    public bool Flag(string name) => Text(name) is { } text && JsonReading.IsTrue(text);

    /// <summary>A parameter that holds JSON; null if absent.</summary>
    public JsonElement? Json(string name, string ifBroken)
    {
        var text = Text(name);
        if (string.IsNullOrEmpty(text)) return null;
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw Refusal.BadRequest(ifBroken);
        }
    }

    public UploadedFile? File(string name) => files?.GetValueOrDefault(name);

    private static long Number(string? text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? number : 0;
}

/// <summary>A file that came in a multipart request.</summary>
internal sealed record UploadedFile(string Name, byte[] Content);
