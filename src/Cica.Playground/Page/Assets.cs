using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Cica.Playground.Page;

/// <summary>The page's own files, out of this assembly. The browser asks each time whether its copy still holds.</summary>
internal sealed class Assets
{
    private const string Prefix = "page/";

    private readonly FrozenDictionary<string, Asset> _byPath = Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
        .ToFrozenDictionary(n => "/" + n[Prefix.Length..].Replace('\\', '/'), Load, StringComparer.Ordinal);

    public async Task ServeAsync(HttpContext context, string path, CancellationToken cancellationToken)
    {
        var response = context.Response;
        if (!_byPath.TryGetValue(path == "/" ? "/index.html" : path, out var asset))
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        response.Headers.CacheControl = "no-cache";
        response.Headers.ETag = asset.Tag;
        if (context.Request.Headers.IfNoneMatch == asset.Tag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.ContentType = asset.Type;
        response.ContentLength = asset.Content.Length;
        if (HttpMethods.IsGet(context.Request.Method)) await response.Body.WriteAsync(asset.Content, cancellationToken).ConfigureAwait(false);
    }

    private static Asset Load(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        var type = Path.GetExtension(name) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".json" => "application/json",
            ".svg" => "image/svg+xml",
            var other => throw new InvalidOperationException($"The page has no type for {other}."),
        };
        return new Asset(content, type, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 8))}\"").ToString());
    }

    private sealed record Asset(byte[] Content, string Type, string Tag);
}
