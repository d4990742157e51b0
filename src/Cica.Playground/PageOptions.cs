namespace Cica.Playground;

/// <summary>The chat page in the browser: two people, a group with the bot and one without it, a group with topics, a channel.</summary>
public sealed record PageOptions
{
    /// <summary>Names of this server, beside those of loopback, under which a browser may ask for the page.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];
}
