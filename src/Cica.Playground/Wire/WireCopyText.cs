namespace Cica.Playground.Wire;

/// <summary>A CopyTextButton (core.telegram.org/bots/api#copytextbutton): 1-256 characters.</summary>
public sealed record WireCopyText(string Text);
