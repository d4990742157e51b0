namespace Cica.Playground.State;

internal enum RoomKind
{
    Private,
    Group,
    Supergroup,
    Channel,
}
