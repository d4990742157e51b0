namespace Cica.Playground.People;

/// <summary>The bot's profile in one language.</summary>
public sealed record BotCard(string Name, string Username, string Description, string ShortDescription);
