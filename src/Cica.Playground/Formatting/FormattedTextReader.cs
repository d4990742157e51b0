using System.Text;
using System.Text.Json;
using Cica.Playground.BotApi;
using Cica.Playground.Wire;

namespace Cica.Playground.Formatting;

/// <summary>From text, parse_mode and entities as sent to text as stored (the order of checks is that of the server's source, get_formatted_text).</summary>
internal static class FormattedTextReader
{
    /// <summary>Bytes of UTF-8 before parsing; more is "text is too long" (seen in the server's source, get_formatted_text).</summary>
    public const int MostBytes = 1 << 15;

    /// <summary>Characters of a message after parsing (core.telegram.org/bots/api#sendmessage).</summary>
    public const int MostCharacters = 4096;

    /// <summary>Characters of a caption after parsing (core.telegram.org/bots/api#senddocument).</summary>
    public const int MostCaptionCharacters = 1024;

    /// <summary>The text of a message: never empty, 4096 characters at most once parsed.</summary>
    public static FormattedText Message(string? text, string? parseMode, JsonElement? entities, Func<long, WireUser?> users)
    {
        if (string.IsNullOrEmpty(text)) throw Refusal.BadRequest("message text is empty");
        var read = Read(text, parseMode, entities, users);
        if (TextCleaner.IsBlank(read.Text)) throw Refusal.BadRequest("text must be non-empty");
        if (read.Text.Length > MostCharacters && read.Characters > MostCharacters) throw Refusal.BadRequest("message is too long");
        return EntityRules.WithFound(read);
    }

    /// <summary>A caption: may be empty, 1024 characters at most once parsed.</summary>
    public static FormattedText? Caption(string? text, string? parseMode, JsonElement? entities, Func<long, WireUser?> users)
    {
        if (string.IsNullOrEmpty(text)) return null;
        var read = Read(text, parseMode, entities, users);
        if (TextCleaner.IsBlank(read.Text)) return null;
        if (read.Characters > MostCaptionCharacters) throw Refusal.BadRequest("message caption is too long");
        return EntityRules.WithFound(read);
    }

    private static FormattedText Read(string text, string? parseMode, JsonElement? entities, Func<long, WireUser?> users)
    {
        if (text.Length > MostBytes / 3 && Encoding.UTF8.GetByteCount(text) > MostBytes) throw Refusal.BadRequest("text is too long");
        switch (parseMode?.ToLowerInvariant())
        {
            case null or "" or "none":
                return TextCleaner.Clean(text, Known(EntityReader.Read(entities), users));
            case "html":
                var (parsed, marked) = HtmlParser.Parse(text);
                return TextCleaner.Clean(parsed, Known(marked, users));
            case "markdown" or "markdownv2":
                // Telegram reads both; a quiet "as plain text" here would flatter a bot that uses them.
                throw Refusal.BadRequest($"the playground reads parse_mode HTML only; \"{parseMode}\" would have to be added to it");
            default:
                throw Refusal.BadRequest("unsupported parse_mode");
        }
    }

    // A mention of somebody the bot has never met is dropped, its words stay (core.telegram.org/bots/api#formatting-options).
    private static IEnumerable<WireEntity> Known(IEnumerable<WireEntity> entities, Func<long, WireUser?> users)
    {
        foreach (var entity in entities)
        {
            if (entity.Type != "text_mention") yield return entity;
            else if (entity.User is { } mentioned && users(mentioned.Id) is { } user) yield return entity with { User = user };
        }
    }
}
