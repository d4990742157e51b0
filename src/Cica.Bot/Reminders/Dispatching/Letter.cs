using NodaTime;

namespace Cica.Bot.Reminders.Dispatching;

/// <summary>To whom a reminder is written, and when.</summary>
/// <param name="Language">The language it speaks.</param>
/// <param name="Zone">The zone its times are in.</param>
/// <param name="HasZone">The chat has chosen that zone; else it is UTC for want of a better.</param>
/// <param name="Now">The moment it is written.</param>
/// <param name="IsLate">It comes late, and has to say so.</param>
/// <param name="MayRepeat">An earlier try may have arrived.</param>
internal sealed record Letter(string Language, DateTimeZone Zone, bool HasZone, Instant Now, bool IsLate, bool MayRepeat);
