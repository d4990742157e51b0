namespace Cica.Playground.Wire;

/// <summary>A Sticker (core.telegram.org/bots/api#sticker).</summary>
public sealed record WireSticker(string FileId, string FileUniqueId, string Type, int Width, int Height, bool IsAnimated, bool IsVideo, string? Emoji, long FileSize);
