using Microsoft.Extensions.Logging;

namespace Cica.Bot.Telegram.Receiving;

/// <summary>What receiving has to say. No text of people, no token.</summary>
internal static partial class Log
{
    [LoggerMessage(100, LogLevel.Information, "{Count} answers were still owed from before; they go out now")]
    public static partial void Restored(ILogger logger, int count);

    [LoggerMessage(101, LogLevel.Debug, "{Count} updates wait for their answers and were kept")]
    public static partial void Kept(ILogger logger, int count);

    [LoggerMessage(102, LogLevel.Error, "The storage cannot be written ({Why}). Questions are answered as before; languages chosen, questions not answered and what is owed are not kept until this is mended")]
    public static partial void StorageDown(ILogger logger, string why);

    [LoggerMessage(103, LogLevel.Information, "The storage can be written again")]
    public static partial void StorageBack(ILogger logger);

    [LoggerMessage(104, LogLevel.Error, "Update {Id} could not be answered")]
    public static partial void HandlingFailed(ILogger logger, long id, Exception exception);

    [LoggerMessage(105, LogLevel.Error, "A change of a chat is not kept: {Why}")]
    public static partial void PresenceNotKept(ILogger logger, string why);

    [LoggerMessage(106, LogLevel.Warning, "Update {Id} cannot be read and is passed over: {Why}")]
    public static partial void Unreadable(ILogger logger, long id, string why);

    [LoggerMessage(107, LogLevel.Warning, "No updates from Telegram: {Why}. Trying again with growing pauses")]
    public static partial void PollFailed(ILogger logger, string why);

    [LoggerMessage(108, LogLevel.Debug, "Still no updates from Telegram: {Why}; next try in {Seconds:0.0} s")]
    public static partial void PollFailedAgain(ILogger logger, string why, double seconds);

    [LoggerMessage(109, LogLevel.Information, "Updates come again, after {Failures} failures")]
    public static partial void PollWorks(ILogger logger, int failures);

    [LoggerMessage(110, LogLevel.Error, "Another program takes this bot's updates: {Why}. Stop the other one, or give each its own token; trying again until then")]
    public static partial void Conflict(ILogger logger, string why);

    [LoggerMessage(111, LogLevel.Warning, "A poll hung and was cut; polling begins anew")]
    public static partial void PollHung(ILogger logger);

    [LoggerMessage(112, LogLevel.Error, "Polling ended unforeseen and begins anew")]
    public static partial void PollingBroke(ILogger logger, Exception exception);

    [LoggerMessage(113, LogLevel.Warning, "{Count} answers are owed; no more updates are taken until some have gone out")]
    public static partial void TooManyOwed(ILogger logger, int count);

    [LoggerMessage(114, LogLevel.Warning, "A delivery without the right secret was refused")]
    public static partial void WrongSecret(ILogger logger);

    [LoggerMessage(115, LogLevel.Information, "Answering as @{Username} ({Id}), updates by {Mode}")]
    public static partial void Answering(ILogger logger, string username, long id, string mode);

    [LoggerMessage(116, LogLevel.Warning, "Telegram cannot be reached: {Why}. Trying again with growing pauses")]
    public static partial void Unreachable(ILogger logger, string why);

    [LoggerMessage(117, LogLevel.Information, "Stopping: {Open} in hand, {Kept} kept")]
    public static partial void Stopping(ILogger logger, int open, int kept);

    [LoggerMessage(118, LogLevel.Error, "{Count} updates could be neither answered nor kept; Telegram will bring them again")]
    public static partial void LeftOpen(ILogger logger, int count);

    [LoggerMessage(119, LogLevel.Warning, "The last updates could not be confirmed ({Why}); they are remembered, and not answered again")]
    public static partial void NotConfirmed(ILogger logger, string why);
}
