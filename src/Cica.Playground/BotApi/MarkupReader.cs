using System.Text.Json;
using Cica.Playground.Formatting;
using Cica.Playground.Wire;

namespace Cica.Playground.BotApi;

/// <summary>Reads reply_markup (core.telegram.org/bots/api#inlinekeyboardmarkup and its siblings) with the server's words for what is wrong (its source, get_reply_markup).</summary>
internal static class MarkupReader
{
    public static Markup Read(Call call) =>
        call.Json("reply_markup", "can't parse reply keyboard markup JSON object") is { } json ? Read(json) : Markup.None;

    public static Markup Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) throw Refusal.BadRequest("object expected as reply markup");
        if (json.TryGetProperty("inline_keyboard", out var inline)) return new(ReadInline(inline), null);
        if (json.TryGetProperty("keyboard", out var keyboard)) CheckKeyboard(keyboard);
        return json.EnumerateObject().Any() ? new(null, json.GetRawText()) : Markup.None;
    }

    private static WireKeyboard? ReadInline(JsonElement rows)
    {
        const string Shape = "field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays";
        if (rows.ValueKind != JsonValueKind.Array) throw Refusal.BadRequest("field \"inline_keyboard\" must be of type Array");
        var read = new List<IReadOnlyList<WireButton>>();
        var count = 0;
        foreach (var row in rows.EnumerateArray())
        {
            if (row.ValueKind != JsonValueKind.Array) throw Refusal.BadRequest(Shape);
            var buttons = row.EnumerateArray().Select(ButtonReader.Read).ToList();
            count += buttons.Count;
            if (buttons.Count > 0) read.Add(buttons);
        }
        // The server takes 100 buttons; more is refused (python-telegram-bot's constants, by experiment).
        if (count > 100) throw Refusal.BadRequest("reply markup is too long");
        return read.Count == 0 ? null : new WireKeyboard(read);
    }

    private static void CheckKeyboard(JsonElement rows)
    {
        if (rows.ValueKind != JsonValueKind.Array) throw Refusal.BadRequest("field \"keyboard\" must be of type Array");
        foreach (var row in rows.EnumerateArray())
        {
            if (row.ValueKind != JsonValueKind.Array) throw Refusal.BadRequest("field \"keyboard\" must be an Array of Arrays");
            foreach (var button in row.EnumerateArray())
            {
                var text = button.ValueKind == JsonValueKind.String ? button.GetString() : button.Text("text");
                if (text is null) throw Refusal.BadRequest("can't parse keyboard button: KeyboardButton must be a String or an Object");
                if (TextCleaner.IsBlank(text)) throw Refusal.BadRequest("keyboard button text must be non-empty");
            }
        }
    }
}

/// <summary>What is attached to a message: an inline keyboard, or another markup kept as it came.</summary>
internal sealed record Markup(WireKeyboard? Inline, string? Other)
{
    public static readonly Markup None = new(null, null);
}
