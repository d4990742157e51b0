using Cica.Bot.Reminders;

namespace Cica.Bot.Storage;

/// <summary>What is known of a chat. A private chat has the id of its user.</summary>
/// <param name="Id">The chat's id.</param>
public sealed record ChatState(long Id)
{
    /// <summary>The language chosen by <c>/language</c>: a code such as "ru"; null if never chosen.</summary>
    public string? Language { get; init; }

    /// <summary>The IANA id of its time zone; null if never chosen.</summary>
    public string? Zone { get; init; }

    /// <summary>The hours in which no reminder comes; null: there are none.</summary>
    public QuietHours? Quiet { get; init; }

    /// <summary>Since when nothing may be sent there (blocked, kicked), in UTC; null if all is well.</summary>
    public DateTimeOffset? OffSince { get; init; }
}

/// <summary>Chats and what was chosen in them. A chat without a choice takes no space.</summary>
public interface IChatStore
{
    /// <summary>What is known of a chat; the defaults if nothing is. Answered from memory: cheap enough for every message.</summary>
    ValueTask<ChatState> GetChatAsync(long chat, CancellationToken cancel);

    /// <summary>Chooses the language; null takes the choice back.</summary>
    ValueTask SetLanguageAsync(long chat, string? language, CancellationToken cancel);

    /// <summary>Chooses the time zone by its IANA id; null takes the choice back.</summary>
    ValueTask SetZoneAsync(long chat, string? zone, CancellationToken cancel);

    /// <summary>Chooses the hours in which no reminder comes; null takes the choice back.</summary>
    ValueTask SetQuietHoursAsync(long chat, QuietHours? quiet, CancellationToken cancel);

    /// <summary>Nothing is to be sent there until <see cref="SwitchOnAsync"/>; its notices are held until then.</summary>
    ValueTask SwitchOffAsync(long chat, DateTimeOffset since, CancellationToken cancel);

    /// <summary>The chat has come back, and its notices with it.</summary>
    ValueTask SwitchOnAsync(long chat, CancellationToken cancel);

    /// <summary>A group has become a supergroup: everything kept under the old id goes over to the new one, subscriptions and notices too.</summary>
    ValueTask MoveChatAsync(long from, long to, CancellationToken cancel);
}
