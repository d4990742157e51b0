using System.Globalization;
using System.Text;
using Cica.Playground.BotApi;
using Cica.Playground.Wire;

namespace Cica.Playground.Formatting;

/// <summary>A start tag that waits for its end, and what it becomes then (seen in the server's source, parse_html).</summary>
internal sealed class HtmlTag(string name, int offset)
{
    private long _date;

    public string Name { get; } = name;
    public int Offset { get; } = offset;
    public string Argument { get; set; } = "";

    public void Take(string attribute, string value)
    {
        switch (Name, attribute)
        {
            case ("a", "href"):
            case ("tg-emoji", "emoji-id"):
            case ("tg-time", "format"):
                Argument = value;
                break;
            case ("code", "class") when value.StartsWith("language-", StringComparison.Ordinal):
                Argument = value[9..];
                break;
            case ("span", "class") when value.StartsWith("tg-", StringComparison.Ordinal):
                Argument = value[3..];
                break;
            case ("blockquote", "expandable"):
                Argument = "1";
                break;
            case ("tg-time", "unix"):
                _date = int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var date) ? date : 0;
                break;
        }
    }

    public void Emit(List<WireEntity> entities, StringBuilder text)
    {
        var length = text.Length - Offset;
        WireEntity Of(string type) => new(type, Offset, length);
        switch (Name)
        {
            case "b" or "strong": entities.Add(Of("bold")); break;
            case "i" or "em": entities.Add(Of("italic")); break;
            case "s" or "strike" or "del": entities.Add(Of("strikethrough")); break;
            case "u" or "ins": entities.Add(Of("underline")); break;
            case "tg-spoiler" or "span": entities.Add(Of("spoiler")); break;
            case "blockquote": entities.Add(Of(Argument.Length > 0 ? "expandable_blockquote" : "blockquote")); break;
            case "tg-emoji":
                if (!long.TryParse(Argument, NumberStyles.Integer, CultureInfo.InvariantCulture, out var id) || id == 0)
                    throw Refusal.BadRequest("can't parse entities: Invalid custom emoji identifier specified");
                entities.Add(Of("custom_emoji") with { CustomEmojiId = Argument });
                break;
            case "tg-time": EmitTime(entities, Of("date_time")); break;
            case "a": EmitLink(entities, Of("text_link"), Argument.Length > 0 ? Argument : text.ToString(Offset, length)); break;
            case "pre": EmitPre(entities, Of("pre")); break;
            case "code": EmitCode(entities, Of("code")); break;
        }
    }

    private void EmitTime(List<WireEntity> entities, WireEntity entity)
    {
        if (!DateTimeFormat.IsValid(Argument))
            throw Refusal.BadRequest("can't parse entities: Invalid date-time format specified");
        if (_date > 0) entities.Add(entity with { UnixTime = _date, DateTimeFormat = Argument.Length > 0 ? Argument : null });
    }

    private static void EmitLink(List<WireEntity> entities, WireEntity entity, string url)
    {
        if (Links.UserId(url) is { } user)
            entities.Add(entity with { Type = "text_mention", User = new WireUser(user, false, "") });
        else if (Links.Checked(url) is { } link)
            entities.Add(entity with { Url = link });
    }

    // <pre><code class="language-x"> and <code class="language-x"><pre> are one block with a language.
    private static void EmitPre(List<WireEntity> entities, WireEntity entity)
    {
        if (Inner(entities, entity, "code") is { Language: not null } code) entities[^1] = code with { Type = "pre" };
        else entities.Add(entity);
    }

    private void EmitCode(List<WireEntity> entities, WireEntity entity)
    {
        var language = Argument.Length > 0 ? Argument : null;
        if (language is not null && Inner(entities, entity, "pre") is { } pre) entities[^1] = pre with { Language = language };
        else entities.Add(entity with { Language = language });
    }

    private static WireEntity? Inner(List<WireEntity> entities, WireEntity outer, string type) =>
        entities.Count > 0 && entities[^1] is var last && last.Type == type && last.Offset == outer.Offset && last.Length == outer.Length ? last : null;
}
