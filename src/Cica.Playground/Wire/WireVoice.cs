namespace Cica.Playground.Wire;

/// <summary>A Voice (core.telegram.org/bots/api#voice); the duration is in seconds.</summary>
public sealed record WireVoice(string FileId, string FileUniqueId, int Duration, string? MimeType, long FileSize);
