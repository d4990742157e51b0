namespace Cica.Playground.Wire;

/// <summary>The service message of a new topic (core.telegram.org/bots/api#forumtopiccreated).</summary>
public sealed record WireTopicCreated(string Name, int IconColor);
