using Cica.Bot.Reminders;
using LiteDB;

namespace Cica.Bot.Storage.LiteDb;

/// <summary>The subscriptions, within a transaction of the <see cref="Writer"/>.</summary>
internal static class SubscriptionTable
{
    private const string Name = "subscriptions";

    /// <summary>Makes the indexes, once.</summary>
    public static void Prepare(LiteDatabase db)
    {
        var rows = Rows(db);
        rows.EnsureIndex("slot", "$.slot", unique: true);
        rows.EnsureIndex("place", "$.place");
        rows.EnsureIndex("by", "$.by");
    }

    public static Subscription Put(LiteDatabase db, Subscription wanted)
    {
        var stands = Rows(db).FindOne(By("$.slot = @0", ReminderDocuments.Slot(wanted.To, wanted.Target.Text)));
        var kept = stands is null ? wanted : wanted with { Id = stands["_id"].AsString, Since = Documents.Instant(stands["since"]) };
        Rows(db).Upsert(ReminderDocuments.Of(kept));
        return kept;
    }

    public static Subscription? Find(LiteDatabase db, string id) => Rows(db).FindById(id) is { } row ? ReminderDocuments.Subscription(row) : null;

    /// <summary>Which of these ids stand.</summary>
    public static HashSet<string> Standing(LiteDatabase db, IEnumerable<string> ids) => new BsonArray(ids.Distinct().Select(i => new BsonValue(i))) is { Count: > 0 } any
        ? [.. Rows(db).Query().Where(By("$._id IN @0", any)).Select("$._id").ToDocuments().ToList().Select(d => d.Values.Single().AsString)]
        : [];

    public static bool Remove(LiteDatabase db, string id) => Rows(db).Delete(id);

    public static List<Subscription> Of(LiteDatabase db, Destination to) => Read(Rows(db).Find(By("$.place = @0", ReminderDocuments.Place(to))));

    public static List<Subscription> OfChat(LiteDatabase db, long chat) => Read(Rows(db).Find(InChat(chat)));

    public static List<Subscription> ByUser(LiteDatabase db, long user) => Read(Rows(db).Find(By("$.by = @0", user)));

    public static int CountByUser(LiteDatabase db, long user) => Rows(db).Count(By("$.by = @0", user));

    public static int Count(LiteDatabase db) => Rows(db).Count();

    /// <summary>About so many subscriptions of the destinations after one; those of the last destination are all there.</summary>
    public static List<Subscription> Page(LiteDatabase db, Destination? after, int about)
    {
        var query = Rows(db).Query();
        if (after is { } last) query = query.Where("$.place > @0", ReminderDocuments.Place(last));
        var rows = query.OrderBy("$.place").Limit(about).ToDocuments().ToList();
        if (rows.Count < about) return Read(rows);
        var place = rows[^1]["place"].AsString;
        return Read(rows.Where(r => r["place"].AsString != place).ToList().Concat(Rows(db).Find(By("$.place = @0", place)).ToList()));
    }

    /// <summary>A group has a new id. Where both ids have a subscription to the same, that of the new one stays.</summary>
    public static void Move(LiteDatabase db, long from, long to)
    {
        foreach (var row in Rows(db).Find(InChat(from)).ToList())
        {
            var moved = ReminderDocuments.Subscription(row) is var old ? old with { To = old.To with { Chat = to } } : null;
            if (Rows(db).FindOne(By("$.slot = @0", ReminderDocuments.Slot(moved.To, moved.Target.Text))) is null) Rows(db).Update(ReminderDocuments.Of(moved));
            else Rows(db).Delete(old.Id);
        }
    }

    public static void Forget(LiteDatabase db, long user)
    {
        foreach (var row in Rows(db).Find(InChat(user)).ToList()) Rows(db).Delete(row["_id"]);
        foreach (var row in Rows(db).Find(By("$.by = @0", user)).ToList())
        {
            row["by"] = BsonValue.Null;
            Rows(db).Update(row);
        }
    }

    /// <summary>All rows whose destination is this chat or a topic in it.</summary>
    internal static BsonExpression InChat(long chat) => By("$.place BETWEEN @0 AND @1", $"{chat}:", $"{chat}:\uffff");

    /// <summary>A condition. Its values are parameters: with every new text LiteDB would compile an expression, which takes milliseconds.</summary>
    internal static BsonExpression By(string condition, params BsonValue[] values) => BsonExpression.Create(condition, values);

    private static ILiteCollection<BsonDocument> Rows(LiteDatabase db) => db.GetCollection(Name);

    private static List<Subscription> Read(IEnumerable<BsonDocument> rows) => [.. rows.ToList().Select(ReminderDocuments.Subscription).OrderBy(s => s.Since).ThenBy(s => s.Id, StringComparer.Ordinal)];
}
