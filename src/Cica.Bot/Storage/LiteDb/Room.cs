namespace Cica.Bot.Storage.LiteDb;

/// <summary>
/// Whether there is room to write. The database itself must not find out: it takes a full disk badly, up to never answering again.
/// </summary>
internal sealed class Room(string path)
{
    // More than any one transaction of ours takes, its log included.
    private const long Least = 4 * 1024 * 1024;
    private const int Tried = 256 * 1024;
    private readonly DriveInfo drive = new(Path.GetDirectoryName(path)!);

    /// <summary>Looks at what the disk says is free: cheap enough for every write. Throws <see cref="StorageUnavailableException"/>.</summary>
    public void Look()
    {
        if (drive.AvailableFreeSpace < Least) throw new StorageUnavailableException($"the disk that holds {path} is full");
    }

    /// <summary>Tries whether a file may really grow there (there are quotas, too). Throws <see cref="StorageUnavailableException"/>.</summary>
    public void Try()
    {
        Look();
        var scratch = path + ".room";
        try
        {
            File.WriteAllBytes(scratch, new byte[Tried]);
        }
        catch (Exception full) when (full is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            throw new StorageUnavailableException($"there is no room to write beside {path}: {full.Message}", full);
        }
        finally
        {
            File.Delete(scratch);
        }
    }
}
