using Cica.Bot.Reminders;
using LiteDB;

namespace Cica.Bot.Storage.LiteDb;

/// <summary>
/// The notices, within a transaction of the <see cref="Writer"/>. Each row has a "turn", when it has to be looked at next: the moment
/// it is due, the end of the lease on it, or when it may be thrown away; so that one index serves all three.
/// </summary>
internal static class NoticeTable
{
    private const string Name = "notices";
    // What has ended stands that many years behind what is open, so that whoever looks for what is due does not meet it.
    private const int YearsBehind = 4_000;
    // The end of the year 9999, past which a stored instant cannot be: a held notice waits for its chat, not for a time.
    private static readonly BsonValue Never = DateTime.SpecifyKind(new DateTime(9999, 1, 1), DateTimeKind.Utc);

    /// <summary>Makes the indexes, once, and takes back what a dead process held: whoever opens the file is alone.</summary>
    public static void Prepare(LiteDatabase db)
    {
        var rows = Rows(db);
        rows.EnsureIndex("key", "$.key", unique: true);
        rows.EnsureIndex("place", "$.place");
        rows.EnsureIndex("turn", "$.turn");
        foreach (var row in rows.Find("$.holder != null").ToList()) rows.Update(Free(row));
    }

    /// <summary>Puts changes of the plan in force. What is there already is asked for once for all of them: a query costs more than the row it finds.</summary>
    public static void Apply(LiteDatabase db, IReadOnlyList<PlanChange> changes)
    {
        var rows = Rows(db);
        var touched = Having(rows, "_id", changes.SelectMany(c => c.Dropped.Concat(c.Moved.Select(m => m.Id))).Select(id => new BsonValue(id))).ToDictionary(r => r["_id"].AsGuid);
        foreach (var id in changes.SelectMany(c => c.Dropped))
            if (touched.Remove(id, out var dropped) && IsOpen(dropped)) rows.Delete(id);
        foreach (var notice in changes.SelectMany(c => c.Moved))
            if (touched.TryGetValue(notice.Id, out var moved) && ReminderDocuments.State(moved) == NoticeState.Pending) rows.Update(Renewed(moved, notice));
        var added = changes.SelectMany(c => c.Added).ToList();
        if (added.Count == 0) return;
        var taken = Keys(rows, "key", added.Select(n => new BsonValue(n.Key)));
        var standing = SubscriptionTable.Standing(db, added.SelectMany(n => n.Subscriptions));
        var off = Having(db.GetCollection("chats"), "_id", added.Select(n => new BsonValue(n.To.Chat))).Where(c => !c["off"].IsNull).Select(c => c["_id"].AsInt64).ToHashSet();
        var news = new List<BsonDocument>();
        foreach (var notice in added)
        {
            var from = notice.Subscriptions.Where(standing.Contains).ToList();
            if (from.Count > 0 && taken.Add(notice.Key)) news.Add(Free(ReminderDocuments.Of(notice with { Subscriptions = from, IsHeld = off.Contains(notice.To.Chat) })));
        }
        rows.Insert(news);
    }

    public static List<Notice> Open(LiteDatabase db, IReadOnlyList<Destination> to) =>
        [.. Having(Rows(db), "place", to.Select(t => new BsonValue(ReminderDocuments.Place(t)))).Where(IsOpen).Select(ReminderDocuments.Notice)];

    public static List<Notice> Claim(LiteDatabase db, Lease lease, DateTimeOffset now, int about)
    {
        var claimed = new List<Notice>();
        var earliest = Rows(db).Query().Where("$.turn <= @0", now.UtcDateTime).OrderBy("$.turn").Limit(about).ToDocuments().ToList();
        foreach (var place in earliest.Select(r => r["place"].AsString).Distinct().ToList())
        {
            foreach (var row in Rows(db).Find(SubscriptionTable.By("$.place = @0", place)).ToList().Where(r => IsOpen(r) && Documents.Instant(r["turn"]) <= now))
            {
                // Found on its way and held by nobody: who sent it died, or did not learn what became of it.
                if (ReminderDocuments.State(row) == NoticeState.Sending) row["repeat"] = true;
                row["state"] = (int)NoticeState.Pending;
                row["holder"] = lease.Holder;
                row["turn"] = lease.Until.UtcDateTime;
                Rows(db).Update(row);
                claimed.Add(ReminderDocuments.Notice(row));
            }
        }
        claimed.Sort((a, b) => a.Due.CompareTo(b.Due));
        return claimed;
    }

