using Microsoft.Extensions.Logging;

namespace Cica.Bot.Reminders;

/// <summary>What the reminders have to say. No text of people.</summary>
internal static partial class ReminderLog
{
    [LoggerMessage(400, LogLevel.Error, "Reminders are not planned at present, and will be when the storage can be used: {Why}")]
    public static partial void NotPlanned(ILogger logger, string why);

    [LoggerMessage(401, LogLevel.Information, "{Count} events have changed; their subscribers are told")]
    public static partial void EventsChanged(ILogger logger, int count);

    [LoggerMessage(402, LogLevel.Error, "Reminders are not sent at present: {Why}")]
    public static partial void NotSent(ILogger logger, string why);

    [LoggerMessage(403, LogLevel.Error, "What became of a reminder could not be noted yet: {Why}")]
    public static partial void NotNoted(ILogger logger, string why);

    [LoggerMessage(404, LogLevel.Warning, "A reminder of {Event} could not be delivered: {Why}")]
    public static partial void Failed(ILogger logger, string @event, string why);

    [LoggerMessage(405, LogLevel.Warning, "{Count} reminders were left on their way by a run that died; they are sent, perhaps once more")]
    public static partial void MayRepeat(ILogger logger, int count);

    [LoggerMessage(406, LogLevel.Error, "A reminder failed unforeseen: {Kind}")]
    public static partial void Unforeseen(ILogger logger, string kind, Exception exception);
}
