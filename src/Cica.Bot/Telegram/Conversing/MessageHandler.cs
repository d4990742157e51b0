using Cica.Bot.Reading;
using Cica.Bot.Telegram.Conversing.Reminding;
using Cica.Bot.Telegram.Rendering;
using Telegram.Bot.Types;

namespace Cica.Bot.Telegram.Conversing;

/// <summary>Answers messages: free text, commands, and what is no text; and changes an answer when its question was edited.</summary>
internal sealed class MessageHandler(Answerer answerer, CommandHandler commands, ZoneSetting zones, SpokenWishes spoken, IBotIdentity self, IAnswerLog log, TimeProvider time)
{
    // Pictures sent together come as one message each and need one answer.
    private readonly BoundedMemory<string, bool> albums = new(time, TimeSpan.FromMinutes(1), 1_000);

    /// <summary>Whether the message is meant for the bot, as far as it counts against the flood guard.</summary>
    public bool IsMeant(Message message) => Addressing.Read(message, self) is { } wish
        ? wish.Command is null || wish.ByName || BotCommands.Knows(wish.Command)
        : IsNoText(message);

    /// <summary>Answers a new message.</summary>
    public async ValueTask<IReadOnlyList<Reply>> AnswerAsync(Message message, CancellationToken cancel)
    {
        var place = Place.Of(message);
        if (Addressing.Read(message, self) is not { } wish)
            return IsNoText(message) && (message.MediaGroupId is not { } album || albums.TryAdd(album, true))
                ? [Outgoing.Text(place, (await answerer.WordsAsync(place, cancel))["ui.only-text"])]
                : [];
        if (wish.Command is not null)
            return await commands.AnswerAsync(wish, place, message, cancel);
        if (wish.Text.Length == 0)
            return await commands.AnswerAsync(wish with { Command = "help" }, place, message, cancel);
        if (zones.IsAsked(place) && await zones.AnswerAsync(wish.Text, place, message.SenderChat?.Id, await answerer.WordsAsync(place, cancel), cancel) is { } chosen)
            return chosen;
        if (spoken.Read(wish.Text, answerer.Engine.Knowledge) is var (wanted, language))
            return await commands.AnswerAsync(new Wish("subscribe", wanted, wish.ByName), place with { AppLanguage = language }, message, cancel);
        return [Outgoing.Answer(place, await answerer.AskAsync(wish.Text, place, isTyped: true, null, cancel))];
    }

    /// <summary>Changes the answer to a question that was edited; one whose answer is not known any more is answered anew.</summary>
    public async ValueTask<IReadOnlyList<Reply>> AnswerEditedAsync(Message message, CancellationToken cancel)
    {
        if (Addressing.Read(message, self) is not { Text.Length: > 0, Command: null } wish)
            return [];
        var place = Place.Of(message);
        var turn = await answerer.AskAsync(wish.Text, place, isTyped: true, null, cancel);
        return log.AnswerTo(place.Chat, place.Message) is { } answer
            ? [Outgoing.Edit(place.Chat, answer, turn.Pages[0], turn.Keyboard(0))]
            : [Outgoing.Message(place, turn.Pages[0], turn.Keyboard(0), reply: true, answers: true)];
    }

    // A picture, a voice, a sticker to the bot alone; in a group they are other people's affair.
    private static bool IsNoText(Message message) =>
        message is { Chat.Type: global::Telegram.Bot.Types.Enums.ChatType.Private, Text: null, Caption: null, ViaBot: null, IsServiceMessage: false, From.IsBot: false };
}
