using System.Globalization;

namespace Cica.Playground.Formatting;

/// <summary>Which addresses a text link or a button may carry (seen in the server's source, LinkManager).</summary>
internal static class Links
{
    /// <summary>The id in tg://user?id=…, which makes a mention of a link.</summary>
    public static long? UserId(string url)
    {
        const string Prefix = "tg://user?id=";
        return url.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
               && long.TryParse(url.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
    }

    /// <summary>The address completed as Telegram completes it, or null where it drops the link and keeps the words.</summary>
    public static string? Checked(string url)
    {
        url = url.Trim();
        if (url.Length == 0 || url.Contains(' ', StringComparison.Ordinal)) return null;
        if (url.StartsWith("tg:", StringComparison.OrdinalIgnoreCase) || url.StartsWith("ton:", StringComparison.OrdinalIgnoreCase)) return url;
        var full = url.Contains("://", StringComparison.Ordinal) ? url : "http://" + url;
        if (!Uri.TryCreate(full, UriKind.Absolute, out var uri)) return null;
        if (uri.Scheme is not ("http" or "https" or "ftp" or "tonsite")) return null;
        var host = uri.Host;
        if (host != "localhost" && !host.Contains('.', StringComparison.Ordinal) && uri.HostNameType != UriHostNameType.IPv6) return null;
        // The server adds the slash of an empty path and lowers scheme and host; the rest stays as written.
        return uri.PathAndQuery == "/" && uri.Fragment.Length == 0 && !full.EndsWith('/') ? full + "/" : full;
    }
}
