using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Telegram.Bot.Requests.Abstractions;

namespace Cica.Bot.Telegram.BotApi;

/// <summary>A call as its body will be sent: what was kept over a restart, or a body changed after a refusal.</summary>
/// <param name="method">The method of the Bot API.</param>
/// <param name="contentType">The content type of the body.</param>
/// <param name="body">The body.</param>
internal sealed class BodyCall(string method, string contentType, byte[] body) : IRequest
{
    private const string Json = "application/json";

    public HttpMethod HttpMethod => HttpMethod.Post;

    public string MethodName => method;

    public string ContentType => contentType;

    public byte[] Body => body;

    public bool IsWebhookResponse { get; set; }

    public HttpContent ToHttpContent()
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return content;
    }

    /// <summary>The body of any call.</summary>
    public static async Task<BodyCall> OfAsync(IRequest call, CancellationToken cancel)
    {
        if (call is BodyCall already) return already;
        using var content = call.ToHttpContent();
        return content is null
            ? new BodyCall(call.MethodName, Json, "{}"u8.ToArray())
            : new BodyCall(call.MethodName, content.Headers.ContentType?.ToString() ?? Json, await content.ReadAsByteArrayAsync(cancel));
    }

    /// <summary>The same message as plain text, or null where the body holds none.</summary>
    public BodyCall? InPlainText(string plain) => Changed(fields =>
    {
        var name = fields.ContainsKey("text") ? "text" : fields.ContainsKey("caption") ? "caption" : null;
        if (name is null) return false;
        fields[name] = plain;
        fields.Remove("parse_mode");
        fields.Remove(name == "text" ? "entities" : "caption_entities");
        return true;
    });

    /// <summary>The same call to another chat, or null where the body names none.</summary>
    public BodyCall? To(long chat) => Changed(fields =>
    {
        // A menu of commands names its chat in its scope.
        var named = fields.ContainsKey("chat_id") ? fields : fields["scope"] as JsonObject;
        if (named?.ContainsKey("chat_id") is not true) return false;
        named["chat_id"] = chat;
        // Message ids of the old group mean nothing in the new one.
        fields.Remove("reply_parameters");
        return true;
    });

    private BodyCall? Changed(Func<JsonObject, bool> change)
    {
        if (!contentType.StartsWith(Json, StringComparison.OrdinalIgnoreCase)) return null;
        var fields = JsonNode.Parse(body)?.AsObject();
        return fields is not null && change(fields) ? new BodyCall(method, contentType, JsonSerializer.SerializeToUtf8Bytes(fields)) : null;
    }
}
