using System.Net;
using Telegram.Bot.Exceptions;

namespace Cica.Bot.Telegram.Sending;

/// <summary>
/// From what Telegram said to what is done. Codes and parameters decide; words only where nothing else tells the cases apart
/// (the words stand in the server's source, tdlib/telegram-bot-api Client.cpp).
/// </summary>
internal static class DeliveryTable
{
    private const string Migrated = "group chat was upgraded to a supergroup chat";

    /// <summary>What to do about this failure.</summary>
    /// <param name="failure">What the call ended with.</param>
    /// <param name="isMessage">It puts something new before people: doing it twice would show.</param>
    public static Reaction For(Exception failure, bool isMessage) => failure switch
    {
        ApiRequestException told => ForCode(told, isMessage),
        RequestException { HttpStatusCode: { } status } page when (int)status >= 500 => new(ReactionKind.Again, $"{(int)status} {page.Message}") { MayRepeat = isMessage },
        // The answer was cut short or made no sense, and the status was a good one: it was carried out, as far as anybody knows.
        RequestException { HttpStatusCode: HttpStatusCode.OK } cut => Unknown(cut.Message, isMessage),
        RequestException { HttpStatusCode: { } status } strange => new(ReactionKind.Refuse, $"{(int)status} {strange.Message}"),
        RequestException { InnerException: HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError } inner } =>
            new(ReactionKind.Again, inner.Message),
        RequestException { InnerException: HttpRequestException inner } => Unknown(inner.Message, isMessage),
        RequestException or HttpRequestException or IOException or TimeoutException or OperationCanceledException => Unknown(failure.Message, isMessage),
        _ => new(ReactionKind.Refuse, $"{failure.GetType().Name}: {failure.Message}"),
    };

    private static Reaction ForCode(ApiRequestException told, bool isMessage)
    {
        var why = $"{told.ErrorCode} {told.Message}";
        return told.ErrorCode switch
        {
            429 => new(ReactionKind.Wait, why) { After = TimeSpan.FromSeconds(Math.Max(1, told.Parameters?.RetryAfter ?? 1)) },
            401 => new(ReactionKind.Stop, why),
            403 => new(ReactionKind.SwitchOff, why),
            400 when told.Parameters?.MigrateToChatId is { } to => new(ReactionKind.Move, why) { MovedTo = to },
            400 when Says(told, Migrated) => new(ReactionKind.SwitchOff, why),
            400 when Says(told, "can't parse entities") => new(ReactionKind.PlainText, why),
            400 when Says(told, "message is not modified") || Says(told, "query is too old") || Says(told, "query ID is invalid") => new(ReactionKind.Forget, why),
            >= 500 => new(ReactionKind.Again, why) { MayRepeat = isMessage },
            _ => new(ReactionKind.Refuse, why),
        };
    }

    private static Reaction Unknown(string why, bool isMessage) =>
        isMessage ? new(ReactionKind.OnceMore, why) { MayRepeat = true } : new(ReactionKind.Again, why);

    private static bool Says(ApiRequestException told, string words) => told.Message.Contains(words, StringComparison.OrdinalIgnoreCase);
}
