using Cica.Bot.Settings;
using Cica.Bot.Storage;
using Cica.Bot.Telegram;
using Cica.Bot.Telegram.Rendering;
using Cica.Bot.Telegram.Sending;
using Telegram.Bot.Requests;

namespace Cica.Bot.Operations;

/// <summary>A word to those who run the bot, in their private chats with it. Whoever has not started it does not get it; the log has it too.</summary>
internal sealed class AdminNotes(TelegramSettings settings, EngineHolder engine, IChatStore chats, OutgoingQueue queue, TimeProvider time)
{
    private const int MostCharacters = 1_000;

    /// <summary>Tells them; the text is written for each in their language.</summary>
    public async Task TellAsync(Func<UiTexts, string> text)
    {
        foreach (var admin in settings.Admins)
        {
            var chat = await chats.GetChatAsync(admin, CancellationToken.None);
            var words = text(UiTexts.In(engine.Knowledge, chat.Language));
            var plain = words.Length > MostCharacters ? words[..MostCharacters] + "…" : words;
            _ = queue.SendAsync(new OutgoingCall(new Reply(new SendMessageRequest { ChatId = admin, Text = plain }, Urgency.Interactive), time.GetUtcNow()));
        }
    }
}
