using System.Globalization;
using Cica.Bot.Storage;
using NodaTime;

namespace Cica.Bot.Reminders.Planning;

/// <summary>
/// How far the outbox is planned, kept in storage. The stretch being planned is noted before it is begun: what is left undone by a
/// death is done again, and keys keep it from being there twice.
/// </summary>
internal sealed class Horizon(IMarkStore marks)
{
    /// <summary>So far ahead notices are planned: farther than quiet hours and a change of zone can bring one forward.</summary>
    public static readonly Duration Ahead = Duration.FromDays(4);

    /// <summary>It is planned anew when less than this is left.</summary>
    public static readonly Duration Least = Duration.FromDays(3);

    private const string Mark = "planned";
    private const string ZonesMark = "tzdb";

    /// <summary>Up to here everything is planned.</summary>
    public Instant Done { get; private set; }

    /// <summary>Up to here it is planned or being planned: a new subscription is planned as far as this.</summary>
    public Instant End { get; private set; }

    /// <summary>It was planned with other rules of the time zones than are known now.</summary>
    public bool HasOldZones { get; private set; }

    /// <summary>Reads how far it was planned; from now on, if never.</summary>
    public async ValueTask LoadAsync(Instant now, CancellationToken cancel)
    {
        var kept = (await marks.GetMarkAsync(Mark, cancel))?.Split(' ');
        (Done, End) = kept is [var done, var end] ? (Read(done), Read(end)) : (now, now);
        HasOldZones = kept is not null && await marks.GetMarkAsync(ZonesMark, cancel) != DateTimeZoneProviders.Tzdb.VersionId;
    }

    /// <summary>Whether there is something to plan.</summary>
    public bool IsShort(Instant now) => Done < End || End - now < Least;

    /// <summary>Notes that it is going to be planned farther.</summary>
    public async ValueTask BeginAsync(Instant now, CancellationToken cancel)
    {
        if (Done < End) return;
        var end = Instant.Max(End, now + Ahead);
        await marks.SetMarkAsync(Mark, $"{Write(Done)} {Write(end)}", cancel);
        End = end;
    }

    /// <summary>Notes that it is planned so far.</summary>
    public async ValueTask EndAsync(CancellationToken cancel)
    {
        await marks.SetMarkAsync(Mark, $"{Write(End)} {Write(End)}", cancel);
        Done = End;
        await NoteZonesAsync(cancel);
    }

    /// <summary>Notes that all is planned with the rules known now.</summary>
    public async ValueTask NoteZonesAsync(CancellationToken cancel)
    {
        await marks.SetMarkAsync(ZonesMark, DateTimeZoneProviders.Tzdb.VersionId, cancel);
        HasOldZones = false;
    }

    private static string Write(Instant at) => at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    private static Instant Read(string at) => Instant.FromUnixTimeMilliseconds(long.Parse(at, CultureInfo.InvariantCulture));
}
