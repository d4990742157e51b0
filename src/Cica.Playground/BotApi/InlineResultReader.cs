using System.Text;
using System.Text.Json;
using Cica.Playground.Formatting;
using Cica.Playground.State;

namespace Cica.Playground.BotApi;

/// <summary>Reads one inline result (core.telegram.org/bots/api#inlinequeryresult): article, photo and document, by address or by file_id.</summary>
internal sealed class InlineResultReader(World world)
{
    private const int MostIdBytes = 64;

    public InlineResult Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) throw Refusal.BadRequest("Inline query result must be an object");
        var type = (json.Text("type") ?? throw Refusal.BadRequest("Can't find field \"type\"")).ToLowerInvariant();
        var id = json.Text("id") ?? throw Refusal.BadRequest("Can't find field \"id\"");
        if (id.Length == 0 || Encoding.UTF8.GetByteCount(id) > MostIdBytes) throw Refusal.BadRequest("RESULT_ID_INVALID");
        var keyboard = json.TryGetProperty("reply_markup", out var markup) ? MarkupReader.Read(markup).Inline : null;
        var text = json.Object("input_message_content") is { } input ? ReadContent(input) : null;
        var caption = FormattedTextReader.Caption(json.Text("caption"), json.Text("parse_mode"), json.TryGetProperty("caption_entities", out var marks) ? marks : null, world.User);
        return new InlineResult(id, type, Title(json, type), json.Text("description"), Content(json, type, text, caption), keyboard);
    }

    private OutgoingContent Content(JsonElement json, string type, OutgoingContent? text, FormattedText? caption)
    {
        switch (type)
        {
            case "article":
                return text ?? throw Refusal.BadRequest("Can't find field \"message_text\"");
            case "photo" or "document":
                if (text is not null) return text;
                if (json.Text($"{type}_file_id") is { } known)
                {
                    lock (world.Gate)
                        return new OutgoingContent(null) { Caption = caption, File = world.Files.Find(known) ?? throw Refusal.BadRequest("wrong file identifier/HTTP URL specified") };
                }
                return new OutgoingContent(null) { Caption = caption, FileUrl = json.Text($"{type}_url") ?? throw Refusal.BadRequest($"Can't find field \"{type}_url\"") };
            default:
                throw Refusal.BadRequest($"type \"{type}\" is unsupported for the inline query result (the playground knows article, photo and document)");
        }
    }

    private OutgoingContent ReadContent(JsonElement input)
    {
        if (input.Text("message_text") is not { } text)
            throw Refusal.BadRequest("Input message content is not specified (the playground knows InputTextMessageContent only)");
        var read = FormattedTextReader.Message(text, input.Text("parse_mode"), input.TryGetProperty("entities", out var entities) ? entities : null, world.User);
        var preview = input.Object("link_preview_options") is { } options ? SendOptions.ReadLinkPreview(options) : null;
        return new OutgoingContent(read) { LinkPreview = preview };
    }

    private static string Title(JsonElement json, string type) => json.Text("title") switch
    {
        { Length: > 0 } title => title,
        _ when type is "article" or "document" => throw Refusal.BadRequest(json.Text("title") is null ? "Can't find field \"title\"" : "ARTICLE_TITLE_EMPTY"),
        _ => "",
    };
}
