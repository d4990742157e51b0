using System.Collections.Frozen;

namespace Cica.Bot.Reading;

/// <summary>Time zones by the names of their cities, in English and Russian: the file <c>cities.tsv</c>, read once.</summary>
internal sealed class ZoneNames
{
    private static readonly string[] Languages = ["en", "ru"];

    private readonly FrozenDictionary<string, string[]> idsByName;
    private readonly FrozenDictionary<(string Id, string Language), string> shown;

    /// <summary>Reads the names that ship with the program.</summary>
    public ZoneNames()
    {
        using var stream = typeof(ZoneNames).Assembly.GetManifestResourceStream("cities.tsv") ?? throw new InvalidOperationException("cities.tsv is not part of this build.");
        using var reader = new StreamReader(stream);
        var names = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var first = new Dictionary<(string, string), string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
                continue;
            var columns = line.Split('\t');
            for (var i = 0; i < Languages.Length; i++)
            {
                foreach (var name in columns[i + 1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                {
                    first.TryAdd((columns[0], Languages[i]), name);
                    var folded = PlainWords.Fold(name);
                    if (!names.TryGetValue(folded, out var ids))
                        names[folded] = ids = [];
                    if (!ids.Contains(columns[0]))
                        ids.Add(columns[0]);
                }
            }
        }
        idsByName = names.ToFrozenDictionary(n => n.Key, n => n.Value.ToArray(), StringComparer.Ordinal);
        shown = first.ToFrozenDictionary();
    }

    /// <summary>All names, folded, with the zones they may mean.</summary>
    public IReadOnlyDictionary<string, string[]> All => idsByName;

    /// <summary>The city to show for a zone, or its id where it has none.</summary>
    public string Show(string id, string language) =>
        shown.TryGetValue((id, language), out var name) || shown.TryGetValue((id, "en"), out name) ? name : id;
}
