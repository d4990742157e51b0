using System.Collections.ObjectModel;
using Cica.Bot.Reminders;
using LiteDB;

namespace Cica.Bot.Storage.LiteDb;

/// <summary>Records to documents and back, by hand: what is stored depends on no mapper's habits. Instants are UTC, to the millisecond.</summary>
internal static class Documents
{
    public static BsonDocument Of(ChatState chat) => new()
    {
        ["_id"] = chat.Id,
        ["language"] = chat.Language,
        ["zone"] = chat.Zone,
        ["quiet-from"] = chat.Quiet?.From.Ticks is { } from ? from : BsonValue.Null,
        ["quiet-to"] = chat.Quiet?.To.Ticks is { } to ? to : BsonValue.Null,
        ["off"] = chat.OffSince is { } since ? since.UtcDateTime : BsonValue.Null,
    };

    public static ChatState Chat(BsonDocument d) => new(d["_id"].AsInt64)
    {
        Language = d["language"].AsString,
        Zone = d["zone"].AsString,
        Quiet = d["quiet-from"].IsNull ? null : new QuietHours(new TimeOnly(d["quiet-from"].AsInt64), new TimeOnly(d["quiet-to"].AsInt64)),
        OffSince = d["off"].IsNull ? null : Instant(d["off"]),
    };

    public static BsonDocument Of(Owed owed, Lease lease) => new()
    {
        ["_id"] = owed.UpdateId,
        ["since"] = owed.Since.UtcDateTime,
        ["chat"] = owed.Chat,
        ["user"] = owed.User,
        ["update"] = owed.Update,
        ["calls"] = new BsonArray(owed.Calls.Select(Of)),
        ["holder"] = lease.Holder,
        ["until"] = lease.Until.UtcDateTime,
    };

    public static Owed Owed(BsonDocument d) => new(
        d["_id"].AsInt64,
        Instant(d["since"]),
        d["chat"].IsNull ? null : d["chat"].AsInt64,
        d["user"].IsNull ? null : d["user"].AsInt64,
        d["update"].AsString,
        new ReadOnlyCollection<OwedCall>([.. d["calls"].AsArray.Select(c => Call(c.AsDocument))]));

    public static BsonDocument Of(UnansweredQuestion question, long id) => new()
    {
        ["_id"] = id,
        ["text"] = question.Text,
        ["language"] = question.Language,
        ["at"] = question.At.UtcDateTime,
    };

    public static UnansweredQuestion Question(BsonDocument d) => new(d["text"].AsString, d["language"].AsString, Instant(d["at"]));

    public static DateTimeOffset Instant(BsonValue value) => new(DateTime.SpecifyKind(value.AsDateTime.ToUniversalTime(), DateTimeKind.Utc));

    private static BsonDocument Of(OwedCall call) => new()
    {
        ["method"] = call.Method,
        ["type"] = call.ContentType,
        ["body"] = call.Body,
        ["urgency"] = call.Urgency,
        ["chat"] = call.Chat,
        ["plain"] = call.Plain,
    };

    private static OwedCall Call(BsonDocument d) => new(d["method"].AsString, d["type"].AsString, d["body"].AsBinary, d["urgency"].AsInt32, d["chat"].IsNull ? null : d["chat"].AsInt64, d["plain"].AsString);
}
