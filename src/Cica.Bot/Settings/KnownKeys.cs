using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;

namespace Cica.Bot.Settings;

/// <summary>No setting is passed over in silence: a key that nothing reads is a mistake, most often of spelling.</summary>
internal static class KnownKeys
{
    /// <summary>Every setting there is. <c>Telegram:Admins</c> may also be an array.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        "Telegram:Token", "Telegram:ApiBaseUrl", "Telegram:Mode", "Telegram:WebhookUrl", "Telegram:WebhookSecret", "Telegram:WebhookListen",
        "Telegram:Admins", "Telegram:Pace:PerSecond", "Telegram:Pace:PerChatPerSecond", "Telegram:Pace:PerGroupPerMinute", "Telegram:Flood:PerMinute",
        "Data:Path", "Storage:Path", "Playground:Url", "Health:Url",
    ];

    private static readonly StringComparer Names = StringComparer.OrdinalIgnoreCase;

    /// <summary>
    /// The keys nothing reads, with what may have been meant. The environment is everybody's: there, only names that begin with
    /// one of our sections (<c>Telegram__…</c>) are ours. <c>Logging:LogLevel</c> is read by the log itself.
    /// </summary>
    public static IEnumerable<string> Unread(IConfigurationRoot configuration)
    {
        var sections = All.Select(k => k.Split(':')[0]).ToHashSet(Names);
        foreach (var provider in configuration.Providers)
            foreach (var key in Leaves(provider, null))
            {
                var isOurs = provider is not EnvironmentVariablesConfigurationProvider || (sections.Contains(key.Split(':')[0]) && key.Contains(':', StringComparison.Ordinal));
                if (!isOurs) continue;
                if (Below(key) is [_, ..] below)
                {
                    // An empty object in a file is a leaf without a value; a section's own name is no mistake then.
                    if (provider.TryGet(key, out var value) && !string.IsNullOrEmpty(value)) yield return $"{key}: has no value of its own; set {string.Join(", ", below)}";
                }
                else if (!IsRead(key))
                    yield return Closest(key) is { } meant ? $"{key}: there is no such setting; did you mean {meant}?" : $"{key}: there is no such setting; they are {string.Join(", ", All)}";
            }
    }

    private static bool IsRead(string key) =>
        All.Contains(key, Names)
        || (key.StartsWith("Telegram:Admins:", StringComparison.OrdinalIgnoreCase) && int.TryParse(key.AsSpan("Telegram:Admins:".Length), out _))
        || key.StartsWith("Logging:LogLevel:", StringComparison.OrdinalIgnoreCase);

    private static string[] Below(string key) => [.. All.Where(k => k.StartsWith(key + ":", StringComparison.OrdinalIgnoreCase))];

    private static IEnumerable<string> Leaves(IConfigurationProvider provider, string? parent)
    {
        foreach (var child in provider.GetChildKeys([], parent).Distinct(Names))
        {
            var key = parent is null ? child : parent + ":" + child;
            var below = Leaves(provider, key).ToList();
            foreach (var leaf in below) yield return leaf;
            if (below.Count == 0) yield return key;
        }
    }

    private static string? Closest(string key)
    {
        var last = key.Split(':')[^1];
        return All.FirstOrDefault(k => Names.Equals(k.Split(':')[^1], last)) ?? All.Where(k => Distance(k.ToUpperInvariant(), key.ToUpperInvariant()) <= 3).MinBy(k => Distance(k.ToUpperInvariant(), key.ToUpperInvariant()));
    }

    // Levenshtein's distance: how many letters were mistyped.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }
        return row[^1];
    }
}
