namespace Cica.Playground.People;

/// <summary>One result, and the message it would become.</summary>
public sealed record InlineChoice(string Id, string Type, string Title, string? Description, string Text);
