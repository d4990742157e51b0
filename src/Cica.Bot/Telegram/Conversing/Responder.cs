using Cica.Bot.Storage;
using Cica.Bot.Telegram.Rendering;
using Microsoft.Extensions.Logging;
using Telegram.Bot.Types;

namespace Cica.Bot.Telegram.Conversing;

/// <summary>Leads each update to what answers it, past the flood guard.</summary>
internal sealed partial class Responder(
    MessageHandler messages,
    TapHandler taps,
    InlineHandler inline,
    GuestHandler guests,
    ChatHandler chats,
    Answerer answerer,
    FloodGuards floods,
    ILogger<Responder> logger) : IResponder
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Reply>> RespondAsync(Update update, CancellationToken cancel)
    {
        try
        {
            return await AnswerAsync(update, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            throw;
        }
        catch (StorageUnavailableException)
        {
            return await SorryAsync(update, cancel);
        }
#pragma warning disable CA1031 // Whatever an update holds, the next one must be answered.
        catch (Exception broken)
#pragma warning restore CA1031
        {
            LogFailed(update.Id, update.Type, broken);
            return [];
        }
    }

    private ValueTask<IReadOnlyList<Reply>> AnswerAsync(Update update, CancellationToken cancel) => update switch
    {
        { Message: { } message } => MessageAsync(message, isEdited: false, cancel),
        { ChannelPost: { } post } => MessageAsync(post, isEdited: false, cancel),
        { EditedMessage: { } edited } => MessageAsync(edited, isEdited: true, cancel),
        { CallbackQuery: { } query } => TapAsync(query, cancel),
        { InlineQuery: { } query } => InlineAsync(query, cancel),
        { GuestMessage: { } message } => GuestAsync(message, cancel),
        { MyChatMember: { } change } => chats.ChangedAsync(change, cancel),
        _ => ValueTask.FromResult<IReadOnlyList<Reply>>([]),
    };

    // What needs the storage cannot be done without it, and that is said; whoever could do more without it has caught this already.
    private async ValueTask<IReadOnlyList<Reply>> SorryAsync(Update update, CancellationToken cancel) => update switch
    {
        { CallbackQuery: { } query } => [Outgoing.Tapped(query, UiTexts.In(answerer.Engine.Knowledge, query.From.LanguageCode)["ui.storage-trouble"], alert: true)],
        { Message: { } message } => [Outgoing.Text(Place.Of(message), (await answerer.WordsAsync(Place.Of(message), cancel))["ui.storage-trouble"])],
        _ => [],
    };

    private async ValueTask<IReadOnlyList<Reply>> MessageAsync(Message message, bool isEdited, CancellationToken cancel)
    {
        if (!messages.IsMeant(message))
            return [];
        var place = Place.Of(message);
        return floods.Messages.Count(place.User ?? place.Chat) switch
        {
            FloodVerdict.Ignore => [],
            FloodVerdict.Warn => [Outgoing.Text(place, (await answerer.WordsAsync(place, cancel))["ui.flood"])],
            _ => isEdited ? await messages.AnswerEditedAsync(message, cancel) : await messages.AnswerAsync(message, cancel),
        };
    }

    private async ValueTask<IReadOnlyList<Reply>> TapAsync(CallbackQuery query, CancellationToken cancel) => floods.Messages.Count(query.From.Id) switch
    {
        // Even then the button must stop spinning; that costs no message.
        FloodVerdict.Ignore => [Outgoing.Tapped(query)],
        FloodVerdict.Warn => [Outgoing.Tapped(query, UiTexts.In(answerer.Engine.Knowledge, query.From.LanguageCode)["ui.flood"])],
        _ => await taps.AnswerAsync(query, cancel),
    };

    private async ValueTask<IReadOnlyList<Reply>> InlineAsync(InlineQuery query, CancellationToken cancel) =>
        floods.Inline.Count(query.From.Id) == FloodVerdict.Answer ? await inline.AnswerAsync(query, cancel) : [];

    private async ValueTask<IReadOnlyList<Reply>> GuestAsync(Message message, CancellationToken cancel) =>
        floods.Messages.Count(message.From?.Id ?? message.Chat.Id) == FloodVerdict.Answer ? await guests.AnswerAsync(message, cancel) : [];

    [LoggerMessage(Level = LogLevel.Error, Message = "Update {Id} ({Kind}) could not be answered")]
    private partial void LogFailed(int id, global::Telegram.Bot.Types.Enums.UpdateType kind, Exception exception);
}

/// <summary>The flood guards: one for messages and taps, a wider one for inline queries, which come with every letter typed.</summary>
internal sealed class FloodGuards(TimeProvider time, int perMinute)
{
    private const int LettersPerQuestion = 10;

    /// <summary>Counts messages and taps.</summary>
    public FloodGuard Messages { get; } = new(time, perMinute);

    /// <summary>Counts inline queries.</summary>
    public FloodGuard Inline { get; } = new(time, perMinute * LettersPerQuestion);
}
