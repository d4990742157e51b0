using System.Text.Json;
using System.Text.Json.Nodes;
using Telegram.Bot;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.InlineQueryResults;
using Telegram.Bot.Types.ReplyMarkups;

namespace Cica.Playground.Tests.Conformance;

/// <summary>Telegram.Bot writes inline results but cannot read them: articles are made by hand.</summary>
internal static class InlineResults
{
    public static InlineQueryResult Make(JsonNode json)
    {
        var content = json["input_message_content"]!;
        var text = new InputTextMessageContent((string)content["message_text"]!);
        if (content["parse_mode"] is not null) text.ParseMode = ParseMode.Html;
        return new InlineQueryResultArticle((string)json["id"]!, (string)json["title"]!, text)
        {
            ReplyMarkup = json["reply_markup"]?.Deserialize<InlineKeyboardMarkup>(JsonBotAPI.Options),
        };
    }
}
