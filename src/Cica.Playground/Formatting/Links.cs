using System.Globalization;
using System.Text;

namespace Cica.Playground.Formatting;

/// <summary>Which addresses a text link or a button may carry, and how they are completed (seen in its client library's source, check_link and parse_url).</summary>
internal static class Links
{
    private const string AllowedInHost = ".-_!$,~*'();&+=";

    /// <summary>The id in tg://user?id=…, which makes a mention of a link.</summary>
    public static long? UserId(string url)
    {
        const string Prefix = "tg://user?id=";
        return url.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
               && long.TryParse(url.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
    }

    /// <summary>The address completed as Telegram completes it, or null where it drops the link and keeps the words.</summary>
    public static string? Checked(string url) => Check(url).Url;

    /// <summary>The address completed, or what is wrong with it in the server's words.</summary>
    public static (string? Url, string? Wrong) Check(string url)
    {
        foreach (var scheme in (string[])["tg", "ton", "tonsite"])
            if (url.StartsWith(scheme + ":", StringComparison.OrdinalIgnoreCase)) return CheckApp(scheme, url[(scheme.Length + 1)..]);
        var (rest, secure) = (url, false);
        var colon = url.IndexOf("://", StringComparison.Ordinal);
        if (colon >= 0 && url.IndexOfAny([':', '/', '?', '#', '@', '[', ']']) == colon)
        {
            var scheme = url[..colon].ToLowerInvariant();
            if (scheme is not ("http" or "https")) return (null, "Unsupported URL protocol");
            (rest, secure) = (url[(colon + 3)..], scheme == "https");
        }
        var (authority, query) = Split(rest);
        var host = authority[(authority.LastIndexOf('@') + 1)..].ToLowerInvariant();
        var (name, port, isPort) = SplitPort(host);
        if (!isPort) return (null, "Wrong port number specified in the URL");
        if (name.Length == 0) return (null, "URL host is empty");
        if (name == ".") return (null, "Host is invalid");
        var isIpv6 = name[0] == '[' && name[^1] == ']';
        if (!isIpv6 && !name.All(IsAllowed)) return (null, "Disallowed character in URL host");
        if (!isIpv6 && !name.Contains('.', StringComparison.Ordinal)) return (null, "Wrong HTTP URL");
        var user = authority[..(authority.LastIndexOf('@') + 1)];
        return ($"http{(secure ? "s" : "")}://{user}{name}{port}{query}", null);
    }

    private static (string? Url, string? Wrong) CheckApp(string scheme, string rest)
    {
        if (rest.StartsWith("//", StringComparison.Ordinal)) rest = rest[2..];
        var (host, query) = Split(rest);
        if (host.Length == 0) return (null, "URL host is empty");
        if (!host.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' || (c == '.' && scheme == "tonsite"))) return (null, "Unallowed characters in URL host");
        return ($"{scheme}://{host.ToLowerInvariant()}{(query.StartsWith("/?", StringComparison.Ordinal) ? query[1..] : query)}", null);
    }

    // The path begins with a slash whether written or not; blanks in it are encoded.
    private static (string Authority, string Query) Split(string rest)
    {
        var end = rest.IndexOfAny(['/', '?', '#']);
        if (end < 0) return (rest, "/");
        var query = new StringBuilder(rest[end] == '/' ? "" : "/");
        foreach (var c in rest[end..].TrimEnd())
        {
            if (c <= ' ') query.Append('%').Append(((int)c).ToString("X2", CultureInfo.InvariantCulture));
            else query.Append(c);
        }
        return (rest[..end], query.ToString());
    }

    private static (string Host, string Port, bool IsRight) SplitPort(string host)
    {
        var colon = host.LastIndexOf(':');
        if (colon <= 0 || host.IndexOf(']', colon) >= 0) return (host, "", true);
        var isRight = int.TryParse(host.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535;
        return (host[..colon], isRight ? string.Create(CultureInfo.InvariantCulture, $":{port}") : "", isRight);
    }

    private static bool IsAllowed(char c) => char.IsAsciiLetterOrDigit(c) || c >= 128 || c == '%' || AllowedInHost.Contains(c, StringComparison.Ordinal);
}
