using Cica.Answers;
using Cica.Bot.Telegram.Conversing.Reminding;
using Cica.Bot.Telegram.Rendering;
using Cica.Knowledge.Model;
using Telegram.Bot.Types.ReplyMarkups;

namespace Cica.Bot.Telegram.Conversing;

/// <summary>A question with its answer and the facts it came from: one turn, from which messages are made.</summary>
/// <param name="Engine">The engine that answered; the one in force may be another by now.</param>
/// <param name="Asked">The question.</param>
/// <param name="Answer">The answer.</param>
internal sealed record Answered(AnswerEngine Engine, Asked Asked, Answer Answer)
{
    private IReadOnlyList<IReadOnlyList<TextLine>>? pages;
    private IReadOnlyList<EventEntry>? events;
    private Written? first;

    /// <summary>The bot's texts in the language of the answer.</summary>
    public UiTexts Words => UiTexts.In(Engine.Knowledge, Answer.Language);

    /// <summary>The answer page by page.</summary>
    public IReadOnlyList<IReadOnlyList<TextLine>> Pages => pages ??= AnswerText.Pages(Answer, Engine);

    /// <summary>A button of it must ask the question again: to turn pages, or for more sources than it can name.</summary>
    public bool AsksAgain => Pages.Count > 1 || !SourceCodes.Fit(Answer.Citations, ButtonData.RoomFor(ButtonKind.Sources));

    /// <summary>The events it tells of that one can be reminded of.</summary>
    public IReadOnlyList<EventEntry> Events => events ??= EventAnswers.Of(Answer, Engine.Knowledge);

    /// <summary>The first page as a message.</summary>
    public Written First => first ??= new Written(Html.Of(Pages[0]), Html.Plain(Pages[0]), Keyboard(0));

    /// <summary>The buttons under a page.</summary>
    public InlineKeyboardMarkup? Keyboard(int page) => Keyboards.Of(Answer, Asked, page, Pages.Count, Words, Events);
}

/// <summary>A message: with markup, without it, and the buttons under it.</summary>
internal sealed record Written(string Html, string Plain, InlineKeyboardMarkup? Keyboard);
