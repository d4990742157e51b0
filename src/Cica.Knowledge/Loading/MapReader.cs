using System.Globalization;
using Cica.Knowledge.Checking;
using Cica.Knowledge.Model;

namespace Cica.Knowledge.Loading;

/// <summary>
/// Reads the values of one YAML map. Nothing is thrown and nothing is mended: each mistake becomes a problem with its line,
/// and <see cref="Finish"/> reports keys that nobody asked for, so that a misspelt key is never silently ignored.
/// </summary>
internal sealed class MapReader
{
    private readonly Dictionary<string, YamlNode> values = new(StringComparer.Ordinal);
    private readonly HashSet<string> read = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> keyLines = new(StringComparer.Ordinal);
    private readonly LoadContext context;
    private readonly string file;
    private readonly int line;

    public MapReader(YamlMap map, string file, LoadContext context)
    {
        this.context = context;
        this.file = file;
        line = map.Line;
        foreach (var (key, value) in map.Entries)
        {
            if (!values.TryAdd(key.Value, value))
                context.Report(file, key.Line, $"key '{key.Value}' stands twice; keep one");
            keyLines[key.Value] = key.Line;
        }
    }

    public Place Place => new(file, line);

    public Place PlaceOf(string key) => new(file, keyLines.GetValueOrDefault(key, line));

    public bool Has(string key) => values.ContainsKey(key);

    public YamlNode? Node(string key)
    {
        read.Add(key);
        return values.GetValueOrDefault(key);
    }

    public string? Text(string key, bool required = false)
    {
        var node = Node(key);
        if (node is null)
        {
            if (required)
                Report(key, $"'{key}' is missing");
            return null;
        }
        if (node is YamlScalar { Value: var value } && !string.IsNullOrWhiteSpace(value))
            return value.Trim();
        Report(key, $"'{key}' must be one value");
        return null;
    }

    public bool Flag(string key)
    {
        var text = Text(key);
        if (text is null or "false")
            return false;
        if (text == "true")
            return true;
        Report(key, $"'{key}' must be true or false, not '{text}'");
        return false;
    }

    public int? Number(string key)
    {
        var text = Text(key);
        if (text is null)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        Report(key, $"'{key}' must be a whole number, not '{text}'");
        return null;
    }

    public PartialDate? Date(string key, bool required = false)
    {
        var text = Text(key, required);
        if (text is null)
            return null;
        if (PartialDate.TryParse(text, out var date))
            return date;
        Report(key, $"'{text}' is no date: write YYYY, YYYY-MM or YYYY-MM-DD");
        return null;
    }

    public T? Choice<T>(string key, IReadOnlyDictionary<string, T> choices, bool required = false)
        where T : struct
    {
        var text = Text(key, required);
        if (text is null)
            return null;
        if (choices.TryGetValue(text, out var value))
            return value;
        Report(key, $"'{key}' is '{text}', but must be one of {string.Join(", ", choices.Keys)}");
        return null;
    }

    public IReadOnlyList<(string Value, int Line)> List(string key)
    {
        var node = Node(key);
        if (node is null)
            return [];
        if (node is YamlScalar single)
            return [(single.Value.Trim(), single.Line)];
        if (node is not YamlList list)
        {
            Report(key, $"'{key}' must be a list");
            return [];
        }
        var result = new List<(string, int)>(list.Items.Count);
        foreach (var item in list.Items)
        {
            if (item is YamlScalar { Value: var value } && !string.IsNullOrWhiteSpace(value))
                result.Add((value.Trim(), item.Line));
            else
                context.Report(file, item.Line, $"'{key}' must be a list of single values");
        }
        return result;
    }

    public MapReader? Map(string key, bool required = false)
    {
        var node = Node(key);
        if (node is YamlMap map)
            return new MapReader(map, file, context);
        if (node is not null || required)
            Report(key, node is null ? $"'{key}' is missing" : $"'{key}' must have keys of its own");
        return null;
    }

    public IEnumerable<(string Key, MapReader Map)> Maps()
    {
        foreach (var key in values.Keys)
        {
            if (Map(key) is { } map)
                yield return (key, map);
        }
    }

    public IEnumerable<string> Keys => values.Keys;

    /// <summary>A text in every shipped language.</summary>
    public Localized? Localized(string key, bool required = false)
    {
        var map = Map(key, required);
        if (map is null)
            return null;
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var language in context.Languages)
        {
            if (map.Text(language) is { } text)
                texts[language] = text;
            else
                Report(key, $"'{key}' has no text in '{language}'; every shipped language needs one");
        }
        map.Finish();
        return texts.Count == 0 ? null : new Localized(texts);
    }

    public void Report(string key, string reason) => context.Report(file, keyLines.GetValueOrDefault(key, line), reason);

    public void Finish()
    {
        foreach (var key in values.Keys)
        {
            if (!read.Contains(key))
                Report(key, $"unknown key '{key}'");
        }
    }
}
