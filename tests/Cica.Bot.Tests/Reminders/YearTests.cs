using System.Globalization;
using Cica.Bot.Reminders;
using Cica.Knowledge.Model;
using NodaTime;
using Xunit.Abstractions;

namespace Cica.Bot.Tests.Reminders;

/// <summary>A year of events for a thousand chats, against a computation of its own that knows no planner: it looks for each moment minute by minute.</summary>
public sealed class YearTests(ITestOutputHelper output)
{
    private const int Chats = 1_000;
    private static readonly string[] ZoneIds =
    [
        "UTC", "Asia/Almaty", "Asia/Baku", "Asia/Dushanbe", "Asia/Shanghai", "Asia/Tokyo", "Asia/Kolkata", "Asia/Kathmandu", "Asia/Kabul", "Asia/Tehran",
        "Asia/Yangon", "Asia/Jerusalem", "Asia/Beirut", "Asia/Gaza", "Europe/Moscow", "Europe/Berlin", "Europe/London", "Europe/Istanbul", "Europe/Dublin", "Europe/Chisinau",
        "Africa/Cairo", "Africa/Casablanca", "Africa/Lagos", "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "America/St_Johns", "America/Sao_Paulo", "America/Santiago",
        "America/Havana", "America/Asuncion", "Australia/Sydney", "Australia/Adelaide", "Australia/Eucla", "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Chatham", "Pacific/Kiritimati", "Pacific/Pago_Pago",
    ];

    private static readonly EventEntry[] Events =
    [
        Made.Event("cica-day", "1992-10-05", yearly: true, EventKind.Anniversary),
        Made.Event("leap", "2004-02-29", yearly: true, EventKind.Anniversary),
        Made.Event("new-year", "2010-01-01", yearly: true, EventKind.Anniversary),
        Made.Event("summit", "2027-10-14", kind: EventKind.Summit),
        Made.Event("gap", "2027-03-29T00:30:00Z", kind: EventKind.Ministerial),
        Made.Event("twice", "2027-11-01T01:30:00Z", kind: EventKind.Ministerial),
        Made.Event("night", "2027-06-04T19:45:00Z", kind: EventKind.Cbm),
        Made.Event("month", "2027-09", kind: EventKind.Ministerial),
        Made.Event("year", "2027", kind: EventKind.Meeting),
        Made.Event("held", "2027-05-05", kind: EventKind.Summit, status: EventStatus.Held),
        Made.Event("off", "2027-05-05", kind: EventKind.Summit, status: EventStatus.Cancelled),
        Made.Event("later", "2028-01-20", kind: EventKind.Summit),
    ];

    [Fact]
    public async Task A_year_for_a_thousand_chats_in_forty_zones_gives_exactly_the_notices_expected()
    {
        var (from, until) = ("2026-12-20T00:00:00Z", "2027-12-31T00:00:00Z");
        await using var bench = new PlanBench(from, Events);
        var random = new Random(20260311);
        var expected = new List<string>();
        foreach (var chunk in Enumerable.Range(1, Chats).Chunk(250))
        {
            await Task.WhenAll(chunk.Select(async chat =>
            {
                Subscription subscription;
                string? zone;
                QuietHours? quiet;
                lock (random)
                {
                    zone = chat % 50 == 0 ? null : ZoneIds[chat % ZoneIds.Length];
                    quiet = random.Next(4) == 0 ? new QuietHours(new TimeOnly(random.Next(18, 24), 0), new TimeOnly(random.Next(5, 11), 30)) : null;
                    var target = random.Next(10) switch { 0 => Target.All, < 5 => Target.Of(Events[random.Next(Events.Length)].Kind), _ => Target.Of(Events[random.Next(Events.Length)].Id) };
                    subscription = Made.Subscription(chat, target, (Leads)random.Next(1, 32));
                    expected.AddRange(Expected(subscription, zone, quiet, PlanBench.At(from), PlanBench.At(until)));
                }
                if (zone is not null) await bench.Storage.SetZoneAsync(chat, zone, default);
                if (quiet is not null) await bench.Storage.SetQuietHoursAsync(chat, quiet, default);
                await bench.Storage.SubscribeAsync(subscription with { Since = PlanBench.At(from) }, default);
            }));
        }
        // All at once; and what is planned chat by chat as well, each in a transaction of its own, is there once.
        await bench.CatchUpAsync();
        foreach (var chat in Enumerable.Range(1, Chats).Where(c => c % 10 == 0)) await bench.Planner.PlanChatAsync(chat, default);
        var sent = await bench.UntilAsync(until, TimeSpan.FromDays(1));
        output.WriteLine($"{sent.Count} notices for {Chats} chats in {ZoneIds.Length} zones");
        Assert.Equal(expected.Order(StringComparer.Ordinal), sent.Select(n => Line(n.To.Chat, n.Event, n.Kind, n.Due)).Order(StringComparer.Ordinal));
        Assert.True(sent.Count > 3_000);
    }

    private static readonly Dictionary<(string, LocalDateTime), DateTimeOffset> Known = [];

