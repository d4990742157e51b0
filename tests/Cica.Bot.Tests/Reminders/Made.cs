using System.Globalization;
using Cica.Bot.Reminders;
using Cica.Knowledge.Model;

namespace Cica.Bot.Tests.Reminders;

/// <summary>Events and subscriptions made for a test.</summary>
internal static class Made
{
    /// <summary>An event of whole days, of a month or of a year; an ISO instant makes one with its hour.</summary>
    public static EventEntry Event(string id, string start, bool yearly = false, EventKind kind = EventKind.Meeting, EventStatus status = EventStatus.Planned, string zone = "Asia/Almaty")
    {
        var at = start.Contains('T', StringComparison.Ordinal) ? DateTimeOffset.Parse(start, CultureInfo.InvariantCulture) : (DateTimeOffset?)null;
        Assert.True(PartialDate.TryParse(start.Split('T')[0], out var date));
        return new EventEntry
        {
            Id = id,
            Kind = kind,
            Title = new Localized(new Dictionary<string, string> { ["en"] = "Event " + id, ["ru"] = "Событие " + id }),
            Start = date,
            StartsAt = at,
            Zone = zone,
            Status = status,
            Yearly = yearly,
            Sources = [new Citation(new Source("s", "Title", "Publisher", null, null, false, null, "en", default), null)],
            Place = default,
        };
    }

    public static Subscription Subscription(long chat, Target? target = null, Leads leads = Leads.Week | Leads.Day, string? id = null) =>
        new(id ?? $"s{chat}", new Destination(chat), target ?? Target.All, leads) { By = chat, Language = "en", Since = DateTimeOffset.UnixEpoch };
}
