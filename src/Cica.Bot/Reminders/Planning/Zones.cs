using NodaTime;
using NodaTime.TimeZones;

namespace Cica.Bot.Reminders.Planning;

/// <summary>Local times and instants. A time a clock leaves out when it goes forward is the first moment after; one it has twice is the first of them.</summary>
internal static class Zones
{
    private static readonly ZoneLocalMappingResolver Resolver = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>The zone of this IANA id; UTC for none, and for one that is not known.</summary>
    public static DateTimeZone Of(string? id) => (id is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(id)) ?? DateTimeZone.Utc;

    /// <summary>The instant of a local time.</summary>
    public static Instant At(this DateTimeZone zone, LocalDateTime local) => zone.ResolveLocal(local, Resolver).ToInstant();

    /// <summary>The first instant of a day.</summary>
    public static Instant StartOf(this DateTimeZone zone, LocalDate day) => zone.AtStartOfDay(day).ToInstant();
}
