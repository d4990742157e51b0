using Cica.Playground.Wire;

namespace Cica.Playground.State;

/// <summary>How somebody stands to a chat: creator, administrator, member, restricted, left or kicked (core.telegram.org/bots/api#chatmember).</summary>
internal sealed record Member(WireUser User, string Status)
{
    public bool IsAnonymous { get; init; }
    public bool IsInside => Status is "creator" or "administrator" or "member" or "restricted";
    public bool IsAdministrator => Status is "creator" or "administrator";

    public WireMember ToWire(RoomKind kind)
    {
        var wire = new WireMember(User, Status);
        return Status switch
        {
            "creator" => wire with { IsAnonymous = IsAnonymous },
            "kicked" => wire with { UntilDate = 0 },
            "administrator" => wire with
            {
                CanBeEdited = false,
                CanManageChat = true,
                CanChangeInfo = true,
                CanPostMessages = kind == RoomKind.Channel ? true : null,
                CanEditMessages = kind == RoomKind.Channel ? true : null,
                CanDeleteMessages = true,
                CanInviteUsers = true,
                CanRestrictMembers = true,
                CanPinMessages = kind == RoomKind.Channel ? null : true,
                CanManageTopics = kind == RoomKind.Supergroup ? true : null,
                CanPromoteMembers = false,
                CanManageVideoChats = true,
                CanPostStories = false,
                CanEditStories = false,
                CanDeleteStories = false,
                IsAnonymous = IsAnonymous,
            },
            _ => wire,
        };
    }
}
