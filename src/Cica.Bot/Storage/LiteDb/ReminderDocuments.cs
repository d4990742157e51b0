using System.Globalization;
using Cica.Bot.Reminders;
using Cica.Knowledge.Model;
using LiteDB;

namespace Cica.Bot.Storage.LiteDb;

/// <summary>Reminders' records to documents and back. A destination is stored as one text, so that it can be indexed.</summary>
internal static class ReminderDocuments
{
    /// <summary>A destination as it is stored.</summary>
    public static string Place(Destination to) => string.Create(CultureInfo.InvariantCulture, $"{to.Chat}:{to.Topic}");

    /// <summary>What takes the place of a subscription of the same destination and target.</summary>
    public static string Slot(Destination to, string target) => $"{Place(to)}:{target}";

    public static BsonDocument Of(Subscription s) => new()
    {
        ["_id"] = s.Id,
        ["chat"] = s.To.Chat,
        ["topic"] = s.To.Topic,
        ["place"] = Place(s.To),
        ["slot"] = Slot(s.To, s.Target.Text),
        ["target"] = s.Target.Text,
        ["leads"] = (int)s.Leads,
        ["by"] = s.By,
        ["language"] = s.Language,
        ["since"] = s.Since.UtcDateTime,
    };

    public static Subscription Subscription(BsonDocument d) => new(d["_id"].AsString, To(d), Target(d["target"].AsString), (Leads)d["leads"].AsInt32)
    {
        By = d["by"].IsNull ? null : d["by"].AsInt64,
        Language = d["language"].AsString,
        Since = Documents.Instant(d["since"]),
    };

    public static BsonDocument Of(Notice n) => new()
    {
        ["_id"] = n.Id,
        ["chat"] = n.To.Chat,
        ["topic"] = n.To.Topic,
        ["place"] = Place(n.To),
        ["key"] = n.Key,
        ["event"] = n.Event,
        ["occurrence"] = n.Occurrence,
        ["revision"] = n.Revision,
        ["kind"] = n.Kind.ToString(),
        ["nominal"] = n.Nominal.UtcDateTime,
        ["due"] = n.Due.UtcDateTime,
        ["subscriptions"] = new BsonArray(n.Subscriptions.Select(s => new BsonValue(s))),
        ["language"] = n.Language,
        ["change"] = n.Change is { } change ? Of(change) : BsonValue.Null,
        ["state"] = (int)n.State,
        ["held"] = n.IsHeld,
        ["why"] = n.Why,
        ["failures"] = n.Failures,
        ["repeat"] = n.MayRepeat,
        ["ended"] = n.Ended is { } ended ? ended.UtcDateTime : BsonValue.Null,
    };

    public static Notice Notice(BsonDocument d) => new()
    {
        Id = d["_id"].AsGuid,
        To = To(d),
        Event = d["event"].AsString,
        Occurrence = d["occurrence"].AsInt32,
        Revision = d["revision"].AsInt32,
        Kind = Enum.Parse<NoticeKind>(d["kind"].AsString),
        Nominal = Documents.Instant(d["nominal"]),
        Due = Documents.Instant(d["due"]),
        Subscriptions = [.. d["subscriptions"].AsArray.Select(s => s.AsString)],
        Language = d["language"].AsString,
        Change = d["change"].IsNull ? null : Change(d["change"].AsDocument),
        State = State(d),
        IsHeld = d["held"].AsBoolean,
        Why = d["why"].AsString,
        Failures = d["failures"].AsInt32,
        MayRepeat = d["repeat"].AsBoolean,
        Ended = d["ended"].IsNull ? null : Documents.Instant(d["ended"]),
    };

    public static NoticeState State(BsonDocument notice) => (NoticeState)notice["state"].AsInt32;

    public static BsonDocument Of(ToldEvent e) => new()
    {
        ["_id"] = e.Id,
        ["date"] = Of(e.Date),
        ["kind"] = e.Kind.ToString(),
        ["titles"] = new BsonDocument(e.Titles.ToDictionary(t => t.Key, t => new BsonValue(t.Value))),
        ["revision"] = e.Revision,
        ["changes"] = e.Changes,
        ["telling"] = e.Telling is { } telling ? Of(telling) : BsonValue.Null,
        ["gone"] = e.IsGone,
    };

    public static ToldEvent ToldEvent(BsonDocument d) => new(d["_id"].AsString, Date(d["date"].AsDocument))
    {
        Kind = Enum.Parse<EventKind>(d["kind"].AsString),
        Titles = d["titles"].AsDocument.ToDictionary(t => t.Key, t => t.Value.AsString),
        Revision = d["revision"].AsInt32,
        Changes = d["changes"].AsInt32,
        Telling = d["telling"].IsNull ? null : Change(d["telling"].AsDocument),
        IsGone = d["gone"].AsBoolean,
    };

    private static BsonDocument Of(EventChange change) => new()
    {
        ["kind"] = change.Kind.ToString(),
        ["old"] = change.Old is { } old ? Of(old) : BsonValue.Null,
        ["new"] = Of(change.New),
    };

    private static EventChange Change(BsonDocument d) => new(Enum.Parse<ChangeKind>(d["kind"].AsString), d["old"].IsNull ? null : Date(d["old"].AsDocument), Date(d["new"].AsDocument));

    private static BsonDocument Of(EventDate date) => new()
    {
        ["start"] = date.Start.ToString(),
        ["at"] = date.StartsAt is { } at ? at.UtcDateTime : BsonValue.Null,
        ["status"] = date.Status.ToString(),
    };

    private static EventDate Date(BsonDocument d) => new(
        PartialDate.TryParse(d["start"].AsString, out var start) ? start : throw new FormatException("a stored date is no date"),
        d["at"].IsNull ? null : Documents.Instant(d["at"]),
        Enum.Parse<EventStatus>(d["status"].AsString));

    private static Destination To(BsonDocument d) => new(d["chat"].AsInt64, d["topic"].IsNull ? null : d["topic"].AsInt32);

    private static Target Target(string text) => Reminders.Target.TryRead(text, out var target) ? target : throw new FormatException("a stored target is none");
}
