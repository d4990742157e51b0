using Cica.Bot.Storage;
using Cica.Bot.Telegram.Rendering;
using Telegram.Bot.Types;
using Telegram.Bot.Types.ReplyMarkups;

namespace Cica.Bot.Telegram.Conversing;

/// <summary>The language of a chat: everybody's own in private, the administrators' affair in a group.</summary>
internal sealed class LanguageSetting(Answerer answerer, IStorage storage, GroupRights rights)
{
    /// <summary>"As the question": no language is chosen.</summary>
    private const string Any = "xx";

    /// <summary><c>/language</c>, or <c>/language ru</c>.</summary>
    public async ValueTask<IReadOnlyList<Reply>> AskAsync(string wanted, Place place, Message message, UiTexts words, CancellationToken cancel)
    {
        if (await rights.RefusalAsync(place, message.SenderChat?.Id, words, cancel) is { } refusal)
            return [Outgoing.Text(place, refusal)];
        var named = UiTexts.Shipped(answerer.Engine.Knowledge, wanted.Trim());
        if (named is null)
            return [Outgoing.Text(place, words["ui.language-ask"], Choices(words))];
        var (text, others) = await SetAsync(place, named.Code, words, cancel);
        return [Outgoing.Text(place, text), .. others];
    }

    /// <summary>A tap on a language: the word to say at the top of the screen, and the calls beside it.</summary>
    public async ValueTask<(string? Notice, IReadOnlyList<Reply> Calls)> ChooseAsync(ButtonData data, Place place, UiTexts words, CancellationToken cancel)
    {
        if (await rights.RefusalAsync(place, null, words, cancel) is { } refusal)
            return (refusal, []);
        var code = UiTexts.Shipped(answerer.Engine.Knowledge, data.Language)?.Code;
        if (code is null && data.Language != Any)
            return (words["ui.old-button"], []);
        var (text, others) = await SetAsync(place, code, words, cancel);
        return (null, [Outgoing.Edit(place.Chat, place.Message, [new TextLine(text)]), .. others]);
    }

    private async ValueTask<(string Text, IReadOnlyList<Reply> Others)> SetAsync(Place place, string? code, UiTexts words, CancellationToken cancel)
    {
        try
        {
            await storage.SetLanguageAsync(place.Chat, code, cancel);
        }
        catch (StorageUnavailableException)
        {
            return (words["ui.storage-trouble"], []);
        }
        // The menu of commands speaks the chosen language as well.
        return code is null
            ? (words["ui.language-any-set"], Face.ForgetMenu(place.Chat, place.IsPrivate))
            : (UiTexts.In(answerer.Engine.Knowledge, code)["ui.language-set"], Face.Menu(place.Chat, place.IsPrivate, UiTexts.In(answerer.Engine.Knowledge, code)));
    }

    private InlineKeyboardMarkup Choices(UiTexts words) => new(
        [
            .. answerer.Engine.Knowledge.Languages.Select(l => new[] { Choice(l.Name, l.Code) }),
            [Choice(words["ui.language-any"], Any)],
        ]);

    private static InlineKeyboardButton Choice(string label, string code) =>
        InlineKeyboardButton.WithCallbackData(label, new ButtonData(ButtonKind.Language, code).ToString());
}
