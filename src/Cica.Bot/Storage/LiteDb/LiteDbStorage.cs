using System.Collections.Concurrent;
using Cica.Bot.Operations;
using Cica.Bot.Reminders;
using LiteDB;

namespace Cica.Bot.Storage.LiteDb;

/// <summary>
/// The storage in one LiteDB file, for one process. Chats that chose something are also held in memory, so that a message costs
/// no reading of the file.
/// </summary>
internal sealed partial class LiteDbStorage : IStorage, IAsyncDisposable
{
    private readonly FileLock held;
    private readonly Writer writer;
    private readonly QuestionShelf questions;
    private readonly ConcurrentDictionary<long, ChatState> chats;
    // A change to a chat is made from the state before it, so changes go one by one.
    private readonly SemaphoreSlim changing = new(1, 1);
    private volatile string? trouble;

    private LiteDbStorage(FileLock held, LiteDatabase database, string path, long bot, TimeProvider time, IWaypoints waypoints)
    {
        this.held = held;
        chats = new(database.GetCollection("chats").FindAll().Select(Documents.Chat).Select(c => KeyValuePair.Create(c.Id, c)));
        // The lock was free, so whoever held these is dead: no lease of an earlier run stands.
        foreach (var owed in database.GetCollection("owed").FindAll().ToList())
        {
            owed["until"] = DateTime.UnixEpoch;
            database.GetCollection("owed").Update(owed);
        }
        SubscriptionTable.Prepare(database);
        NoticeTable.Prepare(database);
        database.Checkpoint();
        var lastQuestion = QuestionShelf.LastId(database);
        writer = new Writer(database, () => DatabaseFile.Open(path, bot), new Room(path), t => trouble = t, waypoints, time);
        questions = new QuestionShelf(writer, lastQuestion, time);
    }

    /// <inheritdoc/>
    public string? Trouble => trouble;

