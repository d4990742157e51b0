using System.Globalization;
using Cica.Answers;
using Cica.Answers.Remembering;
using Cica.Knowledge.Model;
using Telegram.Bot.Types.ReplyMarkups;

namespace Cica.Bot.Telegram.Rendering;

/// <summary>The buttons under a message.</summary>
internal static class Keyboards
{
    /// <summary>Words longer than this together take a row each.</summary>
    private const int RowCharacters = 34;

    /// <summary>What to ask next (or which reading was meant), the pages, and the sources.</summary>
    /// <param name="answer">The answer the buttons stand under.</param>
    /// <param name="asked">The question and the conversation it was asked in.</param>
    /// <param name="page">The page shown.</param>
    /// <param name="pages">How many there are.</param>
    /// <param name="words">The texts in the language of the answer.</param>
    /// <param name="events">The events it tells of that one can be reminded of.</param>
    public static InlineKeyboardMarkup? Of(Answer answer, Asked asked, int page, int pages, UiTexts words, IReadOnlyList<EventEntry> events)
    {
        var rows = new List<List<InlineKeyboardButton>>();
        // All of them lean on the same conversation, and it takes a while to write down.
        var kept = answer.Suggestions.Count == 0 ? "" : Kept(answer.Conversation ?? asked.Before);
        foreach (var suggestion in answer.Suggestions)
            Add(rows, Follow(suggestion, kept, answer.Language));
        var turning = new List<InlineKeyboardButton>();
        if (page > 0)
            turning.Add(Turn(asked, answer.Language, page - 1, words.Fill("ui.page-back", ("page", Number(page)), ("pages", Number(pages)))));
        if (page < pages - 1)
            turning.Add(Turn(asked, answer.Language, page + 1, words.Fill("ui.page-on", ("page", Number(page + 2)), ("pages", Number(pages)))));
        if (answer.Citations.Count > 0)
            turning.Add(Sources(answer, asked, words));
        if (events.Count > 0)
            rows.Add(Events(events, words));
        if (turning.Count > 0)
            rows.Add(turning);
        return rows.Count == 0 ? null : new InlineKeyboardMarkup(rows);
    }

    /// <summary>A button that asks the question on it.</summary>
    public static InlineKeyboardButton Follow(string question, Conversation? conversation, string language) => Follow(question, Kept(conversation), language);

    private static string Kept(Conversation? conversation) => conversation is null ? "" : AnswerEngine.Keep(conversation, ButtonData.RoomFor(ButtonKind.Ask));

    private static InlineKeyboardButton Follow(string question, string kept, string language)
    {
        var data = new ButtonData(ButtonKind.Ask, language, ShortHash.Letters(question, ButtonData.LabelLetters), Rest: kept);
        return InlineKeyboardButton.WithCallbackData(question, data.ToString());
    }

    // Of one event at once; of several, which is asked.
    private static List<InlineKeyboardButton> Events(IReadOnlyList<EventEntry> events, UiTexts words)
    {
        var (remind, calendar) = events is [var only] ? (only.Id, only.Id) : ("", "all");
        return
        [
            InlineKeyboardButton.WithCallbackData(words["remind.button"], new ButtonData(ButtonKind.Remind, words.Code, Rest: remind).ToString()),
            InlineKeyboardButton.WithCallbackData(words["remind.button.calendar"], new ButtonData(ButtonKind.Calendar, words.Code, Rest: calendar).ToString()),
        ];
    }

    private static InlineKeyboardButton Turn(Asked asked, string language, int page, string label)
    {
        var kept = asked.Before is null ? "" : AnswerEngine.Keep(asked.Before, ButtonData.RoomFor(ButtonKind.Page));
        return InlineKeyboardButton.WithCallbackData(label, new ButtonData(ButtonKind.Page, language, asked.Hash, Math.Min(page, ButtonData.LastPage), kept).ToString());
    }

    // The sources themselves where they fit, so that nothing need be asked again; else the question they come from.
    private static InlineKeyboardButton Sources(Answer answer, Asked asked, UiTexts words)
    {
        var named = SourceCodes.Write(answer.Citations, ButtonData.RoomFor(ButtonKind.Sources));
        var data = named is not null
            ? new ButtonData(ButtonKind.Sources, answer.Language, Rest: named)
            : new ButtonData(ButtonKind.SourcesOf, answer.Language, asked.Hash, Rest: asked.Before is null ? "" : AnswerEngine.Keep(asked.Before, ButtonData.RoomFor(ButtonKind.SourcesOf)));
        return InlineKeyboardButton.WithCallbackData(words["ui.sources"], data.ToString());
    }

    private static void Add(List<List<InlineKeyboardButton>> rows, InlineKeyboardButton button)
    {
        if (rows.Count > 0 && rows[^1].Sum(b => b.Text.Length) + button.Text.Length <= RowCharacters)
            rows[^1].Add(button);
        else
            rows.Add([button]);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A question with the conversation it was asked in: all it takes to come to the same answer again.</summary>
/// <param name="Text">The question.</param>
/// <param name="Before">The conversation before it.</param>
internal sealed record Asked(string Text, Conversation? Before)
{
    /// <summary>Its short hash, by which a button names it.</summary>
    public string Hash => QuestionTable.Hash(Text);
}
