using System.Security.Cryptography;
using Cica.Playground.Wire;

namespace Cica.Playground.State;

/// <summary>Files sent by anybody, within a bound of bytes. Guarded by <see cref="World.Gate"/>.</summary>
internal sealed class FileShelf(long most)
{
    private readonly Dictionary<string, StoredFile> _byId = new(StringComparer.Ordinal);
    private readonly Queue<StoredFile> _order = new();
    private long _bytes;
    private int _last;

    public StoredFile Add(byte[] content, string name, string kind)
    {
        var number = ++_last;
        var unique = Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 8));
        var (folder, extension) = kind switch
        {
            "photo" => ("photos", ".jpg"),
            "voice" => ("voice", ".oga"),
            "sticker" => ("stickers", ".webp"),
            _ => ("documents", Path.GetExtension(name)),
        };
        var file = new StoredFile($"AgAC{unique}{number:D6}", "AQ" + unique, name, kind, $"{folder}/file_{number}{extension}", content);
        _byId.Add(file.Id, file);
        _order.Enqueue(file);
        _bytes += content.Length;
        while (_bytes > most && _order.Count > 1)
        {
            var oldest = _order.Dequeue();
            _byId.Remove(oldest.Id);
            _bytes -= oldest.Content.Length;
        }
        return file;
    }

    public StoredFile? Find(string id) => _byId.GetValueOrDefault(id);

    public StoredFile? At(string path) => _byId.Values.FirstOrDefault(f => f.Path == path);
}

/// <summary>A file: what it is called, where it is fetched, its bytes.</summary>
internal sealed record StoredFile(string Id, string UniqueId, string Name, string Kind, string Path, byte[] Content)
{
    public WireFile ToWire() => new(Id, UniqueId, Content.Length, Path);
}
