using System.Globalization;
using System.Text;
using Cica.Playground.BotApi;
using Cica.Playground.Wire;

namespace Cica.Playground.Formatting;

/// <summary>
/// Telegram's HTML style (core.telegram.org/bots/api#html-style) read as its server reads it: a hand-written scan, not a
/// browser's. Errors carry the server's words and byte offsets (seen in its source, parse_html).
/// </summary>
internal sealed class HtmlParser
{
    private static readonly HashSet<string> KnownTags = new(StringComparer.Ordinal)
    {
        "a", "b", "strong", "i", "em", "s", "strike", "del", "u", "ins", "tg-spoiler", "tg-emoji", "tg-time", "span", "pre", "code", "blockquote",
    };

    private readonly string _source;
    private readonly StringBuilder _text;
    private readonly List<WireEntity> _entities = [];
    private readonly Stack<HtmlTag> _open = new();
    private int _at;

    private HtmlParser(string source)
    {
        _source = source;
        _text = new StringBuilder(source.Length);
    }

    public static (string Text, List<WireEntity> Entities) Parse(string source) => new HtmlParser(source).Run();

    private (string, List<WireEntity>) Run()
    {
        while (_at < _source.Length)
        {
            var c = _source[_at];
            if (c == '&' && HtmlEntityReader.TryRead(_source, ref _at, out var decoded))
                _text.Append(decoded);
            else if (c != '<')
            {
                _text.Append(c);
                _at++;
            }
            else if (Peek(_at + 1) == '/')
                CloseTag();
            else
                OpenTag();
        }

        if (_open.TryPeek(out var left))
            throw Error($"Can't find end tag corresponding to start tag \"{left.Name}\"");
        var text = _text.ToString();
        if (HasLoneSurrogate(text))
            throw Error("Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units");
        return (text, _entities);
    }

    private void OpenTag()
    {
        var begin = _at++;
        while (!IsSpace(Peek(_at)) && Peek(_at) != '>') _at++;
        if (AtEnd) throw Error($"Unclosed start tag at byte offset {Bytes(begin)}");
        var name = _source[(begin + 1).._at].ToLowerInvariant();
        if (!KnownTags.Contains(name)) throw Error($"Unsupported start tag \"{name}\" at byte offset {Bytes(begin)}");

        var tag = new HtmlTag(name, _text.Length);
        while (Peek(_at) != '>')
        {
            SkipSpace();
            if (Peek(_at) == '>') break;
            ReadAttribute(tag, begin);
        }
        _at++;
        if (name == "span" && tag.Argument != "spoiler")
            throw Error($"Tag \"span\" must have class \"tg-spoiler\" at byte offset {Bytes(begin)}");
        _open.Push(tag);
    }

    private void ReadAttribute(HtmlTag tag, int begin)
    {
        var start = _at;
        while (!IsSpace(Peek(_at)) && Peek(_at) is not ('=' or '>' or '/' or '"' or '\'')) _at++;
        var name = _source[start.._at];
        if (name.Length == 0) throw Error($"Empty attribute name in the tag \"{tag.Name}\" at byte offset {Bytes(begin)}");
        SkipSpace();
        if (Peek(_at) != '=' || AtEnd)
        {
            if (AtEnd) throw Error($"Unclosed start tag \"{tag.Name}\" at byte offset {Bytes(begin)}");
            if (tag.Name == "blockquote" && name == "expandable") tag.Argument = "1";
            return;
        }
        _at++;
        SkipSpace();
        if (AtEnd) throw Error($"Unclosed start tag \"{tag.Name}\" at byte offset {Bytes(begin)}");
        var value = Peek(_at) is '"' or '\'' ? ReadQuoted() : ReadNameToken();
        if (AtEnd) throw Error($"Unclosed start tag at byte offset {Bytes(begin)}");
        tag.Take(name, value);
    }

    private string ReadNameToken()
    {
        var start = _at;
        while (char.IsAsciiLetterOrDigit(Peek(_at)) || Peek(_at) is '.' or '-') _at++;
        if (!IsSpace(Peek(_at)) && Peek(_at) != '>') throw Error($"Unexpected end of name token at byte offset {Bytes(start)}");
        return _source[start.._at].ToLowerInvariant();
    }

    private string ReadQuoted()
    {
        var quote = _source[_at++];
        var value = new StringBuilder();
        while (!AtEnd && _source[_at] != quote)
        {
            if (_source[_at] == '&' && HtmlEntityReader.TryRead(_source, ref _at, out var decoded)) value.Append(decoded);
            else value.Append(_source[_at++]);
        }
        if (!AtEnd) _at++;
        return value.ToString();
    }

    private void CloseTag()
    {
        var begin = _at;
        if (_open.Count == 0) throw Error($"Unexpected end tag at byte offset {Bytes(begin)}");
        while (!IsSpace(Peek(_at)) && Peek(_at) != '>') _at++;
        var name = _source[(begin + 2)..Math.Min(_at, _source.Length)].ToLowerInvariant();
        SkipSpace();
        if (AtEnd || _source[_at] != '>') throw Error($"Unclosed end tag at byte offset {Bytes(begin)}");
        _at++;
        var tag = _open.Pop();
        if (name.Length > 0 && name != tag.Name)
            throw Error($"Unmatched end tag at byte offset {Bytes(begin)}, expected \"</{tag.Name}>\", found \"</{name}>\"");
        if (_text.Length > tag.Offset) tag.Emit(_entities, _text);
    }

    private bool AtEnd => _at >= _source.Length;

    // The server's text ends in a NUL, which its scan takes for a space.
    private char Peek(int index) => index < _source.Length ? _source[index] : '\0';

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\r' or '\n' or '\v' or '\0';

    private void SkipSpace()
    {
        while (!AtEnd && IsSpace(_source[_at])) _at++;
    }

    private string Bytes(int index) => Encoding.UTF8.GetByteCount(_source.AsSpan(0, index)).ToString(CultureInfo.InvariantCulture);

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return true;
            i++;
        }
        return false;
    }

    private static Refusal Error(string message) => Refusal.BadRequest("can't parse entities: " + message);
}
