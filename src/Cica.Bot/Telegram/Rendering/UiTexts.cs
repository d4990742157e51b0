using Cica.Answers.Composing;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Bot.Telegram.Rendering;

/// <summary>The bot's own texts in one language: they stand with the facts, in <c>languages/*.yaml</c>.</summary>
internal sealed class UiTexts(LanguageWords language)
{
    /// <summary>The language's code.</summary>
    public string Code => language.Code;

    /// <summary>The language's own name.</summary>
    public string Name => language.Name;

    /// <summary>Dates in words.</summary>
    public DateWords Dates { get; } = new(language);

    /// <summary>A text.</summary>
    public string this[string key] => language.Texts[key];

    /// <summary>Whether the language has a text.</summary>
    public bool Has(string key) => language.Texts.ContainsKey(key);

    /// <summary>A text with its {slots} filled.</summary>
    public string Fill(string key, params ReadOnlySpan<(string Slot, string Value)> slots)
    {
        var text = language.Texts[key];
        foreach (var (slot, value) in slots)
            text = text.Replace("{" + slot + "}", value, StringComparison.Ordinal);
        return text;
    }

    /// <summary>The texts of a language by its code, also of a regional one ("ru-RU"); English where it is not shipped.</summary>
    public static UiTexts In(KnowledgeSnapshot knowledge, string? code) =>
        new(Shipped(knowledge, code) ?? knowledge.Languages.First(l => l.Code == "en"));

    /// <summary>The shipped language a code means, or null.</summary>
    public static LanguageWords? Shipped(KnowledgeSnapshot knowledge, string? code)
    {
        var plain = code?.Split('-', '_')[0];
        return knowledge.Languages.FirstOrDefault(l => string.Equals(l.Code, plain, StringComparison.OrdinalIgnoreCase));
    }
}
