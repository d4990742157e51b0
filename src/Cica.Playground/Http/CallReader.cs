using System.Text.Json;
using Cica.Playground.BotApi;
using Microsoft.AspNetCore.Http;

namespace Cica.Playground.Http;

/// <summary>Reads a call's parameters from the address, a form, multipart or JSON (core.telegram.org/bots/api#making-requests).</summary>
internal static class CallReader
{
    public static async ValueTask<Call> ReadAsync(HttpRequest request, string method, CancellationToken cancellationToken)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        Dictionary<string, UploadedFile>? files = null;
        foreach (var (name, value) in request.Query) parameters[name] = value.ToString();
        if (request.HasJsonContentType())
        {
            try
            {
                using var body = await JsonDocument.ParseAsync(request.Body, default, cancellationToken).ConfigureAwait(false);
                if (body.RootElement.ValueKind != JsonValueKind.Object) throw new JsonException();
                foreach (var (name, value) in Flatten(body.RootElement)) parameters[name] = value;
            }
            catch (JsonException)
            {
                // An empty body counts as no parameters; anything else that is no object is refused.
                if (request.ContentLength is not (null or 0)) throw Refusal.BadRequest("can't parse JSON object");
            }
        }
        else if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(cancellationToken).ConfigureAwait(false);
            foreach (var (name, value) in form) parameters[name] = value.ToString();
            files = await ReadFilesAsync(form.Files, cancellationToken).ConfigureAwait(false);
        }
        return new Call(method, parameters, files);
    }

    /// <summary>The fields of a JSON object as text; nested ones stay JSON. Null is absent.</summary>
    public static Dictionary<string, string> Flatten(JsonElement json)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in json.EnumerateObject())
        {
            if (field.Value.ValueKind == JsonValueKind.Null) continue;
            parameters[field.Name] = field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString()! : field.Value.GetRawText();
        }
        return parameters;
    }

    private static async Task<Dictionary<string, UploadedFile>> ReadFilesAsync(IFormFileCollection uploads, CancellationToken cancellationToken)
    {
        var files = new Dictionary<string, UploadedFile>(StringComparer.Ordinal);
        foreach (var upload in uploads)
        {
            using var content = new MemoryStream((int)upload.Length);
            await upload.CopyToAsync(content, cancellationToken).ConfigureAwait(false);
            files[upload.Name] = new UploadedFile(upload.FileName, content.ToArray());
        }
        return files;
    }
}
