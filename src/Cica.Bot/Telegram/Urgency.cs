namespace Cica.Bot.Telegram;

/// <summary>How soon a call must go out. Queries (inline and callback answers) first, then interactive replies, then bulk.</summary>
public enum Urgency
{
    /// <summary>Answers to inline queries and taps: of no use after ten seconds, and under no rate for messages.</summary>
    Query,

    /// <summary>What a person waits for.</summary>
    Interactive,

    /// <summary>What nobody waits for at this moment, such as reminders.</summary>
    Bulk,
}
