using System.Text;

namespace Cica.Bot.Telegram.Rendering;

/// <summary>
/// Telegram's HTML (core.telegram.org/bots/api#html-style): four characters are escaped, and what is no text at all (half a
/// surrogate pair, a control character) is left out, since one of them would make Telegram refuse the whole message.
/// </summary>
internal static class Html
{
    /// <summary>Appends a text escaped.</summary>
    public static void Escape(StringBuilder html, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var unit = text[i];
            switch (unit)
            {
                case '&':
                    html.Append("&amp;");
                    break;
                case '<':
                    html.Append("&lt;");
                    break;
                case '>':
                    html.Append("&gt;");
                    break;
                case '"':
                    html.Append("&quot;");
                    break;
                default:
                    if (char.IsHighSurrogate(unit) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                        html.Append(unit).Append(text[++i]);
                    else if (!char.IsSurrogate(unit) && (unit == '\n' || !char.IsControl(unit)))
                        html.Append(unit);
                    break;
            }
        }
    }

    /// <summary>Lines as HTML.</summary>
    public static string Of(IReadOnlyList<TextLine> lines)
    {
        var html = new StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0)
                html.Append('\n');
            lines[i].WriteHtml(html);
        }
        return html.ToString();
    }

    /// <summary>Lines without markup, for where Telegram refuses it.</summary>
    public static string Plain(IReadOnlyList<TextLine> lines) => string.Join('\n', lines.Select(l => l.Text));
}
