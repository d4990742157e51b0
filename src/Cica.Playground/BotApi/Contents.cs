using Cica.Playground.Formatting;
using Cica.Playground.State;
using Cica.Playground.Wire;

namespace Cica.Playground.BotApi;

/// <summary>Puts the matter of a message into its record.</summary>
internal static class Contents
{
    public static WireMessage Write(WireMessage message, OutgoingContent content)
    {
        if (content.Text is { } text)
            message = message with { Text = text.Text, Entities = OrNull(text.Entities), LinkPreviewOptions = content.LinkPreview };
        if (content.Caption is { } caption)
            message = message with { Caption = caption.Text, CaptionEntities = OrNull(caption.Entities) };
        return content.File switch
        {
            null => message,
            { Kind: "photo" } photo => message with { Photo = [Photo(photo)] },
            { Kind: "voice" } voice => message with { Voice = new WireVoice(voice.Id, voice.UniqueId, 1, "audio/ogg", voice.Content.Length) },
            // What a sticker of today looks like: a still picture with 512 on its longer side (core.telegram.org/stickers).
            { Kind: "sticker" } sticker => message with { Sticker = new WireSticker(sticker.Id, sticker.UniqueId, "regular", 512, 512, false, false, sticker.Name, sticker.Content.Length) },
            var file => message with { Document = new WireDocument(file.Id, file.UniqueId, file.Name, MimeType(file.Name), file.Content.Length) },
        };
    }

    public static IReadOnlyList<WireEntity>? OrNull(IReadOnlyList<WireEntity> entities) => entities.Count == 0 ? null : entities;

    public static bool IsSame(WireMessage message, FormattedText text) => text.SameAs(message.Text, message.Entities);

    private static WirePhotoSize Photo(StoredFile file)
    {
        var (width, height) = ImageSize.Of(file.Content) ?? (1, 1);
        return new WirePhotoSize(file.Id, file.UniqueId, width, height, file.Content.Length);
    }

    private static string MimeType(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".txt" => "text/plain",
        ".json" => "application/json",
        ".csv" => "text/csv",
        ".ics" => "text/calendar",
        ".pdf" => "application/pdf",
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        _ => "application/octet-stream",
    };
}
