using System.Text.Json;

namespace Cica.Playground.BotApi;

/// <summary>A call given as the answer to a delivery; get…, setWebhook, deleteWebhook, close and logOut are passed over (seen in the server's source, WebhookActor).</summary>
internal static class WebhookReply
{
    public static async Task<Call?> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentType?.MediaType != "application/json") return null;
        try
        {
            using var body = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
            var method = body.RootElement.Text("method")?.ToLowerInvariant();
            if (string.IsNullOrEmpty(method) || method is "deletewebhook" or "setwebhook" or "close" or "logout" || method.StartsWith("get", StringComparison.Ordinal)) return null;
            return new Call(method, Http.CallReader.Flatten(body.RootElement));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
