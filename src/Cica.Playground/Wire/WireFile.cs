namespace Cica.Playground.Wire;

/// <summary>A File as getFile tells it (core.telegram.org/bots/api#file).</summary>
public sealed record WireFile(string FileId, string FileUniqueId, long FileSize, string FilePath);
