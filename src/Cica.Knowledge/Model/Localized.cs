namespace Cica.Knowledge.Model;

/// <summary>One text in every shipped language, by language code ("en", "ru").</summary>
public sealed class Localized(IReadOnlyDictionary<string, string> texts)
{
    /// <summary>The languages it is written in.</summary>
    public IEnumerable<string> Languages => texts.Keys;

    /// <summary>The text in a language; the English one where a language lacks it.</summary>
    public string this[string language] =>
        texts.TryGetValue(language, out var text) ? text : texts.TryGetValue("en", out var english) ? english : "";

    /// <summary>Whether the text exists in a language.</summary>
    public bool Has(string language) => texts.ContainsKey(language);
}