    private static IEnumerable<string> Expected(Subscription subscription, string? zoneId, QuietHours? quiet, DateTimeOffset from, DateTimeOffset until)
    {
        var zone = DateTimeZoneProviders.Tzdb[zoneId ?? "UTC"];
        foreach (var entry in Events)
        {
            if (entry.Status is EventStatus.Held or EventStatus.Cancelled) continue;
            if (subscription.Target != Target.All && subscription.Target.Text != entry.Id && !subscription.Target.Text.Equals(entry.Kind.ToString(), StringComparison.OrdinalIgnoreCase)) continue;
            for (var year = entry.Yearly ? 2026 : 0; year <= (entry.Yearly ? 2028 : 0); year++)
            {
                foreach (var (kind, nominal, last) in Moments(entry, year, subscription.Leads, zone))
                {
                    if (nominal <= from) continue;
                    var due = Quiet(nominal, last, quiet, zone);
                    if (due < from) due = from;
                    if (due <= until) yield return Line(subscription.To.Chat, entry.Id, kind, due);
                }
            }
        }
    }

    // Each moment with the last one at which the notice is of use.
    private static IEnumerable<(NoticeKind, DateTimeOffset, DateTimeOffset)> Moments(EventEntry entry, int year, Leads leads, DateTimeZone zone)
    {
        bool Has(Leads lead) => (leads & lead) != 0;
        if (entry.StartsAt is { } at)
        {
            var local = Local(at, zone);
            if (Has(Leads.Month)) yield return (NoticeKind.Month, First(zone, local.PlusMonths(-1)), at);
            if (Has(Leads.Week)) yield return (NoticeKind.Week, First(zone, local.PlusDays(-7)), at);
            if (Has(Leads.Day)) yield return (NoticeKind.Day, First(zone, local.PlusDays(-1)), at);
            if (Has(Leads.Hour)) yield return (NoticeKind.Hour, at.AddMinutes(-60), at);
            if (Has(Leads.Start)) yield return (NoticeKind.Start, at, at);
            yield break;
        }
        var (y, m, d) = (year == 0 ? entry.Start.Year : year, entry.Start.Month ?? 1, entry.Start.Day ?? 1);
        if (m == 2 && d == 29 && !DateTime.IsLeapYear(y)) d = 28;
        var nine = new LocalDateTime(y, m, d, 9, 0);
        var over = First(zone, (entry.Start.Day is not null ? nine.PlusDays(1) : entry.Start.Month is not null ? nine.PlusMonths(1) : nine.PlusYears(1)).Date.AtMidnight());
        if (entry.Start.Day is null)
        {
            yield return (NoticeKind.Period, First(zone, nine), over);
            yield break;
        }
        if (Has(Leads.Month)) yield return (NoticeKind.Month, First(zone, nine.PlusMonths(-1)), over);
        if (Has(Leads.Week)) yield return (NoticeKind.Week, First(zone, nine.PlusDays(-7)), over);
        if (Has(Leads.Day)) yield return (NoticeKind.Day, First(zone, nine.PlusDays(-1)), over);
        if (Has(Leads.Hour) || Has(Leads.Start)) yield return (NoticeKind.Start, First(zone, nine), over);
    }

    // Goes on from the moment until the clock shows a time that is not quiet; if that is too late, goes back to before the quiet.
    private static DateTimeOffset Quiet(DateTimeOffset nominal, DateTimeOffset last, QuietHours? quiet, DateTimeZone zone)
    {
        if (quiet is not { } hours) return nominal;
        bool IsQuiet(DateTimeOffset at)
        {
            var time = Local(at, zone).TimeOfDay.ToTimeOnly();
            return hours.From < hours.To ? time >= hours.From && time < hours.To : time >= hours.From || time < hours.To;
        }
        if (!IsQuiet(nominal)) return nominal;
        var end = nominal;
        while (IsQuiet(end)) end = end.AddMinutes(1);
        if (end < last) return end;
        var beginning = nominal;
        while (IsQuiet(beginning.AddMinutes(-1))) beginning = beginning.AddMinutes(-1);
        return beginning.AddMinutes(-5);
    }

    // The first minute at which the clock there shows this time or, having gone forward over it, a later one.
    private static DateTimeOffset First(DateTimeZone zone, LocalDateTime wanted)
    {
        if (Known.TryGetValue((zone.Id, wanted), out var known)) return known;
        var at = new DateTimeOffset(wanted.ToDateTimeUnspecified(), TimeSpan.Zero).AddHours(-15);
        while (Local(at, zone) < wanted) at = at.AddMinutes(1);
        return Known[(zone.Id, wanted)] = at;
    }

    private static LocalDateTime Local(DateTimeOffset at, DateTimeZone zone)
    {
        var instant = Instant.FromDateTimeOffset(at);
        return LocalDateTime.FromDateTime(at.UtcDateTime).PlusSeconds(zone.GetUtcOffset(instant).Seconds);
    }

    private static string Line(long chat, string eventId, NoticeKind kind, DateTimeOffset due) => string.Create(CultureInfo.InvariantCulture, $"{chat} {eventId} {kind} {due.UtcDateTime:yyyy-MM-ddTHH:mm:ss}");
}
