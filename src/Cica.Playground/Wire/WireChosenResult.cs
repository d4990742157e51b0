namespace Cica.Playground.Wire;

/// <summary>A ChosenInlineResult (core.telegram.org/bots/api#choseninlineresult).</summary>
public sealed record WireChosenResult(WireUser From, string? InlineMessageId, string Query, string ResultId);
