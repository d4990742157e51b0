using System.Collections.Frozen;

namespace Cica.Knowledge.Model;

/// <summary>
/// The words of one language: everything the bot needs to understand and to speak it. A new language is one such file and
/// the names of the entities in it.
/// </summary>
public sealed record LanguageWords
{
    /// <summary>ISO 639-1 code.</summary>
    public required string Code { get; init; }

    /// <summary>The language's own name.</summary>
    public required string Name { get; init; }

    /// <summary>Word groups by concept: what people say for it. A word ending in "*" stands for all words that begin so.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Concepts { get; init; }

    /// <summary>Groups of words that people use for the same thing.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Synonyms { get; init; }

    /// <summary>Words that carry no meaning of their own in a question.</summary>
    public required IReadOnlyList<string> Fillers { get; init; }

    /// <summary>Words of other subjects: known words that are never corrected into ours.</summary>
    public required IReadOnlyList<string> Foreign { get; init; }

    /// <summary>Aliases declared to mean more than one thing.</summary>
    public required IReadOnlyList<string> Ambiguous { get; init; }

    /// <summary>Ordinals in words: "first" to "thirtieth".</summary>
    public required IReadOnlyDictionary<string, int> Numbers { get; init; }

    /// <summary>The twelve months: as written in a date first, then other forms.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Months { get; init; }

    /// <summary>Sentence templates and the bot's own texts, by key.</summary>
    public required FrozenDictionary<string, string> Texts { get; init; }

    /// <summary>Where it stands in the data.</summary>
    public required Place Place { get; init; }
}
