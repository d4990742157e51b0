namespace Cica.Playground.Wire;

/// <summary>An InlineQuery (core.telegram.org/bots/api#inlinequery).</summary>
public sealed record WireInlineQuery(string Id, WireUser From, string? ChatType, string Query, string Offset);
