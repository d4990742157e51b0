namespace Cica.Playground.Wire;

/// <summary>A ChatMember of any status (core.telegram.org/bots/api#chatmember); the rights are told for administrators only.</summary>
public sealed record WireMember(WireUser User, string Status)
{
    public bool? CanBeEdited { get; init; }
    public bool? CanManageChat { get; init; }
    public bool? CanChangeInfo { get; init; }
    public bool? CanPostMessages { get; init; }
    public bool? CanEditMessages { get; init; }
    public bool? CanDeleteMessages { get; init; }
    public bool? CanInviteUsers { get; init; }
    public bool? CanRestrictMembers { get; init; }
    public bool? CanPinMessages { get; init; }
    public bool? CanManageTopics { get; init; }
    public bool? CanPromoteMembers { get; init; }
    public bool? CanManageVideoChats { get; init; }
    public bool? CanPostStories { get; init; }
    public bool? CanEditStories { get; init; }
    public bool? CanDeleteStories { get; init; }
    public bool? IsAnonymous { get; init; }
    public long? UntilDate { get; init; }
}
