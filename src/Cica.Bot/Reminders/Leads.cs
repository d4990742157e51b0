namespace Cica.Bot.Reminders;

/// <summary>How long before an event one is reminded of it; any of them together.</summary>
[Flags]
public enum Leads
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>A calendar month before.</summary>
    Month = 1,

    /// <summary>A week before.</summary>
    Week = 2,

    /// <summary>The day before.</summary>
    Day = 4,

    /// <summary>An hour before.</summary>
    Hour = 8,

    /// <summary>When it starts; an event of whole days, at nine in the chat's morning.</summary>
    Start = 16,

    /// <summary>What is taken where nobody chose.</summary>
    Default = Week | Day | Start,
}
