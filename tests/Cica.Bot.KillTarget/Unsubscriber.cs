using Cica.Bot.Reminders;
using Cica.Bot.Storage;
using Cica.Bot.Telegram;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace Cica.Bot.KillTarget;

/// <summary>"end" ends the subscriptions of a chat, and it says so when that is done.</summary>
internal sealed class Unsubscriber(ISubscriptionStore subscriptions, IReminderPlanner planner) : IResponder
{
    public async ValueTask<IReadOnlyList<Reply>> RespondAsync(Update update, CancellationToken cancel)
    {
        if (update.Message is not { Text: "end" } message) return [];
        var to = new Destination(message.Chat.Id);
        await subscriptions.UnsubscribeAllAsync(to, cancel);
        await planner.PlanAsync(to, cancel);
        return [new Reply(new SendMessageRequest { ChatId = to.Chat, Text = "ended" }, Urgency.Interactive)];
    }
}
