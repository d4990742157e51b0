using Cica.Answers.Remembering;
using Cica.Bot.Telegram.Conversing;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.InlineQueryResults;
using Telegram.Bot.Types.ReplyMarkups;

namespace Cica.Bot.Telegram.Rendering;

/// <summary>An answer as a card: a title, one line of preview, and a message that is complete by itself, sources included.</summary>
internal static class InlineCards
{
    /// <summary>Cards in one list; Telegram takes 50, and asks for more when somebody scrolls on.</summary>
    public const int PerPage = 20;

    private const int IdLetters = 10;
    private const int MostTitle = 100;
    private const int MostPreview = 160;

    /// <summary>The card of an answer.</summary>
    public static InlineQueryResultArticle Of(Answered turn, IBotIdentity self)
    {
        var card = Of(ShortHash.Letters(turn.Asked.Text, IdLetters), turn.Asked.Text, AnswerText.Whole(turn.Answer, turn.Engine), Remind(turn, self));
        card.Description = Cut(turn.Answer.Lines[0], MostPreview);
        return card;
    }

    /// <summary>A card of any lines.</summary>
    public static InlineQueryResultArticle Of(string id, string title, IReadOnlyList<TextLine> lines, InlineKeyboardMarkup? keyboard) =>
        new(id, Cut(title, MostTitle), new InputTextMessageContent(Html.Of(lines)) { ParseMode = ParseMode.Html, LinkPreviewOptions = LinkPreviewOptions.Disabled }) { ReplyMarkup = keyboard };

    // Whoever reads the card in another chat is reminded in private. Of several events, which is asked there.
    private static InlineKeyboardMarkup? Remind(Answered turn, IBotIdentity self) => turn.Events.Count == 0
        ? null
        : new(InlineKeyboardButton.WithUrl(turn.Words["remind.button"], StartLinks.To(self, turn.Events is [var only] ? StartLinks.Remind(only.Id) : "subscribe")));

    // Also in what people typed there may be half characters and line breaks.
    private static string Cut(string text, int most)
    {
        var words = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (words.Length > most)
            words = words[..(char.IsHighSurrogate(words[most - 2]) ? most - 2 : most - 1)] + "…";
        return words;
    }
}
