using System.Globalization;

namespace Cica.Playground.Formatting;

/// <summary>
/// Character references: &amp;lt; &amp;gt; &amp;amp; &amp;quot; and numeric ones (core.telegram.org/bots/api#html-style); any other stays as it is written.
/// A missing semicolon is forgiven (seen in the server's source, decode_html_entity).
/// </summary>
internal static class HtmlEntityReader
{
    public static bool TryRead(string source, ref int at, out string decoded)
    {
        var end = at + 1;
        decoded = "";
        if (end < source.Length && source[end] == '#')
        {
            if (!TryReadNumber(source, at, ref end, out decoded)) return false;
        }
        else
        {
            while (end < source.Length && char.IsAsciiLetter(source[end])) end++;
            decoded = source[(at + 1)..end] switch { "lt" => "<", "gt" => ">", "amp" => "&", "quot" => "\"", _ => "" };
            if (decoded.Length == 0) return false;
        }

        at = end < source.Length && source[end] == ';' ? end + 1 : end;
        return true;
    }

    private static bool TryReadNumber(string source, int at, ref int end, out string decoded)
    {
        decoded = "";
        end++;
        var hex = end < source.Length && source[end] == 'x';
        if (hex) end++;
        var start = end;
        while (end < source.Length && (hex ? char.IsAsciiHexDigit(source[end]) : char.IsAsciiDigit(source[end]))) end++;
        if (end - at >= 10 || end == start) return false;
        var code = int.Parse(source.AsSpan(start, end - start), hex ? NumberStyles.HexNumber : NumberStyles.None, CultureInfo.InvariantCulture);
        if (code is 0 or >= 0x10ffff) return false;
        decoded = code is >= 0xd800 and <= 0xdfff ? ((char)code).ToString() : char.ConvertFromUtf32(code);
        return true;
    }
}
