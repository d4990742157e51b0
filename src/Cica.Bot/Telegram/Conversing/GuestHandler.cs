using Cica.Bot.Telegram.Rendering;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.InlineQueryResults;
using Telegram.Bot.Types.ReplyMarkups;

namespace Cica.Bot.Telegram.Conversing;

/// <summary>Answers a mention in a chat where the bot is no member (Bot API 10.0, guest mode): once, with a message complete by itself.</summary>
internal sealed class GuestHandler(Answerer answerer, IBotIdentity self)
{
    /// <summary>Answers a guest message.</summary>
    public async ValueTask<IReadOnlyList<Reply>> AnswerAsync(Message message, CancellationToken cancel)
    {
        if (message.GuestQueryId is not { } query || Addressing.Read(message, self) is not { } wish)
            return [];
        var place = Place.Of(message);
        var words = await answerer.WordsAsync(place, cancel);
        var question = wish.Command is { } command
            ? BotCommands.Questions.TryGetValue(command, out var key) ? words[key] : null
            : wish.Text.Length > 0 ? wish.Text : null;
        var result = question is null
            ? Result(words["ui.guest-help"], [.. TextLine.Of(words["ui.guest-help"])], words)
            : await AnswerAsync(question, place, isTyped: wish.Command is null, wish.Command is null ? null : words.Code, cancel);
        return [new Reply(new AnswerGuestQueryRequest { GuestQueryId = query, Result = result }, Urgency.Query)];
    }

    private async ValueTask<InlineQueryResult> AnswerAsync(string question, Place place, bool isTyped, string? language, CancellationToken cancel)
    {
        var turn = await answerer.AskAsync(question, place, isTyped, language, cancel);
        return Result(turn.Answer.Lines[0], AnswerText.Whole(turn.Answer, turn.Engine), turn.Words);
    }

    private InlineQueryResultArticle Result(string title, IReadOnlyList<TextLine> lines, UiTexts words) =>
        InlineCards.Of("guest", title, lines, new InlineKeyboardMarkup(InlineKeyboardButton.WithUrl(words["ui.open-private"], StartLinks.To(self, "start"))));
}
