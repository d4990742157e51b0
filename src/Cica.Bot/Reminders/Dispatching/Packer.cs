using Cica.Bot.Reminders.Planning;
using Cica.Bot.Storage;
using Cica.Knowledge.Model;
using NodaTime;

namespace Cica.Bot.Reminders.Dispatching;

/// <summary>
/// From what is due at one destination to the messages that tell it: one for each event, the newest lead speaking for the older ones;
/// what is past already is summed up in one line of one message.
/// </summary>
internal sealed class Packer(ReminderPlanner planner, News news, IChatStore chats, ISubscriptionStore subscriptions, NoticeText text, ReminderFigures figures, TimeProvider time)
{
    /// <summary>The messages, and what cannot be sent as it was planned: its event has changed meanwhile.</summary>
    public async ValueTask<(IReadOnlyList<Parcel> Parcels, IReadOnlyList<Notice> Stale)> PackAsync(Destination to, IReadOnlyList<Notice> due, CancellationToken cancel)
    {
        var chat = await chats.GetChatAsync(to.Chat, cancel);
        var zone = Zones.Of(chat.Zone);
        var calendar = planner.Calendar;
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var standing = (await subscriptions.SubscriptionsOfAsync(to.Chat, cancel)).ToDictionary(s => s.Id, StringComparer.Ordinal);
        var stale = due.Where(n => n.Kind != NoticeKind.Change && !IsCurrent(n, calendar)).ToList();
        var useful = due.Except(stale).Where(n => IsUseful(n, calendar, zone, now)).ToList();
        var past = due.Except(stale).Except(useful).ToList();
        var parcels = new List<Parcel>();
        foreach (var same in useful.GroupBy(n => (n.Event, n.Occurrence, IsNews: n.Kind == NoticeKind.Change)))
        {
            // The kinds stand in the order of their leads, and changes in that of their numbers.
            var newest = same.OrderBy(n => n.Kind).ThenBy(n => n.Revision).Last();
            var letter = new Letter(chat.Language ?? newest.Language, zone, chat.Zone is not null, now, IsLate(newest, now), newest.MayRepeat);
            var occurrence = calendar.Find(newest.Event, newest.Occurrence);
            var from = newest.Subscriptions.Where(standing.ContainsKey).Select(s => standing[s]).ToList();
            var lines = newest.Change is { } change ? text.OfChange(news.TitleOf(newest.Event, letter.Language), change, calendar.Find(newest.Event), letter) : text.OfReminder(newest.Kind, occurrence!, letter);
            parcels.Add(new Parcel(to, [newest], [.. same.Where(n => n != newest)], lines, text.Keyboard(from, letter), letter.IsLate));
        }
        if (past.Count > 0)
        {
            var letter = new Letter(chat.Language ?? past[0].Language, zone, chat.Zone is not null, now, true, past.Any(n => n.MayRepeat));
            var passed = past.OrderBy(n => n.Due).Select(n => calendar.Find(n.Event, n.Occurrence)).OfType<Occurrence>().Distinct();
            parcels.Add(new Parcel(to, past, [], text.OfPast([.. passed], letter), null, true));
        }
        return (parcels, stale);
    }

    private bool IsLate(Notice notice, Instant now) => now - Instant.FromDateTimeOffset(notice.Due) > Duration.FromTimeSpan(figures.MayBeLate);

    private static bool IsCurrent(Notice notice, Calendar calendar) =>
        calendar.RevisionOf(notice.Event) == notice.Revision && calendar.Find(notice.Event, notice.Occurrence) is { Event.Status: not (EventStatus.Cancelled or EventStatus.Held) };

    private static bool IsUseful(Notice notice, Calendar calendar, DateTimeZone zone, Instant now)
    {
        if (notice.Change is { } change) return change.Kind is ChangeKind.Removed || (calendar.Find(notice.Event)?.Yearly ?? false) || !EventChanges.IsOver(change, now.InUtc().Date.ToDateOnly());
        return calendar.Find(notice.Event, notice.Occurrence) is { } occurrence && now < occurrence.UsefulUntil(notice.Kind, zone);
    }
}
