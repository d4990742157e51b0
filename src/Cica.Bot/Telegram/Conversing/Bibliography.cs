using System.Globalization;
using Cica.Answers;
using Cica.Bot.Telegram.Rendering;
using Cica.Knowledge.Model;
using Telegram.Bot.Types.ReplyMarkups;

namespace Cica.Bot.Telegram.Conversing;

/// <summary>All publications the answers rest on, newest first, page by page.</summary>
internal static class Bibliography
{
    private const int PerPage = 8;

    /// <summary>One page; beyond the last, the last.</summary>
    public static IReadOnlyList<TextLine> Page(AnswerEngine engine, UiTexts words, int page)
    {
        var shown = All(engine).Skip(Within(engine, page) * PerPage).Take(PerPage).Select(s => new Citation(s, null));
        var head = new TextLine(words.Fill("ui.bibliography", ("count", engine.Knowledge.Sources.Count.ToString(CultureInfo.InvariantCulture))));
        return [head, .. AnswerText.Sources(shown, engine, words.Code, first: (Within(engine, page) * PerPage) + 1)];
    }

    /// <summary>The buttons that turn its pages.</summary>
    public static InlineKeyboardMarkup? Keyboard(AnswerEngine engine, UiTexts words, int page)
    {
        var (at, last) = (Within(engine, page), Last(engine));
        var row = new List<InlineKeyboardButton>();
        if (at > 0)
            row.Add(Turn(words, "ui.page-back", at - 1, last));
        if (at < last)
            row.Add(Turn(words, "ui.page-on", at + 1, last));
        return row.Count == 0 ? null : new InlineKeyboardMarkup([row]);
    }

    private static InlineKeyboardButton Turn(UiTexts words, string key, int to, int last) => InlineKeyboardButton.WithCallbackData(
        words.Fill(key, ("page", Number(to + 1)), ("pages", Number(last + 1))),
        new ButtonData(ButtonKind.Bibliography, words.Code, Page: to).ToString());

    private static IEnumerable<Source> All(AnswerEngine engine) =>
        engine.Knowledge.Sources.OrderByDescending(s => s.Date?.First ?? DateOnly.MinValue).ThenBy(s => s.Id, StringComparer.Ordinal);

    private static int Within(AnswerEngine engine, int page) => Math.Clamp(page, 0, Last(engine));

    private static int Last(AnswerEngine engine) => Math.Min(ButtonData.LastPage, Math.Max(0, engine.Knowledge.Sources.Count - 1) / PerPage);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
