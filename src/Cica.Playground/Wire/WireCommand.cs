namespace Cica.Playground.Wire;

/// <summary>A BotCommand (core.telegram.org/bots/api#botcommand).</summary>
public sealed record WireCommand(string Command, string Description)
{
    public bool? IsEphemeral { get; init; }
}
