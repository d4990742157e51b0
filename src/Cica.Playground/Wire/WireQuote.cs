namespace Cica.Playground.Wire;

/// <summary>A TextQuote: the part of the answered message that is quoted (core.telegram.org/bots/api#textquote).</summary>
public sealed record WireQuote(string Text, int Position, bool IsManual);
