namespace Cica.Playground.Faults;

/// <summary>Where an update holds a value the client does not know.</summary>
public enum StrangeUpdate
{
    UpdateType,
    EntityType,
    ChatType,
    MemberStatus,
    ReactionType,
    Date,
}
