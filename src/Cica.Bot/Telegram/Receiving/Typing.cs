using Cica.Bot.Telegram.Sending;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Cica.Bot.Telegram.Receiving;

/// <summary>Shows people that the bot is writing while their answer takes long, and again and again, as Telegram takes the sign away after five seconds.</summary>
internal sealed class Typing(OutgoingQueue queue, ReceivingRules rules, TimeProvider time)
{
    /// <summary>Waits for the answer to this update; an ordinary one is there before there is anything to show.</summary>
    public async Task<IReadOnlyList<Reply>> WhileAsync(Update update, Task<IReadOnlyList<Reply>> answering)
    {
        // In a channel nobody sees it.
        if ((update.Message ?? update.CallbackQuery?.Message) is not { Chat: { Type: not ChatType.Channel } chat } message) return await answering;
        using var over = new CancellationTokenSource();
        for (var wait = rules.TypingAfter; ; wait = rules.TypingAgain)
        {
            if (await Task.WhenAny(answering, Task.Delay(wait, time, over.Token)) == answering) break;
            var sign = new SendChatActionRequest { ChatId = chat.Id, Action = ChatAction.Typing, MessageThreadId = message.IsTopicMessage ? message.MessageThreadId : null };
            // After the answer it would stand there for nothing.
            _ = queue.SendAsync(new OutgoingCall(new Reply(sign, Urgency.Interactive), time.GetUtcNow()) { IsWanted = () => new(!answering.IsCompleted) });
        }
        await over.CancelAsync();
        return await answering;
    }
}
