using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Cica.Bot.Storage;
using Cica.Bot.Telegram.Conversing.Reminding;
using Cica.Bot.Telegram.Rendering;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Cica.Bot.Telegram.Conversing;

/// <summary>Answers commands. Those on CICA are questions like any other: the engine answers them.</summary>
internal sealed class CommandHandler(Answerer answerer, IStorage storage, LanguageSetting languages, ReminderCommands reminders, AdminHandler admin, IBotIdentity self)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter() } };

    /// <summary>Answers a command.</summary>
    public async ValueTask<IReadOnlyList<Reply>> AnswerAsync(Wish wish, Place place, Message message, CancellationToken cancel)
    {
        var words = await answerer.WordsAsync(place, cancel);
        if (BotCommands.Questions.TryGetValue(wish.Command!, out var key))
            return [Outgoing.Answer(place, await answerer.AskAsync(words[key], place, isTyped: false, words.Code, cancel))];
        switch (wish.Command)
        {
            case "start":
                return await StartAsync(wish.Text, place, message.SenderChat?.Id, words, cancel);
            case "help":
                return [Outgoing.Text(place, words.Fill(place.IsPrivate ? "ui.help" : "ui.help-group", ("bot", self.Username)))];
            case "sources":
                return [Outgoing.Message(place, Bibliography.Page(answerer.Engine, words, 0), Bibliography.Keyboard(answerer.Engine, words, 0))];
            case "privacy":
                return [Outgoing.Text(place, words["ui.privacy"])];
            case "language":
                return await languages.AskAsync(wish.Text, place, message, words, cancel);
            case "admin" when place.IsPrivate:
                return await admin.AskAsync(place, words, cancel);
            case "mydata" or "forget" when !place.IsPrivate:
                return [Outgoing.Text(place, words["ui.only-private"], Door(words, wish.Command))];
            case "mydata":
                return await MyDataAsync(place, words, cancel);
            case "forget":
                return [Outgoing.Text(place, words["ui.forget-ask"], Sure(words))];
            default:
                if (await reminders.AnswerAsync(wish, place, message.SenderChat?.Id, words, cancel) is { } answer)
                    return answer;
                // In a group an unknown command without a name is another bot's.
                return wish.ByName ? [Outgoing.Text(place, words["ui.unknown-command"])] : [];
        }
    }

    /// <summary>Erases what is kept about somebody, now that they have confirmed it.</summary>
    public async ValueTask<Reply> ForgetAsync(Place place, UiTexts words, CancellationToken cancel)
    {
        answerer.Forget(place.Chat);
        try
        {
            await storage.ForgetAsync(place.Chat, cancel);
        }
        catch (StorageUnavailableException)
        {
            return Outgoing.Edit(place.Chat, place.Message, [new TextLine(words["ui.storage-trouble"])]);
        }
        return Outgoing.Edit(place.Chat, place.Message, [new TextLine(words["ui.forget-done"])]);
    }

    // A deep link may say what for: q_… a question by its hash, sub_… a reminder, or the name of a command.
    private async ValueTask<IReadOnlyList<Reply>> StartAsync(string payload, Place place, long? senderChat, UiTexts words, CancellationToken cancel)
    {
        if (payload.StartsWith(StartLinks.Question, StringComparison.Ordinal) && answerer.Find(payload[StartLinks.Question.Length..]) is { } question)
            return [Outgoing.Answer(place, await answerer.AskAsync(question, place, isTyped: false, null, cancel))];
        if (payload.StartsWith(StartLinks.Subscribe, StringComparison.Ordinal))
            return await reminders.SubscribeAsync(payload[StartLinks.Subscribe.Length..], place, senderChat, words, cancel);
        if (payload is not "start" && place.IsPrivate && BotCommands.Private.Contains(payload))
            return await AnswerAsync(new Wish(payload, "", true), place, new Message { Chat = new Chat { Id = place.Chat, Type = ChatType.Private } }, cancel);
        var first = new[] { "suggest.chair", "suggest.members", "suggest.next-summit", "suggest.upcoming" };
        var keyboard = new InlineKeyboardMarkup(first.Select(key => new[] { Keyboards.Follow(words[key], null, words.Code) }));
        return [Outgoing.Text(place, words["ui.start"], keyboard)];
    }

    private async ValueTask<IReadOnlyList<Reply>> MyDataAsync(Place place, UiTexts words, CancellationToken cancel)
    {
        var kept = await storage.ExportAsync(place.Chat, cancel);
        var file = JsonSerializer.SerializeToUtf8Bytes(kept, Readable);
        return
        [
            Outgoing.Action(place, ChatAction.UploadDocument),
            Outgoing.File(place, "mydata.json", file, words[kept.Count == 0 ? "ui.mydata-none" : "ui.mydata"]),
        ];
    }

    private InlineKeyboardMarkup Door(UiTexts words, string payload) =>
        new(InlineKeyboardButton.WithUrl(words["ui.open-private"], StartLinks.To(self, payload)));

    private static InlineKeyboardMarkup Sure(UiTexts words) => new([[
            InlineKeyboardButton.WithCallbackData(words["ui.forget-yes"], new ButtonData(ButtonKind.Forget, words.Code).ToString()),
            InlineKeyboardButton.WithCallbackData(words["ui.forget-no"], new ButtonData(ButtonKind.Cancel, words.Code).ToString()),
        ]]);
}
