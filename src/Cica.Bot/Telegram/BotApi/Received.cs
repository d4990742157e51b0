using System.Text.Json;
using System.Text.Json.Serialization;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace Cica.Bot.Telegram.BotApi;

/// <summary>
/// One update as it came in, read by itself: one that the client library cannot read (a value newer than it) does not take the
/// others of its batch with it, as it would in the library's own <c>GetUpdates</c>.
/// </summary>
/// <param name="Id">The update's id.</param>
/// <param name="Update">The update; null if it could not be read.</param>
/// <param name="Problem">Why it could not be read.</param>
[JsonConverter(typeof(Converter))]
internal sealed record Received(long Id, Update? Update, string? Problem)
{
    internal sealed class Converter : JsonConverter<Received>
    {
        public override Received Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var start = reader;
            try
            {
                var update = JsonSerializer.Deserialize<Update>(ref reader, options) ?? throw new JsonException("no update");
                return new Received(update.Id, update, null);
            }
            catch (Exception unreadable) when (unreadable is JsonException or FormatException or ArgumentException or InvalidOperationException or OverflowException or NotSupportedException)
            {
                reader = start;
                return new Received(IdOf(ref reader), null, unreadable.Message);
            }
        }

        public override void Write(Utf8JsonWriter writer, Received value, JsonSerializerOptions options) => throw new NotSupportedException("updates are only read");

        private static long IdOf(ref Utf8JsonReader reader)
        {
            if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("an update is an object");
            long id = 0;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isId = reader.ValueTextEquals("update_id"u8);
                reader.Read();
                if (isId) id = reader.GetInt64();
                else reader.Skip();
            }
            return id;
        }
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
