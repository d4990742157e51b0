namespace Cica.Answers.Understanding;

/// <summary>What a word that is not known was meant to be: misspelt, cut short, run together, or typed as it sounds.</summary>
internal sealed partial class Lexicon
{
    /// <summary>The known stem nearest to a misspelt one, or null: a real word is never corrected, a short one neither.</summary>
    public string? Correct(string stem) => (speller.Nearest(stem, AreSame) ?? Heard(stem)) is { } found ? spellings.GetValueOrDefault(found, found) : null;

    // "Сикритариат": as it is heard.
    private string? Heard(string stem) => stem.Length >= ShortestHeard && stem[0] is >= 'а' and <= 'я' ? heard.GetValueOrDefault(Typing.HeardKey(stem)) : null;

    /// <summary>The word that was cut short, or null.</summary>
    public string? Whole(string cut) => shortenings.Whole(cut);

    /// <summary>The long word of which the end was not left out but cut down, or null.</summary>
    public string? WholeButForItsEnd(string cut) => shortenings.WholeButForItsEnd(cut);

    /// <summary>Two words that mean something, written as one ("whochairs"); null where it is no such thing.</summary>
    public (string Left, string Right)? Apart(string glued)
    {
        for (var at = ShortestPart; at <= glued.Length - ShortestPart && glued.Length <= LongestGlued; at++)
        {
            if (IsMeaningful(glued[..at]) && IsMeaningful(glued[at..]))
                return (glued[..at], glued[at..]);
        }
        return null;
    }

    // A stem of three letters is found in too many words ("sign" and "alled").
    private bool IsMeaningful(string text) =>
        (Stemming.Stem(text) is var stem && (stem.Length > ShortestPart || stem.Length == text.Length) && words.TryGetValue(stem, out var word) && meaningful[word]) || (exact.TryGetValue(text, out word) && meaningful[word]);

    // It means nothing but somebody or something of that name.
    private bool IsName(int word) => Next(0, word) is >= 0 and var node && At(node) is { } all && all.All(m => m.Kind is MeaningKind.Entity);

    // What a word by itself names: entities, and concepts that are no mere direction.
    private string[] MeaningsOf(int word) =>
        Next(0, word) is >= 0 and var node && At(node) is { } all
            ? [.. all.Where(m => !m.Loose && m.Kind is MeaningKind.Entity || (!m.Loose && m.Kind is MeaningKind.Concept && !m.Id.Contains('.'))).Select(m => m.Id)]
            : [];

    // Two spellings of one name, or two words for the same, are no tie.
    private bool AreSame(string one, string other) =>
        spellings.GetValueOrDefault(one, one) is var first && spellings.GetValueOrDefault(other, other) is var second && (first == second || LeadsOf(first).Intersect(LeadsOf(second)).Any());

    private IEnumerable<string> LeadsOf(string stem)
    {
        if (entityOfWord.TryGetValue(stem, out var entity))
            yield return entity;
        if (!words.TryGetValue(stem, out var number))
            yield break;
        foreach (var meaning in MeaningsOf(number))
            yield return meaning;
    }

    /// <summary>The known Russian stem that sounds like a Latin-typed word, or null.</summary>
    public string? FromSound(string latin)
    {
        var whole = Typing.ByCyrillicSound(latin);
        if (bySound.TryGetValue(Typing.SoundKey(whole), out var word))
            return wordTexts[word];
        // A short stem would sound like too many words.
        var stem = Stemming.Stem(whole);
        if (stem.Length >= 4 && bySound.TryGetValue(Typing.SoundKey(stem), out word))
            return wordTexts[word];
        return whole.Length >= 6 ? BeginningOf(whole) : null;
    }

    private string? BeginningOf(string cyrillic)
    {
        var key = Typing.SoundKey(cyrillic);
        for (var length = Math.Min(key.Length, longestSound); length >= 4; length--)
        {
            if (beginningsBySound.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key.AsSpan(0, length), out var beginning))
                return beginning;
        }
        return null;
    }
}
