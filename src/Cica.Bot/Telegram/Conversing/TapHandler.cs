using Cica.Answers;
using Cica.Answers.Remembering;
using Cica.Bot.Telegram.Conversing.Reminding;
using Cica.Bot.Telegram.Rendering;
using Telegram.Bot.Types;

namespace Cica.Bot.Telegram.Conversing;

/// <summary>
/// Answers taps on buttons, each of them and first of all: an unanswered button goes on spinning. What a button means is read
/// from its data and the message it stands under, so it works after a restart; one that cannot be read is too old, and says so.
/// Anybody in a group may tap.
/// </summary>
internal sealed class TapHandler(Answerer answerer, CommandHandler commands, LanguageSetting languages, ReminderTaps reminders, AdminHandler admin, IBotIdentity self, TimeProvider time)
{
    // In a group the sources of one answer need showing once.
    private readonly BoundedMemory<(long Chat, int Message), bool> shown = new(time, TimeSpan.FromMinutes(10), 10_000);

    /// <summary>Answers a tap.</summary>
    public async ValueTask<IReadOnlyList<Reply>> AnswerAsync(CallbackQuery query, CancellationToken cancel)
    {
        var message = query.Message;
        if (message is null || !ButtonData.TryRead(query.Data, out var data))
            return [Outgoing.Tapped(query, (await WordsAsync(query, cancel))["ui.old-button"])];
        var place = Place.Of(message, query.From);
        var words = UiTexts.Shipped(answerer.Engine.Knowledge, data.Language) is { } language ? new UiTexts(language) : await WordsAsync(query, cancel);
        switch (data.Kind)
        {
            case ButtonKind.Ask when Label(message, query.Data!, data) is { } question:
                var turn = await answerer.AskAsync(question, answerer.Engine.Recall(data.Rest, data.Language), place, isTyped: false, data.Language, cancel);
                return [Outgoing.Tapped(query), Outgoing.Answer(place, turn, answers: false)];
            case ButtonKind.Page when Question(message, data.Question) is { } question:
                return await TurnAsync(query, message, data, question, place, cancel);
            case ButtonKind.Sources:
                return Sources(query, place, words, answerer.SourcesOf(data.Rest));
            case ButtonKind.SourcesOf when Question(message, data.Question) is { } question:
                var answered = await answerer.LookAsync(question, answerer.Engine.Recall(data.Rest, data.Language), place, data.Language, cancel);
                return Sources(query, place, words, answered.Answer.Citations);
            case ButtonKind.Bibliography:
                return [Outgoing.Tapped(query), Outgoing.Edit(place.Chat, place.Message, Bibliography.Page(answerer.Engine, words, data.Page), Bibliography.Keyboard(answerer.Engine, words, data.Page))];
            case ButtonKind.Language:
                var (notice, calls) = await languages.ChooseAsync(data, place, await answerer.WordsAsync(place, cancel), cancel);
                return [Outgoing.Tapped(query, notice, alert: notice is not null), .. calls];
            case ButtonKind.Forget when place.IsPrivate:
                return [Outgoing.Tapped(query), await commands.ForgetAsync(place, words, cancel)];
            case ButtonKind.Cancel when place.IsPrivate:
                return [Outgoing.Tapped(query), Outgoing.Edit(place.Chat, place.Message, [new TextLine(words["ui.forget-kept"])])];
            case ButtonKind.Admin:
                return await admin.TapAsync(query, data.Rest, place, words, cancel);
            default:
                return await reminders.AnswerAsync(query, data, place, words, cancel) ?? [Outgoing.Tapped(query, words["ui.old-button"])];
        }
    }

    private async ValueTask<IReadOnlyList<Reply>> TurnAsync(CallbackQuery query, Message message, ButtonData data, string question, Place place, CancellationToken cancel)
    {
        var turn = await answerer.LookAsync(question, answerer.Engine.Recall(data.Rest, data.Language), place, data.Language, cancel);
        var page = Math.Min(data.Page, turn.Pages.Count - 1);
        // Telegram refuses an edit that changes nothing.
        if (Html.Plain(turn.Pages[page]) == message.Text)
            return [Outgoing.Tapped(query)];
        return [Outgoing.Tapped(query), Outgoing.Edit(place.Chat, place.Message, turn.Pages[page], turn.Keyboard(page))];
    }

    private List<Reply> Sources(CallbackQuery query, Place place, UiTexts words, IReadOnlyList<Cica.Knowledge.Model.Citation> citations)
    {
        if (citations.Count == 0)
            return [Outgoing.Tapped(query, words["ui.old-button"])];
        if (!place.IsPrivate && !shown.TryAdd((place.Chat, place.Message), true))
            return [Outgoing.Tapped(query, words["ui.sources-shown"])];
        var lines = AnswerText.Sources(citations, answerer.Engine, words.Code).Prepend(new TextLine(words["ui.sources"] + ":"));
        return [Outgoing.Tapped(query), .. Outgoing.Messages(place, lines, reply: true)];
    }

    // The words on the tapped button are the question; the hash in its data ties the two together.
    private static string? Label(Message message, string raw, ButtonData data) => message.ReplyMarkup?.InlineKeyboard.SelectMany(row => row)
        .FirstOrDefault(b => b.CallbackData == raw && ShortHash.Letters(b.Text, ButtonData.LabelLetters) == data.Question)?.Text;

    // From memory or the bot's own questions; else, after a restart, from the message that was answered.
    private string? Question(Message message, string hash)
    {
        if (answerer.Find(hash) is { } known)
            return known;
        return message.ReplyToMessage is { } asked && Addressing.Read(asked, self) is { } wish && QuestionTable.Hash(wish.Text) == hash ? wish.Text : null;
    }

    private async ValueTask<UiTexts> WordsAsync(CallbackQuery query, CancellationToken cancel) =>
        query.Message is { } message ? await answerer.WordsAsync(Place.Of(message, query.From), cancel) : UiTexts.In(answerer.Engine.Knowledge, query.From.LanguageCode);
}
