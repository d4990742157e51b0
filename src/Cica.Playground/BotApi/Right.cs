namespace Cica.Playground.BotApi;

/// <summary>What a method wants to do in a chat; decides which refusals apply (seen in the server's source, AccessRights).</summary>
internal enum Right
{
    Read,
    ReadMembers,
    Edit,
    Write,
}
