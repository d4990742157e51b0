namespace Cica.Bot.Storage.LiteDb;

/// <summary>
/// The one bot that may use a file. The database does not guard itself on Linux: two processes lose each other's writes without
/// an error (litedb-org/LiteDB#2163). The lock is the operating system's and goes with the process, however that ends.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private readonly FileStream held;

    private FileLock(FileStream held) => this.held = held;

    /// <summary>Takes the lock beside this file, or throws <see cref="StorageRefusedException"/>.</summary>
    public static FileLock Take(string path)
    {
        try
        {
            // The lock's file stays when the lock goes: taking it away would let two processes hold one each.
            return new FileLock(new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new StorageRefusedException($"storage {path}: nothing can be written beside it ({denied.Message}); give the bot the right to, or set Storage:Path", denied);
        }
        catch (IOException taken) when (File.Exists(path + ".lock") && taken is not PathTooLongException)
        {
            throw new StorageRefusedException($"storage {path} is in use by another bot; stop that one first, or set another Storage:Path ({taken.Message})", taken);
        }
        catch (IOException other)
        {
            throw new StorageRefusedException($"storage {path}: {other.Message}", other);
        }
    }

    public void Dispose() => held.Dispose();
}
