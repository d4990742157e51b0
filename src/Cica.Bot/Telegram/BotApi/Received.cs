using System.Text.Json;
using System.Text.Json.Serialization;
using Telegram.Bot;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace Cica.Bot.Telegram.BotApi;

/// <summary>
/// One update as it came in, not read yet: while some are open, asking brings them again and again, and those need not be read. Each
/// is read by itself: one that the client library cannot read (a value newer than it) does not take the others of its batch with
/// it, as it would in the library's own <c>GetUpdates</c>.
/// </summary>
/// <param name="Id">The update's id; 0 where it has none.</param>
/// <param name="Json">The update.</param>
[JsonConverter(typeof(Converter))]
internal sealed record Received(long Id, JsonElement Json)
{
    /// <summary>The update, or why it could not be read.</summary>
    public (Update? Update, string? Problem) Read()
    {
        try
        {
            return (Json.Deserialize<Update>(JsonBotAPI.Options), null);
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException or ArgumentException or InvalidOperationException or OverflowException or NotSupportedException)
        {
            return (null, unreadable.Message);
        }
    }

    internal sealed class Converter : JsonConverter<Received>
    {
        public override Received Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("an update is an object");
            var json = JsonElement.ParseValue(ref reader);
            return new Received(json.TryGetProperty("update_id"u8, out var id) && id.ValueKind == JsonValueKind.Number && id.TryGetInt64(out var number) ? number : 0, json);
        }

        public override void Write(Utf8JsonWriter writer, Received value, JsonSerializerOptions options) => throw new NotSupportedException("updates are only read");
    }
}

/// <summary>getUpdates, each update read by itself.</summary>
internal sealed class GetReceivedRequest() : RequestBase<Received[]>("getUpdates")
{
    /// <summary>Everything below is confirmed.</summary>
    public long Offset { get; init; }

    /// <summary>1-100.</summary>
    public int Limit { get; init; } = 100;

    /// <summary>Seconds to wait if there is nothing; 50 at most.</summary>
    public int Timeout { get; init; }

    /// <summary>The kinds wanted; remembered by Telegram from call to call.</summary>
    public IReadOnlyList<string>? AllowedUpdates { get; init; }
}
