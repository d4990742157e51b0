using NodaTime;

namespace Cica.Bot.Reminders.Planning;

/// <summary>From moments and subscriptions to the notices of one destination.</summary>
internal static class Chooser
{
    /// <summary>
    /// What the subscriptions of a destination ask for out of these moments. Ids are drawn anew, in the order of time, as of now: so those of
    /// one round stand together in the storage, and few of its pages change.
    /// </summary>
    public static IEnumerable<Notice> Choose(Destination to, IReadOnlyList<Subscription> subscriptions, IReadOnlyList<Moment> moments, DateTimeOffset now)
    {
        foreach (var moment in moments)
        {
            List<Subscription>? asking = null;
            var (entry, nominal) = (moment.Of.Event, moment.Nominal.ToDateTimeOffset());
            foreach (var subscription in subscriptions)
            {
                if ((subscription.Leads & moment.Leads) != 0 && subscription.Target.TakesIn(entry.Id, entry.Kind)) (asking ??= []).Add(subscription);
            }
            if (asking is null) continue;
            yield return new Notice
            {
                Id = Guid.CreateVersion7(now),
                To = to,
                Event = entry.Id,
                Occurrence = moment.Of.Year,
                Revision = moment.Of.Revision,
                Kind = moment.Kind,
                Nominal = nominal,
                Due = moment.Due.ToDateTimeOffset(),
                Subscriptions = [.. asking.Select(s => s.Id)],
                Language = asking[0].Language,
            };
        }
    }

    /// <summary>Whether somebody of these had subscribed before that moment.</summary>
    public static bool Waited(IReadOnlyList<Subscription> subscriptions, Notice notice) => subscriptions.Any(s => s.Since < notice.Nominal && notice.Subscriptions.Contains(s.Id));
}
