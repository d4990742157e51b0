namespace Cica.Playground.People;

/// <summary>The toast or alert after a tap; no text: the button just stops spinning.</summary>
public sealed record TapNotice(string? Text, bool IsAlert, string? Url);
