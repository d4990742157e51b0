using System.Net;
using Cica.Answers;
using Cica.Bot.Operations;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Cica.Bot.Telegram;

/// <summary>Answers free text, and nothing else.</summary>
internal sealed class EngineResponder(ICurrentEngine current, TimeProvider time) : IResponder
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Reply>> RespondAsync(Update update, CancellationToken cancel)
    {
        if (update.Message is not { Text: { } text } message) return new([]);
        var answer = current.Engine.Ask(new Question(text, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)));
        var call = new SendMessageRequest { ChatId = message.Chat.Id, Text = WebUtility.HtmlEncode(answer.Text), ParseMode = ParseMode.Html };
        return new([new Reply(call, Urgency.Interactive) { Plain = answer.Text, Answers = (message.Chat.Id, message.Id) }]);
    }
}
