using System.Text.Json;
using Cica.Playground.BotApi;
using Cica.Playground.Wire;

namespace Cica.Playground.Formatting;

/// <summary>Reads a bot's own list of entities (core.telegram.org/bots/api#messageentity). Found ones (url, mention …) are ignored: the server finds them itself.</summary>
internal static class EntityReader
{
    public static IEnumerable<WireEntity> Read(JsonElement? entities)
    {
        if (entities is not { ValueKind: JsonValueKind.Array } list) yield break;
        foreach (var item in list.EnumerateArray())
            if (Read(item) is { } entity) yield return entity;
    }

    private static WireEntity? Read(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object) throw Wrong("expected an Object");
        var type = item.Text("type") ?? throw Wrong("Can't find field \"type\"");
        if (item.Number("offset") is not { } offset || item.Number("length") is not { } length) throw Wrong("Can't find field \"offset\" or \"length\"");
        if (offset is < 0 or > 1_000_000) throw Refusal.BadRequest($"receive an entity with incorrect offset {offset}");
        if (length is < 0 or > 1_000_000) throw Refusal.BadRequest($"receive an entity with incorrect length {length}");
        var entity = new WireEntity(type, (int)offset, (int)length);
        switch (type)
        {
            case "bold" or "italic" or "underline" or "strikethrough" or "spoiler" or "code" or "blockquote" or "expandable_blockquote":
                return entity;
            case "pre":
                return entity with { Language = item.Text("language") };
            case "text_link":
                var url = item.Text("url") ?? "";
                if (Links.UserId(url) is { } id) return entity with { Type = "text_mention", User = new WireUser(id, false, "") };
                return Links.Checked(url) is { } link ? entity with { Url = link } : throw Wrong("Wrong HTTP URL specified");
            case "text_mention":
                var user = item.TryGetProperty("user", out var who) ? who.Number("id") : null;
                return user is { } mentioned ? entity with { User = new WireUser(mentioned, false, "") } : throw Wrong("Can't find field \"user\"");
            case "custom_emoji":
                return entity with { CustomEmojiId = item.Text("custom_emoji_id") ?? throw Wrong("Can't find field \"custom_emoji_id\"") };
            case "date_time":
                var format = item.Text("date_time_format") ?? "";
                if (!DateTimeFormat.IsValid(format)) throw Wrong("Invalid date-time format specified");
                return entity with { UnixTime = item.Number("unix_time") ?? throw Wrong("Can't find field \"unix_time\""), DateTimeFormat = format.Length > 0 ? format : null };
            default:
                return null;
        }
    }

    private static Refusal Wrong(string message) => Refusal.BadRequest("can't parse MessageEntity: " + message);
}
