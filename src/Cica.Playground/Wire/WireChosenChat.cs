namespace Cica.Playground.Wire;

/// <summary>A SwitchInlineQueryChosenChat (core.telegram.org/bots/api#switchinlinequerychosenchat).</summary>
public sealed record WireChosenChat(string? Query, bool? AllowUserChats, bool? AllowBotChats, bool? AllowGroupChats, bool? AllowChannelChats);
