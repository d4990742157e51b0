using System.Collections.Frozen;
using Cica.Knowledge.Querying;

namespace Cica.Bot.Reading;

/// <summary>Wishes for reminders said in words, "remind me of CICA Day a week before": as cheap as it must be for a look at every message.</summary>
internal sealed class SpokenWishes
{
    private const int LongestBeginning = 4;

    private volatile Known? latest;

    /// <summary>What is to be reminded of, and the language it was said in; null where the text does not begin with such a wish.</summary>
    public (string Wanted, string Language)? Read(string text, KnowledgeSnapshot knowledge)
    {
        var known = latest;
        if (known?.Of != knowledge)
            latest = known = new Known(knowledge, Beginnings(knowledge));
        var words = text.Split((char[]?)null, LongestBeginning + 1, StringSplitOptions.RemoveEmptyEntries);
        // The longest beginning that fits: "remind me about" before "remind me".
        for (var cut = Math.Min(words.Length, LongestBeginning); cut > 0; cut--)
        {
            if (known.Beginnings.TryGetValue(PlainWords.Fold(string.Join(' ', words[..cut])), out var language))
                return (string.Join(' ', words[cut..]), language);
        }
        return null;
    }

    private static FrozenDictionary<string, string> Beginnings(KnowledgeSnapshot knowledge) =>
        knowledge.Languages.SelectMany(l => l.Texts["words.remind"].Split(',').Select(w => (Words: PlainWords.Fold(w), l.Code)))
            .DistinctBy(w => w.Words).ToFrozenDictionary(w => w.Words, w => w.Code);

    private sealed record Known(KnowledgeSnapshot Of, FrozenDictionary<string, string> Beginnings);
}
