using Cica.Bot.Storage;
using Cica.Knowledge.Model;
using NodaTime;

namespace Cica.Bot.Reminders.Planning;

/// <summary>
/// What subscribers know of the events, compared with what the facts say now. What has changed is noted first, with the words to tell
/// it in, and only then told to one destination after the other, so that a death in between loses nothing.
/// </summary>
internal sealed class News(IOutbox outbox)
{
    private volatile Dictionary<string, ToldEvent> known = [];

    /// <summary>The revisions of the events' dates, by id.</summary>
    public IReadOnlyDictionary<string, int> Revisions => known.ToDictionary(e => e.Key, e => e.Value.Revision, StringComparer.Ordinal);

    /// <summary>
    /// Compares and notes. Returns the events whose reminders are to be planned anew or whose change is to be told. The first time
    /// nothing is news.
    /// </summary>
    public async ValueTask<IReadOnlyList<ToldEvent>> TakeAsync(IReadOnlyList<EventEntry> events, DateOnly today, CancellationToken cancel)
    {
        var told = (await outbox.ToldEventsAsync(cancel)).ToDictionary(e => e.Id, StringComparer.Ordinal);
        var isFirst = told.Count == 0;
        var noted = new List<ToldEvent>();
        var touched = new List<ToldEvent>();
        foreach (var entry in events)
        {
            told.Remove(entry.Id, out var old);
            var now = old is null ? New(entry, isFirst, today) : Changed(old, entry, today);
            if (old is null || !IsSame(old, now)) noted.Add(now);
            if (now.Telling is not null || (old is not null && old.Date != now.Date)) touched.Add(now);
        }
        foreach (var old in told.Values)
        {
            var gone = old.IsGone ? old : Gone(old, today);
            if (!old.IsGone) noted.Add(gone);
            if (!old.IsGone || gone.Telling is not null) touched.Add(gone);
        }
        await outbox.TellAsync(noted, cancel);
        known = (await outbox.ToldEventsAsync(cancel)).ToDictionary(e => e.Id, StringComparer.Ordinal);
        return touched;
    }

    /// <summary>What an event is called, also one that is no longer in the facts; its id where nothing is known of it.</summary>
    public string TitleOf(string id, string language) =>
        known.TryGetValue(id, out var told) ? told.Titles.GetValueOrDefault(language) ?? told.Titles.GetValueOrDefault("en") ?? id : id;

    /// <summary>Notes that these are told to everybody.</summary>
    public ValueTask ToldAsync(IReadOnlyList<ToldEvent> events, CancellationToken cancel) =>
        outbox.TellAsync([.. events.Where(e => e.Telling is not null).Select(e => e with { Telling = null })], cancel);

    /// <summary>
    /// The notices that tell a destination of these changes, and those they take the place of: somebody who was not told of the last
    /// change yet is told of both as one.
    /// </summary>
    public static (IReadOnlyList<Notice> Added, IReadOnlyList<Guid> Replaced) For(
        IReadOnlyList<ToldEvent> changed, Destination to, IReadOnlyList<Subscription> subscriptions, IEnumerable<Notice> open, (DateTimeZone Zone, QuietHours? Quiet) chat, DateTimeOffset now)
    {
        var added = new List<Notice>();
        var replaced = new List<Guid>();
        foreach (var told in changed.Where(e => e.Telling is not null))
        {
            var asking = subscriptions.Where(s => s.Target.TakesIn(told.Id, told.Kind)).ToList();
            if (asking.Count == 0) continue;
            var change = told.Telling!;
            foreach (var earlier in open.Where(n => n.Kind == NoticeKind.Change && n.Event == told.Id && n.Revision < told.Changes && n.State == NoticeState.Pending))
            {
                replaced.Add(earlier.Id);
                change = change is null ? null : Together(earlier.Change!, change);
            }
            if (change is null) continue;
            added.Add(new Notice
            {
                Id = Guid.CreateVersion7(now),
                To = to,
                Event = told.Id,
                Revision = told.Changes,
                Kind = NoticeKind.Change,
                Nominal = now,
                Due = Moments.OutOfQuiet(Instant.FromDateTimeOffset(now), chat.Zone, chat.Quiet, Instant.MaxValue).ToDateTimeOffset(),
                Subscriptions = [.. asking.Select(s => s.Id)],
                Language = asking[0].Language,
                Change = change,
            });
        }
        return (added, replaced);
    }

    private static EventChange? Together(EventChange first, EventChange then) => first.Old is not { } old
        ? then.Kind is ChangeKind.Removed or ChangeKind.Cancelled ? null : new EventChange(ChangeKind.Added, null, then.New)
        : then.Kind == ChangeKind.Removed ? then with { Old = old } : EventChanges.Between(old, then.New);

    private static ToldEvent New(EventEntry entry, bool isFirst, DateOnly today)
    {
        var date = EventChanges.DateOf(entry);
        var change = new EventChange(ChangeKind.Added, null, date);
        var tells = !isFirst && date.Status is EventStatus.Planned or EventStatus.Confirmed or EventStatus.Moved && (entry.Yearly || !EventChanges.IsOver(change, today));
        return new ToldEvent(entry.Id, date) { Kind = entry.Kind, Titles = TitlesOf(entry), Changes = !isFirst && tells ? 1 : 0, Telling = !isFirst && tells ? change : null };
    }

    private static ToldEvent Changed(ToldEvent old, EventEntry entry, DateOnly today)
    {
        var date = EventChanges.DateOf(entry);
        var change = old.IsGone && date.Status is not (EventStatus.Held or EventStatus.Cancelled) ? new EventChange(ChangeKind.Restored, old.Date, date) : EventChanges.Between(old.Date, date);
        var now = old with { Date = date, Kind = entry.Kind, Titles = TitlesOf(entry), IsGone = false };
        if (EventChanges.HasOtherDate(old.Date, date)) now = now with { Revision = old.Revision + 1 };
        if (change is null || (!entry.Yearly && EventChanges.IsOver(change, today))) return now;
        // A change that was not told to everybody yet is told together with this one to those who wait for it.
        return now with { Changes = old.Changes + 1, Telling = old.Telling is { } before ? Together(before, change) ?? change : change };
    }

    private static ToldEvent Gone(ToldEvent old, DateOnly today)
    {
        var change = new EventChange(ChangeKind.Removed, old.Date, old.Date);
        var tells = old.Date.Status is EventStatus.Planned or EventStatus.Confirmed or EventStatus.Moved && !EventChanges.IsOver(change, today);
        return old with { IsGone = true, Changes = old.Changes + (tells ? 1 : 0), Telling = tells ? change : null };
    }

    private static Dictionary<string, string> TitlesOf(EventEntry entry) => entry.Title.Languages.ToDictionary(l => l, l => entry.Title[l]);

    private static bool IsSame(ToldEvent a, ToldEvent b) =>
        a.Date == b.Date && a.Kind == b.Kind && a.Telling == b.Telling && a.IsGone == b.IsGone && a.Revision == b.Revision && a.Titles.Count == b.Titles.Count && a.Titles.All(t => b.Titles.GetValueOrDefault(t.Key) == t.Value);
}
