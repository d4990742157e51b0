using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cica.Bot.Telegram.BotApi;

/// <summary>What is needed of the answer to a call: for a message sent or edited, its id. The rest of the message is ours and known.</summary>
/// <param name="MessageId">The message's id; null where the call returns something else.</param>
[JsonConverter(typeof(Converter))]
internal sealed record CallResult(int? MessageId)
{
    private static readonly CallResult Nothing = new((int?)null);

    internal sealed class Converter : JsonConverter<CallResult>
    {
        public override CallResult Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                return Nothing;
            }
            int? id = null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isId = reader.ValueTextEquals("message_id"u8);
                reader.Read();
                if (isId && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number)) id = number;
                else reader.Skip();
            }
            return id is null ? Nothing : new CallResult(id);
        }

        public override void Write(Utf8JsonWriter writer, CallResult value, JsonSerializerOptions options) => throw new NotSupportedException("results are only read");
    }
}
