using Cica.Bot.Telegram.Rendering;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Cica.Bot.Telegram.Conversing;

/// <summary>Makes the calls: one way of writing a message, so that each has the same manners.</summary>
internal static class Outgoing
{
    private static readonly LinkPreviewOptions NoPreview = LinkPreviewOptions.Disabled;

    /// <summary>A message. In a group it replies to what it answers; in a private chat only where asked to.</summary>
    public static Reply Message(Place place, IReadOnlyList<TextLine> lines, InlineKeyboardMarkup? keyboard = null, bool reply = false, bool answers = false) =>
        Message(place, new Written(Html.Of(lines), Html.Plain(lines), keyboard), reply, answers);

    private static Reply Message(Place place, Written written, bool reply, bool answers) =>
        new(
            new SendMessageRequest
            {
                ChatId = place.Chat,
                Text = written.Html,
                ParseMode = ParseMode.Html,
                LinkPreviewOptions = NoPreview,
                MessageThreadId = place.Topic,
                ReplyParameters = ReplyTo(place, reply),
                ReplyMarkup = written.Keyboard,
            },
            Urgency.Interactive)
        {
            Plain = written.Plain,
            Answers = answers ? (place.Chat, place.Message) : null,
        };

    /// <summary>A line or two of the bot's own.</summary>
    public static Reply Text(Place place, string text, InlineKeyboardMarkup? keyboard = null, bool reply = false) =>
        Message(place, [.. TextLine.Of(text)], keyboard, reply);

    /// <summary>As many messages as the lines need, the buttons under the last; whoever waits for several sees that the bot is writing.</summary>
    public static IReadOnlyList<Reply> Messages(Place place, IEnumerable<TextLine> lines, bool reply = false)
    {
        var parts = Splitter.Split(lines, TextLimits.Message);
        var messages = parts.Select((part, i) => Message(place, part, reply: reply && i == 0));
        return parts.Count > 1 ? [Action(place, ChatAction.Typing), .. messages] : [.. messages];
    }

    /// <summary>An answer: the first page of it, with its buttons. A button that must ask again finds the question in the message replied to.</summary>
    /// <param name="place">Where.</param>
    /// <param name="turn">The answer.</param>
    /// <param name="answers">It answers the message of the place: an edit of that changes the answer.</param>
    public static Reply Answer(Place place, Answered turn, bool answers = true) =>
        Message(place, turn.First, reply: answers && turn.AsksAgain, answers: answers);

    /// <summary>Other words and buttons for a message already there.</summary>
    public static Reply Edit(long chat, int message, IReadOnlyList<TextLine> lines, InlineKeyboardMarkup? keyboard = null) =>
        new(
            new EditMessageTextRequest { ChatId = chat, MessageId = message, Text = Html.Of(lines), ParseMode = ParseMode.Html, LinkPreviewOptions = NoPreview, ReplyMarkup = keyboard },
            Urgency.Interactive)
        {
            Plain = Html.Plain(lines),
        };

    /// <summary>Ends the spinning of a tapped button, with a word at the top of the screen if there is one to say.</summary>
    public static Reply Tapped(CallbackQuery query, string? text = null, bool alert = false) =>
        new(new AnswerCallbackQueryRequest { CallbackQueryId = query.Id, Text = text, ShowAlert = alert }, Urgency.Query);

    /// <summary>"typing…"</summary>
    public static Reply Action(Place place, ChatAction action) =>
        new(new SendChatActionRequest { ChatId = place.Chat, Action = action, MessageThreadId = place.Topic }, Urgency.Interactive);

    /// <summary>A file.</summary>
    public static Reply File(Place place, string name, byte[] content, string caption) =>
        new(
            new SendDocumentRequest { ChatId = place.Chat, MessageThreadId = place.Topic, Document = new InputFileStream(new MemoryStream(content), name), Caption = caption },
            Urgency.Interactive);

    // What was asked may be deleted by the time the answer comes; then the answer stands alone.
    private static ReplyParameters? ReplyTo(Place place, bool wanted) =>
        place.Message == 0 || (place.IsPrivate && !wanted) ? null : new ReplyParameters { MessageId = place.Message, AllowSendingWithoutReply = true };
}
