namespace Cica.Playground.Wire;

/// <summary>A CallbackQuery (core.telegram.org/bots/api#callbackquery).</summary>
public sealed record WireCallbackQuery(string Id, WireUser From, WireMessage? Message, string? InlineMessageId, string ChatInstance, string Data);
