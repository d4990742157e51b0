using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;
using NodaTime;
using NodaTime.TimeZones;

namespace Cica.Bot.Reading;

/// <summary>What somebody's words for a time zone mean.</summary>
/// <param name="Ids">The zones: one that is meant, or several to choose from, or what comes near; empty where nothing does.</param>
/// <param name="IsCertain">The words name them; else they only come near.</param>
internal sealed record ZoneReading(IReadOnlyList<string> Ids, bool IsCertain)
{
    /// <summary>The one zone that is meant, or null.</summary>
    public string? Id => IsCertain && Ids.Count == 1 ? Ids[0] : null;
}

/// <summary>
/// From what a person types to a time zone: a city, a state, an IANA name or an offset from UTC, in English or Russian, in any
/// case. A city keeps its own IANA name, so that a change of its state's rules is followed.
/// </summary>
internal sealed class ZoneFinder(ZoneNames names, TimeProvider time)
{
    /// <summary>More are not offered.</summary>
    private const int MostChoices = 12;

    private const int MostCharacters = 60;
    private const int LeastPrefix = 4;

    private static readonly IDateTimeZoneProvider Zones = DateTimeZoneProviders.Tzdb;

    /// <summary>Reads a text.</summary>
    public ZoneReading Read(string text, KnowledgeSnapshot knowledge)
    {
        if (text.Length > MostCharacters)
            return new([], false);
        if (ZoneOffset.Read(text) is { } offset)
            return new([offset], true);
        var whole = PlainWords.Fold(text);
        if (whole.Length == 0)
            return new([], false);
        var bare = PlainWords.Bare(whole);
        foreach (var wanted in new[] { whole, bare }.Distinct())
        {
            var named = Named(wanted) ?? ById(text) ?? OfState(wanted, knowledge, n => n) ?? Stemmed(wanted, knowledge);
            if (named is not null)
                return new(named, true);
        }
        return new(Near(bare), false);
    }

    /// <summary>A zone for people to read: its city and its distance from UTC now, "Baku (UTC+4)".</summary>
    public string Show(string id, string language)
    {
        var zone = Zones.GetZoneOrNull(id) ?? DateTimeZone.Utc;
        var offset = ZoneOffset.Show(zone.GetUtcOffset(Now));
        return zone.Id.StartsWith("UTC", StringComparison.Ordinal) ? offset : $"{names.Show(id, language)} ({offset})";
    }

    /// <summary>A zone's short name: its city, or its distance from UTC where it is nothing else.</summary>
    public string Name(string id, string language) => id.StartsWith("UTC", StringComparison.Ordinal) ? Show(id, language) : names.Show(id, language);

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    private string[]? Named(string wanted) => names.All.TryGetValue(wanted, out var ids) ? ids : null;

    private static string[]? ById(string text) =>
        Zones.Ids.FirstOrDefault(id => id.Equals(text.Trim().Replace(' ', '_'), StringComparison.OrdinalIgnoreCase)) is { } found && found.Contains('/', StringComparison.Ordinal) ? [found] : null;

    private string[]? OfState(string wanted, KnowledgeSnapshot knowledge, Func<string, string> form)
    {
        var state = knowledge.Entities.Values.FirstOrDefault(e => e.Iso is not null && e.Names.Values.Any(n => n.Forms.Concat(n.Aliases).Append(n.Name).Any(name => form(PlainWords.Fold(name)) == wanted)));
        if (state is null)
            return null;
        // Where all of a state keeps the same time, its first zone stands for all.
        var zones = TzdbDateTimeZoneSource.Default.ZoneLocations!.Where(l => l.CountryCode == state.Iso).Select(l => l.ZoneId).DistinctBy(Rules).Take(MostChoices).ToArray();
        return zones.Length == 0 ? null : zones;
    }

    private string[]? Stemmed(string wanted, KnowledgeSnapshot knowledge)
    {
        var stem = PlainWords.Stem(wanted);
        var found = names.All.Where(n => PlainWords.Stem(n.Key) == stem).SelectMany(n => n.Value).Distinct().DistinctBy(Rules).Take(MostChoices).ToArray();
        return found.Length > 0 ? found : OfState(stem, knowledge, PlainWords.Stem);
    }

    private string[] Near(string wanted)
    {
        var typos = wanted.Length >= 7 ? 2 : wanted.Length >= LeastPrefix ? 1 : 0;
        return [.. names.All
            .Select(n => (n.Value, Distance: wanted.Length >= LeastPrefix && n.Key.StartsWith(wanted, StringComparison.Ordinal) ? 1 : Spelling.Distance(wanted, n.Key, typos)))
            .Where(n => n.Distance <= typos)
            .OrderBy(n => n.Distance)
            .SelectMany(n => n.Value).Distinct().Take(MostChoices / 2)];
    }

    // What the clocks of a zone show from now on, as far as it is laid down.
    private string Rules(string id)
    {
        var zone = Zones[id];
        return string.Join(';', zone.GetZoneIntervals(Now, Now + Duration.FromDays(3 * 365)).Select(i => $"{(i.HasStart && i.Start > Now ? i.Start : Instant.MinValue)} {i.WallOffset}"));
    }
}
