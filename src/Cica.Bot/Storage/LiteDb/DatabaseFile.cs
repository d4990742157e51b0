using System.Buffers.Binary;
using System.Globalization;
using LiteDB;

namespace Cica.Bot.Storage.LiteDb;

/// <summary>
/// The only place that opens the database. It sets what LiteDB's defaults get wrong (dates come back local, keys that differ
/// in case collide), and refuses, unchanged, a file that is damaged, newer than this program or another bot's.
/// </summary>
internal static class DatabaseFile
{
    /// <summary>The form of what is stored; a file of a higher one is from a newer program.</summary>
    public const int Schema = 1;

    /// <summary>The mark that says whose file it is.</summary>
    public const string BotMark = "bot-id";

    private const int PageSize = 8192;
    // Where the header page keeps the number of the last page (LiteDB 5, HeaderPage.P_LAST_PAGE_ID).
    private const int LastPageAt = 64;

    /// <summary>Opens the file of this bot, making it if there is none. Throws <see cref="StorageRefusedException"/>.</summary>
    public static LiteDatabase Open(string path, long bot)
    {
        if (Directory.Exists(path)) throw new StorageRefusedException($"storage {path} is a directory; set Storage:Path to a file");
        if (!Directory.Exists(Path.GetDirectoryName(path))) throw new StorageRefusedException($"storage {path}: there is no directory {Path.GetDirectoryName(path)}; make it, or set Storage:Path");
        try
        {
            if (File.Exists(path)) CheckBeforeOpening(path);
            else Create(path, bot);
            // Looked at without the right to write first: what LiteDB finds damaged it would mark as such, or mend by rebuilding.
            using (var look = OpenRaw(path, readOnly: true)) Check(look, path, bot);
            return OpenRaw(path);
        }
        catch (Exception broken) when (broken is not StorageRefusedException)
        {
            throw new StorageRefusedException($"storage {path} cannot be opened and was left as it is: {OneLine(broken)}; restore a copy, or move it away", broken);
        }
    }

    /// <summary>The log beside a database file, where LiteDB keeps what it has not yet put into it.</summary>
    public static string LogOf(string path) => Path.Combine(Path.GetDirectoryName(path)!, Path.GetFileNameWithoutExtension(path) + "-log" + Path.GetExtension(path));

    internal static string OneLine(Exception e) => OneLine(e.Message);

    internal static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static LiteDatabase OpenRaw(string path, bool readOnly = false)
    {
        var mapper = new BsonMapper { EmptyStringToNull = false, TrimWhitespace = false };
        return new LiteDatabase(new ConnectionString { Filename = path, Connection = ConnectionType.Direct, ReadOnly = readOnly, Collation = new Collation("/Ordinal") }, mapper);
    }

    // Under another name first: a process killed at this moment leaves no half-made file that the next start would have to judge.
    private static void Create(string path, long bot)
    {
        if (File.Exists(LogOf(path)) && new FileInfo(LogOf(path)).Length > 0)
            throw new StorageRefusedException($"storage {path} is missing, but its log {LogOf(path)} is there; put the file back, or move the log away");
        var making = path + ".new";
        File.Delete(making);
        File.Delete(LogOf(making));
        using (var database = OpenRaw(making))
        {
            database.UtcDate = true;
            database.UserVersion = Schema;
            database.GetCollection("marks").Insert(new BsonDocument { ["_id"] = BotMark, ["value"] = bot.ToString(CultureInfo.InvariantCulture) });
            database.Checkpoint();
        }
        File.Delete(LogOf(making));
        File.Move(making, path);
    }

    private static void CheckBeforeOpening(string path)
    {
        if (File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly))
            throw new StorageRefusedException($"storage {path} is read-only; make it writable, or set another Storage:Path");
        using var file = Opened(path);
        if (file.Length == 0 || file.Length % PageSize != 0)
            throw new StorageRefusedException($"storage {path} is cut short ({file.Length} bytes) and was left as it is; restore a copy, or move it away to begin anew");
        var header = new byte[PageSize];
        file.ReadExactly(header);
        // What is not in the file yet may stand in the log; without one, every page must be there.
        var log = new FileInfo(LogOf(path));
        var pages = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(LastPageAt)) + 1L;
        if (!(log.Exists && log.Length > 0) && file.Length < pages * PageSize)
            throw new StorageRefusedException($"storage {path} is cut short ({file.Length} bytes of {pages * PageSize}) and was left as it is; restore a copy, or move it away to begin anew");
    }

    private static FileStream Opened(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new StorageRefusedException($"storage {path} cannot be written ({denied.Message}); make it writable, or set another Storage:Path", denied);
        }
    }

    private static void Check(LiteDatabase database, string path, long bot)
    {
        if (database.UserVersion > Schema)
            throw new StorageRefusedException($"storage {path} is from a newer version of this program (form {database.UserVersion}, this one knows {Schema}) and was left as it is; run the newer one, or set another Storage:Path");
        if (database.UserVersion < 1)
            throw new StorageRefusedException($"storage {path} is a database of something else and was left as it is; set another Storage:Path");
        // Every document is read once: damage shows now, and not to a person weeks later.
        foreach (var name in database.GetCollectionNames().ToList())
            foreach (var document in database.GetCollection(name).FindAll()) _ = document.Count;
        var owner = database.GetCollection("marks").FindById(BotMark)?["value"].AsString;
        if (owner != bot.ToString(CultureInfo.InvariantCulture))
            throw new StorageRefusedException($"storage {path} belongs to {(owner is null ? "nobody" : $"the bot {owner}")}, and this is bot {bot}; set another Storage:Path, or use that bot's token");
    }
}