    public static void Renew(LiteDatabase db, Lease lease, IEnumerable<Guid> ids)
    {
        foreach (var id in ids)
        {
            // One that is held waits for its chat.
            if (Rows(db).FindById(id) is not { } row || !IsOpen(row) || row["holder"].AsString != lease.Holder || row["held"].AsBoolean) continue;
            row["turn"] = lease.Until.UtcDateTime;
            Rows(db).Update(row);
        }
    }

    public static bool BeginSending(LiteDatabase db, IReadOnlyList<Guid> ids, string holder)
    {
        var rows = ids.Select(id => Rows(db).FindById(id)).ToList();
        if (!rows.All(r => r is not null && IsOpen(r) && r["holder"].AsString == holder && !r["held"].AsBoolean)) return false;
        foreach (var row in rows)
        {
            row!["state"] = (int)NoticeState.Sending;
            Rows(db).Update(row);
        }
        return true;
    }

    public static void End(LiteDatabase db, NoticeEnd end)
    {
        if (Rows(db).FindById(end.Id) is not { } row || !IsOpen(row)) return;
        row["state"] = (int)end.State;
        row["why"] = end.Why ?? row["why"];
        row["repeat"] = row["repeat"].AsBoolean || end.MayRepeat;
        if (end.State == NoticeState.Pending)
        {
            row["failures"] = row["failures"].AsInt32 + (end.Why is null ? 0 : 1);
            row["holder"] = BsonValue.Null;
            row["turn"] = row["held"].AsBoolean ? Never : end.At.UtcDateTime;
        }
        else
        {
            row["ended"] = end.At.UtcDateTime;
            row["holder"] = BsonValue.Null;
            row["turn"] = Behind(end.At + (end.State == NoticeState.Failed ? IOutbox.FailedLife : IOutbox.SentLife));
        }
        Rows(db).Update(row);
    }

    /// <summary>The earliest turn of a notice that is open and not held.</summary>
    public static DateTimeOffset? NextTurn(LiteDatabase db) =>
        Rows(db).Query().Where("$.turn < @0", Behind(DateTimeOffset.UnixEpoch)).OrderBy("$.turn").Limit(1).ToDocuments().ToList() is [var first] ? Documents.Instant(first["turn"]) : null;

    public static List<Notice> Next(LiteDatabase db, long? chat, int most) => chat is { } one
        ? [.. Rows(db).Find(SubscriptionTable.InChat(one)).Where(IsOpen).ToList().Select(ReminderDocuments.Notice).OrderBy(n => n.Due).Take(most)]
        : [.. Rows(db).Query().Where("$.turn < @0", Behind(DateTimeOffset.UnixEpoch)).OrderBy("$.turn").Limit(most).ToDocuments().ToList().Select(ReminderDocuments.Notice)];

    public static List<Notice> Failures(LiteDatabase db, long? chat, int most) =>
        [.. (chat is { } one ? Rows(db).Find(SubscriptionTable.InChat(one)) : Rows(db).FindAll()).Where(r => ReminderDocuments.State(r) == NoticeState.Failed).ToList()
            .Select(ReminderDocuments.Notice).OrderByDescending(n => n.Ended).Take(most)];

    public static OutboxFigures Count(LiteDatabase db)
    {
        int pending = 0, held = 0, sending = 0, sent = 0, failed = 0;
        foreach (var row in Rows(db).FindAll())
        {
            var state = ReminderDocuments.State(row);
            if (state == NoticeState.Sent) sent++;
            else if (state == NoticeState.Failed) failed++;
            else if (!IsOpen(row)) continue;
            else if (row["held"].AsBoolean) held++;
            else if (!row["holder"].IsNull) sending++;
            else pending++;
        }
        return new OutboxFigures(pending, held, sending, sent, failed);
    }

    public static int Sweep(LiteDatabase db, DateTimeOffset now, int most)
    {
        var over = Rows(db).Query().Where("$.turn BETWEEN @0 AND @1", Behind(DateTimeOffset.UnixEpoch), Behind(now)).OrderBy("$.turn").Limit(most).ToDocuments().ToList();
        foreach (var row in over) Rows(db).Delete(row["_id"]);
        return over.Count;
    }

