namespace Cica.Playground.State;

/// <summary>An update written down when it happened, as the server does: later edits do not change it.</summary>
internal sealed record PendingUpdate(long Id, string Type, byte[] Json, string Key, DateTimeOffset ExpiresAt);
