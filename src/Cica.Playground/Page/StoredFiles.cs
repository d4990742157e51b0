using Cica.Playground.BotApi;
using Cica.Playground.State;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Cica.Playground.Page;

/// <summary>A file out of a chat, by its file_id: a picture is shown, anything else only kept. Nothing in it may run.</summary>
internal static class StoredFiles
{
    public static async Task ServeAsync(HttpContext context, World world, string id, CancellationToken cancellationToken)
    {
        StoredFile? file;
        lock (world.Gate) file = world.Files.Find(id);
        var response = context.Response;
        if (file is null || !HttpMethods.IsGet(context.Request.Method))
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.CacheControl = "private, max-age=3600";
        response.ContentType = TypeOf(file.Content);
        if (response.ContentType == "application/octet-stream")
        {
            var disposition = new ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName(file.Name);
            response.Headers.ContentDisposition = disposition.ToString();
        }
        response.ContentLength = file.Content.Length;
        await response.Body.WriteAsync(file.Content, cancellationToken).ConfigureAwait(false);
    }

    // By the bytes, never by the name: a picture cannot be a page.
    private static string TypeOf(byte[] content) => ImageSize.Of(content) is null ? "application/octet-stream" : content[0] switch
    {
        0x89 => "image/png",
        0xFF => "image/jpeg",
        _ => "image/gif",
    };
}
