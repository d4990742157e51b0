namespace Cica.Playground.Wire;

/// <summary>A PhotoSize (core.telegram.org/bots/api#photosize).</summary>
public sealed record WirePhotoSize(string FileId, string FileUniqueId, int Width, int Height, long FileSize);
