using Cica.Bot.Telegram;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace Cica.Bot.EndToEnd.Tests.Support;

/// <summary>Says again what it hears, so that a test sees which answer belongs to what.</summary>
internal sealed class Echo : IResponder
{
    public ValueTask<IReadOnlyList<Reply>> RespondAsync(Update update, CancellationToken cancel) => update.Message is { Text: { } text } message
        ? new([new Reply(new SendMessageRequest { ChatId = message.Chat.Id, Text = "echo " + text }, Urgency.Interactive) { Answers = (message.Chat.Id, message.Id) }])
        : new([]);
}

/// <summary>Whatever the test wants.</summary>
internal sealed class Scripted(Func<Update, CancellationToken, ValueTask<IReadOnlyList<Reply>>> respond) : IResponder
{
    public ValueTask<IReadOnlyList<Reply>> RespondAsync(Update update, CancellationToken cancel) => respond(update, cancel);

    public static Reply Text(Update update, string text) => new(new SendMessageRequest { ChatId = update.Message!.Chat.Id, Text = text }, Urgency.Interactive);
}
