namespace Cica.Playground.Wire;

/// <summary>A User of the Bot API (core.telegram.org/bots/api#user). The last group of fields is only told by getMe.</summary>
public sealed record WireUser(long Id, bool IsBot, string FirstName)
{
    public string? LastName { get; init; }
    public string? Username { get; init; }
    public string? LanguageCode { get; init; }
    public bool? CanJoinGroups { get; init; }
    public bool? CanReadAllGroupMessages { get; init; }
    public bool? SupportsInlineQueries { get; init; }
    public bool? SupportsGuestQueries { get; init; }
    public bool? CanConnectToBusiness { get; init; }
    public bool? HasMainWebApp { get; init; }
    public bool? HasTopicsEnabled { get; init; }
    public bool? AllowsUsersToCreateTopics { get; init; }
    public bool? CanManageBots { get; init; }
}