    /// <summary>These subscriptions are gone: what comes from them alone goes with them.</summary>
    public static void Unsubscribed(LiteDatabase db, Destination to, IReadOnlyCollection<string> ids)
    {
        foreach (var row in Rows(db).Find(SubscriptionTable.By("$.place = @0", ReminderDocuments.Place(to))).ToList().Where(IsOpen))
        {
            var left = row["subscriptions"].AsArray.Where(s => !ids.Contains(s.AsString)).ToList();
            if (left.Count == row["subscriptions"].AsArray.Count) continue;
            row["subscriptions"] = new BsonArray(left);
            if (left.Count == 0) Rows(db).Delete(row["_id"]);
            else Rows(db).Update(row);
        }
    }

    /// <summary>The chat has shut the bot out, or has come back.</summary>
    public static void Hold(LiteDatabase db, long chat, bool hold)
    {
        foreach (var row in Rows(db).Find(SubscriptionTable.InChat(chat)).ToList().Where(r => IsOpen(r) && r["held"].AsBoolean != hold))
        {
            row["held"] = hold;
            if (hold) row["turn"] = Never;
            Rows(db).Update(hold ? row : Free(row));
        }
    }

    /// <summary>A group has a new id. Where both have the same notice, that of the new one stays.</summary>
    public static void Move(LiteDatabase db, long from, long to)
    {
        var isOff = db.GetCollection("chats").FindById(to) is { } chat && !chat["off"].IsNull;
        foreach (var row in Rows(db).Find(SubscriptionTable.InChat(from)).ToList())
        {
            var notice = ReminderDocuments.Notice(row);
            var moved = ReminderDocuments.Of(notice with { To = notice.To with { Chat = to }, IsHeld = isOff && IsOpen(row) });
            (moved["holder"], moved["turn"]) = (row["holder"], row["turn"]);
            if (notice.IsHeld && !isOff && IsOpen(row)) moved = Free(moved);
            if (Rows(db).FindOne(SubscriptionTable.By("$.key = @0", moved["key"])) is null) Rows(db).Update(moved);
            else Rows(db).Delete(notice.Id);
        }
    }

    public static List<Notice> OfChat(LiteDatabase db, long chat) => [.. Rows(db).Find(SubscriptionTable.InChat(chat)).ToList().Select(ReminderDocuments.Notice)];

    public static void Forget(LiteDatabase db, long user)
    {
        foreach (var row in Rows(db).Find(SubscriptionTable.InChat(user)).ToList()) Rows(db).Delete(row["_id"]);
    }

    // New moments for what is there; who holds it goes on holding it.
    private static BsonDocument Renewed(BsonDocument row, Notice notice)
    {
        (row["nominal"], row["due"]) = (notice.Nominal.UtcDateTime, notice.Due.UtcDateTime);
        var renewed = ReminderDocuments.Of(notice);
        (row["subscriptions"], row["change"], row["language"]) = (renewed["subscriptions"], renewed["change"], renewed["language"]);
        return row["holder"].IsNull ? Free(row) : row;
    }

    private static BsonDocument Free(BsonDocument row)
    {
        row["holder"] = BsonValue.Null;
        row["turn"] = !IsOpen(row) ? row["turn"] : row["held"].AsBoolean ? Never : row["due"];
        return row;
    }

    // The rows with one of these values of what an index is on.
    private static List<BsonDocument> Having(ILiteCollection<BsonDocument> rows, string name, IEnumerable<BsonValue> values) =>
        new BsonArray(values.Distinct()) is { Count: > 0 } any ? rows.Find(SubscriptionTable.By($"$.{name} IN @0", any)).ToList() : [];

    // Which of these values are there; answered from the index, without a look at the rows.
    private static HashSet<string> Keys(ILiteCollection<BsonDocument> rows, string name, IEnumerable<BsonValue> values) =>
        [.. rows.Query().Where(SubscriptionTable.By($"$.{name} IN @0", new BsonArray(values.Distinct()))).Select($"$.{name}").ToDocuments().ToList().Select(d => d.Values.Single().AsString)];

    private static DateTime Behind(DateTimeOffset at) => at.UtcDateTime.AddYears(YearsBehind);

    private static bool IsOpen(BsonDocument row) => ReminderDocuments.State(row) <= NoticeState.Sending;

    private static ILiteCollection<BsonDocument> Rows(LiteDatabase db) => db.GetCollection(Name);
}
