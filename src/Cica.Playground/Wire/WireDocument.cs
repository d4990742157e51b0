namespace Cica.Playground.Wire;

/// <summary>A Document (core.telegram.org/bots/api#document).</summary>
public sealed record WireDocument(string FileId, string FileUniqueId, string? FileName, string? MimeType, long FileSize);
