using Cica.Bot.Storage;
using Cica.Bot.Telegram;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace Cica.Bot.KillTarget;

/// <summary>Stores what it hears, and says so only then.</summary>
internal sealed class StoreAndTell(IStorage storage) : IResponder
{
    public async ValueTask<IReadOnlyList<Reply>> RespondAsync(Update update, CancellationToken cancel)
    {
        if (update.Message is not { Text: { } text } message) return [];
        await storage.SetMarkAsync($"{message.Chat.Id} {text}", "kept", cancel);
        return [new Reply(new SendMessageRequest { ChatId = message.Chat.Id, Text = "kept " + text }, Urgency.Interactive)];
    }
}
