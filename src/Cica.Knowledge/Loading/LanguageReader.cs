using System.Collections.Frozen;
using System.Globalization;
using Cica.Knowledge.Model;

namespace Cica.Knowledge.Loading;

/// <summary>Reads <c>languages/&lt;code&gt;.yaml</c>.</summary>
internal static class LanguageReader
{
    public static LanguageWords? Read(LoadContext context, string file)
    {
        if (context.Map(file) is not { } map)
            return null;
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        if (map.Map("numbers") is { } numberMap)
        {
            foreach (var key in numberMap.Keys.ToArray())
            {
                foreach (var word in Words(numberMap.List(key)))
                    numbers[word] = int.Parse(key, CultureInfo.InvariantCulture);
            }
        }
        var months = new List<IReadOnlyList<string>>();
        if (map.Map("months") is { } monthMap)
        {
            for (var month = 1; month <= 12; month++)
                months.Add(Words(monthMap.List(month.ToString(CultureInfo.InvariantCulture))));
        }
        var concepts = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (map.Map("concepts", required: true) is { } conceptMap)
        {
            foreach (var key in conceptMap.Keys.ToArray())
                concepts[key] = Words(conceptMap.List(key));
        }
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (map.Map("texts", required: true) is { } textMap)
        {
            foreach (var key in textMap.Keys.ToArray())
                texts[key] = textMap.Text(key) ?? "";
        }
        var language = new LanguageWords
        {
            Code = map.Text("code", required: true) ?? Path.GetFileNameWithoutExtension(file),
            Name = map.Text("name", required: true) ?? "",
            Concepts = concepts,
            Synonyms = [.. map.List("synonyms").Select(group => group.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))],
            Fillers = Words(map.List("fillers")),
            Foreign = Words(map.List("foreign")),
            Ambiguous = Words(map.List("ambiguous")),
            Numbers = numbers,
            Months = months,
            Texts = texts.ToFrozenDictionary(),
            Place = map.Place,
        };
        map.Finish();
        return language;
    }

    /// <summary>Lists of words may be written several to an entry, separated by commas, to keep the files readable.</summary>
    private static List<string> Words(IReadOnlyList<(string Value, int Line)> entries) =>
        [.. entries.SelectMany(entry => entry.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
}
