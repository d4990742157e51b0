using Cica.Bot.Reminders;
using Cica.Bot.Storage;
using Cica.Bot.Telegram;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace Cica.Bot.KillTarget;

/// <summary>Whatever is said to it ends the subscriptions of that chat, and it says so when that is done.</summary>
internal sealed class Unsubscriber(ISubscriptionStore subscriptions, IReminderPlanner planner) : IResponder
{
    public async ValueTask<IReadOnlyList<Reply>> RespondAsync(Update update, CancellationToken cancel)
    {
        if (update.Message is not { Text: not null } message) return [];
        var to = new Destination(message.Chat.Id);
        await subscriptions.UnsubscribeAllAsync(to, cancel);
        await planner.PlanAsync(to, cancel);
        return [new Reply(new SendMessageRequest { ChatId = to.Chat, Text = "ended" }, Urgency.Interactive)];
    }
}
