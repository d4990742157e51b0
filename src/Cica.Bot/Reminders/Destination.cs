namespace Cica.Bot.Reminders;

/// <summary>Where reminders go.</summary>
/// <param name="Chat">The chat's id.</param>
/// <param name="Topic">The topic in it, or null outside topics.</param>
public readonly record struct Destination(long Chat, int? Topic = null);
