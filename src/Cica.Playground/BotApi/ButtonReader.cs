using System.Text;
using System.Text.Json;
using Cica.Playground.Formatting;
using Cica.Playground.Wire;

namespace Cica.Playground.BotApi;

/// <summary>Reads an inline button: text, and exactly what it does; callback_data 1-64 bytes (core.telegram.org/bots/api#inlinekeyboardbutton).</summary>
internal static class ButtonReader
{
    private const int MostDataBytes = 64;
    private const int MostCopyCharacters = 256;

    public static WireButton Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) throw Wrong("InlineKeyboardButton must be an Object");
        var text = json.Text("text") ?? throw Wrong("Can't find field \"text\"");
        var style = json.Text("style")?.ToLowerInvariant();
        if (style is not (null or "" or "default" or "primary" or "danger" or "success")) throw Wrong("invalid button style specified");
        if (TextCleaner.IsBlank(text)) throw Refusal.BadRequest("inline keyboard button text must be non-empty");
        var button = new WireButton(text) { Style = style is null or "" or "default" ? null : style, IconCustomEmojiId = json.Text("icon_custom_emoji_id") };
        return Act(button, json);
    }

    private static WireButton Act(WireButton button, JsonElement json)
    {
        if (json.Text("url") is { Length: > 0 } url)
        {
            if (Links.UserId(url) is not null) return button with { Url = url };
            var (full, wrong) = Links.Check(url);
            return button with { Url = full ?? throw Refusal.BadRequest($"inline keyboard button URL '{url}' is invalid: {wrong}") };
        }
        if (json.Text("callback_data") is { Length: > 0 } data)
        {
            if (Encoding.UTF8.GetByteCount(data) > MostDataBytes) throw Refusal.BadRequest("BUTTON_DATA_INVALID");
            return button with { CallbackData = data };
        }
        if (json.Text("switch_inline_query") is { } anywhere) return button with { SwitchInlineQuery = anywhere };
        if (json.Object("switch_inline_query_chosen_chat") is { } chosen)
            return button with
            {
                SwitchInlineQueryChosenChat = new(chosen.Text("query"), chosen.Flag("allow_user_chats"), chosen.Flag("allow_bot_chats"),
                    chosen.Flag("allow_group_chats"), chosen.Flag("allow_channel_chats")),
            };
        if (json.Text("switch_inline_query_current_chat") is { } here) return button with { SwitchInlineQueryCurrentChat = here };
        if (json.Object("web_app") is { } app) return button with { WebApp = new(app.Text("url") ?? throw Wrong("Can't find field \"url\"")) };
        if (json.Object("copy_text") is { } copy)
        {
            var copied = copy.Text("text") ?? throw Wrong("Can't find field \"text\"");
            if (copied.Length == 0 || FormattedText.CountCharacters(copied) > MostCopyCharacters) throw Refusal.BadRequest("BUTTON_COPY_TEXT_INVALID");
            return button with { CopyText = new(copied) };
        }
        throw Wrong("Text buttons are unallowed in the inline keyboard");
    }

    private static Refusal Wrong(string message) => Refusal.BadRequest("can't parse inline keyboard button: " + message);
}