    /// <summary>Opens the file for this bot, or makes it; throws <see cref="StorageRefusedException"/>.</summary>
    public static LiteDbStorage Open(string path, long bot, TimeProvider time, IWaypoints? waypoints = null)
    {
        var real = (File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null) ?? path;
        if (!Directory.Exists(Path.GetDirectoryName(real))) throw new StorageRefusedException($"storage {path}: there is no directory {Path.GetDirectoryName(real)}; make it, or set Storage:Path");
        var held = FileLock.Take(real);
        try
        {
            return new LiteDbStorage(held, DatabaseFile.Open(real, bot), real, bot, time, waypoints ?? new NoWaypoints());
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await questions.DisposeAsync();
        await writer.DisposeAsync();
        held.Dispose();
        changing.Dispose();
    }

    /// <inheritdoc/>
    public ValueTask<ChatState> GetChatAsync(long chat, CancellationToken cancel) => new(chats.GetValueOrDefault(chat) ?? new ChatState(chat));

    /// <inheritdoc/>
    public ValueTask SetLanguageAsync(long chat, string? language, CancellationToken cancel) => ChangeAsync(chat, c => c with { Language = language }, cancel);

    /// <inheritdoc/>
    public ValueTask SetZoneAsync(long chat, string? zone, CancellationToken cancel) => ChangeAsync(chat, c => c with { Zone = zone }, cancel);

    /// <inheritdoc/>
    public ValueTask SetQuietHoursAsync(long chat, QuietHours? quiet, CancellationToken cancel) => ChangeAsync(chat, c => c with { Quiet = quiet }, cancel);

    /// <inheritdoc/>
    public ValueTask SwitchOffAsync(long chat, DateTimeOffset since, CancellationToken cancel) => ChangeAsync(chat, c => c with { OffSince = c.OffSince ?? since.ToUniversalTime() }, cancel, db => NoticeTable.Hold(db, chat, hold: true));

    /// <inheritdoc/>
    public ValueTask SwitchOnAsync(long chat, CancellationToken cancel) => ChangeAsync(chat, c => c with { OffSince = null }, cancel, db => NoticeTable.Hold(db, chat, hold: false));

    /// <inheritdoc/>
    public async ValueTask MoveChatAsync(long from, long to, CancellationToken cancel)
    {
        await changing.WaitAsync(cancel);
        try
        {
            var old = chats.GetValueOrDefault(from) ?? new ChatState(from);
            var now = chats.GetValueOrDefault(to) ?? new ChatState(to);
            var merged = now with { Language = now.Language ?? old.Language, Zone = now.Zone ?? old.Zone, Quiet = now.Quiet ?? old.Quiet };
            await writer.WalkAndWriteAsync(db =>
            {
                if (merged != new ChatState(to)) db.GetCollection("chats").Upsert(Documents.Of(merged));
                db.GetCollection("chats").Delete(from);
                SubscriptionTable.Move(db, from, to);
                NoticeTable.Move(db, from, to);
            });
            if (merged != new ChatState(to)) chats[to] = merged;
            chats.TryRemove(from, out _);
        }
        finally
        {
            changing.Release();
        }
    }

    /// <inheritdoc/>
    public ValueTask KeepAsync(IReadOnlyList<Owed> owed, Lease lease, CancellationToken cancel) => owed.Count == 0 ? default : new(writer.WriteAsync(db =>
    {
        foreach (var one in owed) db.GetCollection("owed").Upsert(Documents.Of(one, lease));
    }));

    /// <inheritdoc/>
    public ValueTask SettleAsync(IReadOnlyList<long> updateIds, CancellationToken cancel) => updateIds.Count == 0 ? default : new(writer.WriteAsync(db =>
    {
        foreach (var id in updateIds) db.GetCollection("owed").Delete(id);
    }));

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Owed>> ClaimAsync(Lease lease, DateTimeOffset now, CancellationToken cancel)
    {
        var claimed = new List<Owed>();
        await writer.WalkAndWriteAsync(db =>
        {
            claimed.Clear();
            foreach (var row in db.GetCollection("owed").FindAll().ToList())
            {
                if (Documents.Instant(row["until"]) > now) continue;
                var one = Documents.Owed(row);
                db.GetCollection("owed").Update(Documents.Of(one, lease));
                claimed.Add(one);
            }
        });
        claimed.Sort((a, b) => a.UpdateId.CompareTo(b.UpdateId));
        return claimed;
    }

    /// <inheritdoc/>
    public ValueTask RenewAsync(Lease lease, CancellationToken cancel) => new(writer.WalkAndWriteAsync(db =>
    {
        foreach (var row in db.GetCollection("owed").FindAll().Where(r => r["holder"].AsString == lease.Holder).ToList())
        {
            row["until"] = lease.Until.UtcDateTime;
            db.GetCollection("owed").Update(row);
        }
    }));

    /// <inheritdoc/>
    public async ValueTask<int> CountOwedAsync(CancellationToken cancel) => await writer.ReadAsync(db => db.GetCollection("owed").Count());

    /// <inheritdoc/>
    public void AddUnanswered(UnansweredQuestion question) => questions.Add(question);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<UnansweredQuestion>> UnansweredAsync(CancellationToken cancel) => await questions.AllAsync();

    /// <inheritdoc/>
    public async ValueTask<string?> GetMarkAsync(string key, CancellationToken cancel) => await writer.ReadAsync(db => db.GetCollection("marks").FindById(key)?["value"].AsString);

    /// <inheritdoc/>
    public ValueTask SetMarkAsync(string key, string value, CancellationToken cancel) => key == DatabaseFile.BotMark
        ? throw new ArgumentException("whose file this is does not change", nameof(key))
        : new(writer.WriteAsync(db => db.GetCollection("marks").Upsert(new BsonDocument { ["_id"] = key, ["value"] = value })));

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<string, object>> ExportAsync(long user, CancellationToken cancel)
    {
        var all = new Dictionary<string, object>();
        if (chats.TryGetValue(user, out var chat)) all["chat"] = chat;
        var owed = await writer.ReadAsync(db => db.GetCollection("owed").FindAll().Where(d => IsOf(d, user)).Select(Documents.Owed).ToList());
        if (owed.Count > 0) all["owed"] = owed;
        // Those of their own chat, and those they made in groups.
        var subscriptions = await writer.ReadAsync(db => SubscriptionTable.OfChat(db, user).UnionBy(SubscriptionTable.ByUser(db, user), s => s.Id).ToList());
        if (subscriptions.Count > 0) all["subscriptions"] = subscriptions;
        var notices = await writer.ReadAsync(db => NoticeTable.OfChat(db, user));
        if (notices.Count > 0) all["notices"] = notices;
        return all;
    }

    /// <inheritdoc/>
    public async ValueTask ForgetAsync(long user, CancellationToken cancel)
    {
        await changing.WaitAsync(cancel);
        try
        {
            await writer.WalkAndWriteAsync(db =>
            {
                db.GetCollection("chats").Delete(user);
                foreach (var row in db.GetCollection("owed").FindAll().Where(d => IsOf(d, user)).ToList()) db.GetCollection("owed").Delete(row["_id"]);
                SubscriptionTable.Forget(db, user);
                NoticeTable.Forget(db, user);
            });
            chats.TryRemove(user, out _);
        }
        finally
        {
            changing.Release();
        }
    }

    // A private chat has the id of its user; in a group only what is theirs is.
    private static bool IsOf(BsonDocument owed, long user) => owed["user"] == user || owed["chat"] == user;

    private async ValueTask ChangeAsync(long chat, Func<ChatState, ChatState> change, CancellationToken cancel, Action<LiteDatabase>? also = null)
    {
        await changing.WaitAsync(cancel);
        try
        {
            var before = chats.GetValueOrDefault(chat) ?? new ChatState(chat);
            var after = change(before);
            if (after == before) return;
            var isDefault = after == new ChatState(chat);
            void Write(LiteDatabase db)
            {
                if (isDefault) db.GetCollection("chats").Delete(chat);
                else db.GetCollection("chats").Upsert(Documents.Of(after));
                also?.Invoke(db);
            }
            await (also is null ? writer.WriteAsync(Write) : writer.WalkAndWriteAsync(Write));
            if (isDefault) chats.TryRemove(chat, out _);
            else chats[chat] = after;
        }
        finally
        {
            changing.Release();
        }
    }
}
