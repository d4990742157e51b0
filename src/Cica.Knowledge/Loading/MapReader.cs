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

    /// <summary>The entry's key. It is cited, linked and typed in a chat, so it keeps to letters that survive all three.</summary>
    public string? Id()
    {
        var id = Text("id", required: true);
        if (id is not null && !IsId(id))
            Report("id", $"the id '{id}' must consist of lowercase letters, digits and single hyphens");
        return id;
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

    /// <summary>A date, or an exact instant with its offset from UTC.</summary>
    public (PartialDate? Date, DateTimeOffset? Instant) DateOrInstant(string key)
    {
        if (Text(key) is not { } text)
            return default;
        if (PartialDate.TryParse(text, out var date))
            return (date, null);
        if ((text[^1] == 'Z' || (text.Length > 6 && text[^6] is '+' or '-')) &&
            DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
            return (null, instant);
        Report(key, $"'{text}' is no date: write YYYY, YYYY-MM, YYYY-MM-DD or an instant such as 2027-06-04T10:00+05:00");
        return default;
    }

    public T? Choice<T>(string key, Choices<T> choices, bool required = false)
        where T : struct
    {
        var text = Text(key, required);
        if (text is null)
            return null;
        if (choices.Find(text) is { } value)
            return value;
        Report(key, $"'{key}' is '{text}', but must be one of {string.Join(", ", choices.Words)}");
        return null;
    }

    public IReadOnlyList<(string Value, int Line)> List(string key)
    {
        var node = Node(key);
        if (node is null)
            return [];
        if (node is YamlScalar single)
        {
            if (!string.IsNullOrWhiteSpace(single.Value))
                return [(single.Value.Trim(), single.Line)];
            Report(key, $"'{key}' is empty; fill it in or leave it out");
            return [];
        }
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

    /// <summary>The keys asked for so far: what an entry of this kind may hold.</summary>
    public IReadOnlySet<string> Asked => read;

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

    /// <summary>Questions in every shipped language; empty where the key is missing and may be.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Questions(bool required = false)
    {
        var questions = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (Map("questions", required) is not { } perLanguage)
            return questions;
        foreach (var language in context.Languages)
        {
            var list = perLanguage.List(language);
            if (list.Count == 0)
                perLanguage.Report(language, $"'questions' has none in '{language}'; every shipped language needs some");
            questions[language] = [.. list.Select(q => q.Value)];
        }
        perLanguage.Finish();
        return questions;
    }

    /// <summary>Reports a period that is over before it begins; <c>until</c> itself no longer belongs to it.</summary>
    public void CheckOrder(string key, PartialDate? from, PartialDate? until)
    {
        if (from is { } first && until is { } end && end.Last <= first.First)
            Report("until", $"'until' ({end}) is not after '{key}' ({first})");
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

    private static bool IsId(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var inside = i > 0 && i < text.Length - 1 && text[i - 1] != '-';
            if (!char.IsAsciiLetterLower(text[i]) && !char.IsAsciiDigit(text[i]) && !(text[i] == '-' && inside))
                return false;
        }
        return true;
    }
}
