namespace Cica.Bot.Reminders;

/// <summary>A standing wish to be reminded. A destination has one for each target; subscribing again replaces it and keeps its id.</summary>
/// <param name="Id">Its unique key: twelve letters and digits, short enough for a button, the same for as long as it stands.</param>
/// <param name="To">Where the reminders go.</param>
/// <param name="Target">What they are of.</param>
/// <param name="Leads">When they come.</param>
public sealed record Subscription(string Id, Destination To, Target Target, Leads Leads)
{
    /// <summary>The user who subscribed; null once they have had themselves forgotten.</summary>
    public long? By { get; init; }

    /// <summary>The language it was subscribed in: reminders speak it where the chat chose none.</summary>
    public required string Language { get; init; }

    /// <summary>Since when, in UTC.</summary>
    public required DateTimeOffset Since { get; init; }
}
