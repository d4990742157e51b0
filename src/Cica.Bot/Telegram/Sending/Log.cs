using Microsoft.Extensions.Logging;

namespace Cica.Bot.Telegram.Sending;

/// <summary>What sending has to say. No text of people, no token.</summary>
internal static partial class Log
{
    [LoggerMessage(200, LogLevel.Warning, "{Method} is to wait {Seconds} s (429)")]
    public static partial void ToldToWait(ILogger logger, string method, double seconds);

    [LoggerMessage(201, LogLevel.Warning, "{Method} failed ({Why}); again in {Seconds:0.0} s, may repeat: {MayRepeat}")]
    public static partial void Again(ILogger logger, string method, string why, double seconds, bool mayRepeat);

    [LoggerMessage(202, LogLevel.Error, "{Method}: the markup was refused ({Why}); sent as plain text")]
    public static partial void InPlainText(ILogger logger, string method, string why);

    [LoggerMessage(203, LogLevel.Information, "Group {Old} has become supergroup {New}")]
    public static partial void Moved(ILogger logger, long old, long @new);

    [LoggerMessage(204, LogLevel.Information, "{Method}: {Why}; nothing more goes to that chat until it comes back")]
    public static partial void ShutOut(ILogger logger, string method, string why);

    [LoggerMessage(205, LogLevel.Debug, "{Method}: {Why}")]
    public static partial void NothingToDo(ILogger logger, string method, string why);

    [LoggerMessage(206, LogLevel.Error, "{Method} was refused: {Why}")]
    public static partial void Refused(ILogger logger, string method, string why);

    [LoggerMessage(207, LogLevel.Information, "{Method} came too late and was dropped")]
    public static partial void TooLate(ILogger logger, string method);

    [LoggerMessage(208, LogLevel.Error, "{Method} failed unforeseen: {Kind}")]
    public static partial void CallFailed(ILogger logger, string method, string kind, Exception exception);

    [LoggerMessage(209, LogLevel.Error, "Could not be kept: {Why}")]
    public static partial void NotStored(ILogger logger, string why);

    [LoggerMessage(210, LogLevel.Error, "{Method} was given up: twice nobody knows whether it arrived ({Why})")]
    public static partial void GivenUp(ILogger logger, string method, string why);
}
