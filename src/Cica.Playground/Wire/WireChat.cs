namespace Cica.Playground.Wire;

/// <summary>A Chat of the Bot API (core.telegram.org/bots/api#chat).</summary>
public sealed record WireChat(long Id, string Type)
{
    public string? Title { get; init; }
    public string? Username { get; init; }
    public string? FirstName { get; init; }
    public string? LastName { get; init; }
    public bool? IsForum { get; init; }
}
