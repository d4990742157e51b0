namespace Cica.Playground.BotApi;

/// <summary>
/// A call that Telegram would refuse, with its code and text. An exception, because it arises deep inside the reading of
/// nested parameters; it is caught in one place, the <see cref="Dispatcher"/>.
/// </summary>
internal sealed class Refusal(int code, string description) : Exception(description)
{
    public int Code { get; } = code;
    public int? RetryAfter { get; init; }
    public long? MigrateToChatId { get; init; }

    /// <summary>400 as the server words it: prefix, then the message with its first letter lowered unless it is a CODE (its source, fail_query_with_error).</summary>
    public static Refusal BadRequest(string message) => new(400, "Bad Request: " + Lowered(message));

    public static Refusal Forbidden(string message) => new(403, "Forbidden: " + message);

    /// <summary>429 with the seconds to wait, in the text and in parameters.retry_after (core.telegram.org/bots/api#responseparameters).</summary>
    public static Refusal TooMany(int seconds) => new(429, $"Too Many Requests: retry after {seconds}") { RetryAfter = seconds };

    private static string Lowered(string text) =>
        text.Length >= 2 && (text[1] == '_' || char.IsAsciiLetterUpper(text[1])) ? text : char.ToLowerInvariant(text[0]) + text[1..];
}
