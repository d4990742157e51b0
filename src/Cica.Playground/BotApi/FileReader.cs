using Cica.Playground.State;

namespace Cica.Playground.BotApi;

/// <summary>A file as sent: an upload named by attach://, a file_id known here (core.telegram.org/bots/api#sending-files). Addresses are not fetched: the playground reaches nothing outside.</summary>
internal static class FileReader
{
    private const long MostPhotoBytes = 10 * 1024 * 1024;
    private const long MostBytes = 50 * 1024 * 1024;

    public static StoredFile Read(World world, Call call, string field)
    {
        var value = call.Text(field) ?? "";
        var part = value.StartsWith("attach://", StringComparison.Ordinal) ? value[9..] : field;
        if (call.File(part) is { } upload) return Keep(world, upload, field);
        if (value.Length == 0 || value.StartsWith("attach://", StringComparison.Ordinal))
            throw Refusal.BadRequest($"there is no {field} in the request");
        if (value.Contains("://", StringComparison.Ordinal)) throw Refusal.BadRequest("failed to get HTTP URL content");
        lock (world.Gate)
            return world.Files.Find(value) is { } known && known.Kind == field ? known : throw Refusal.BadRequest("wrong file identifier/HTTP URL specified");
    }

    private static StoredFile Keep(World world, UploadedFile upload, string kind)
    {
        if (upload.Content.Length == 0) throw Refusal.BadRequest("file must be non-empty");
        if (upload.Content.Length > (kind == "photo" ? MostPhotoBytes : MostBytes)) throw new Refusal(413, "Request Entity Too Large");
        if (kind == "photo" && ImageSize.Of(upload.Content) is null) throw Refusal.BadRequest("IMAGE_PROCESS_FAILED");
        lock (world.Gate) return world.Files.Add(upload.Content, upload.Name, kind);
    }
}
