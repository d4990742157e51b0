namespace Cica.Playground.Wire;

/// <summary>A ChatMemberUpdated (core.telegram.org/bots/api#chatmemberupdated).</summary>
public sealed record WireMemberUpdate(WireChat Chat, WireUser From, long Date, WireMember OldChatMember, WireMember NewChatMember);
