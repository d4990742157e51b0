using Cica.Bot.Storage;
using NodaTime;

namespace Cica.Bot.Reminders.Planning;

/// <summary>Brings what is planned at one destination in line with what its subscriptions ask for now.</summary>
internal static class Reconciliation
{
    /// <summary>
    /// What to change. Pending notices move to their new moments, what is not asked for any more is dropped, and what is asked for and not
    /// past is added. A moment still to come whose quiet hours put it into the past is due now.
    /// </summary>
    /// <param name="to">The destination.</param>
    /// <param name="wanted">All that is asked for, as far as it is planned, what is past included.</param>
    /// <param name="open">What is planned.</param>
    /// <param name="chat">The chat's zone and quiet hours, for what hangs on no moment of an event.</param>
    /// <param name="now">The moment.</param>
    public static PlanChange Make(Destination to, IEnumerable<Notice> wanted, IReadOnlyList<Notice> open, (DateTimeZone Zone, QuietHours? Quiet) chat, DateTimeOffset now)
    {
        var planned = open.Where(n => n.Kind != NoticeKind.Change).ToDictionary(n => n.Key, StringComparer.Ordinal);
        var added = new List<Notice>();
        var moved = new List<Notice>();
        foreach (var notice in wanted)
        {
            if (planned.Remove(notice.Key, out var stands))
            {
                var due = notice.Due > now ? notice.Due : stands.Due <= now ? stands.Due : now;
                if (due != stands.Due || notice.Nominal != stands.Nominal || !notice.Subscriptions.SequenceEqual(stands.Subscriptions))
                    moved.Add(stands with { Due = due, Nominal = notice.Nominal, Subscriptions = notice.Subscriptions });
            }
            else if (notice.Nominal > now)
            {
                added.Add(notice.Due < now ? notice with { Due = now } : notice);
            }
        }
        // News hangs on no moment of the event; only the quiet hours move it.
        foreach (var news in open.Where(n => n.Kind == NoticeKind.Change))
        {
            var due = Moments.OutOfQuiet(Instant.FromDateTimeOffset(news.Nominal > now ? news.Nominal : now), chat.Zone, chat.Quiet, Instant.MaxValue).ToDateTimeOffset();
            if (news.Due > now && due != news.Due) moved.Add(news with { Due = due });
        }
        return new PlanChange(to, added, [.. planned.Values.Select(n => n.Id)], moved);
    }
}
