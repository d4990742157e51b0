namespace Cica.Answers.Understanding;

/// <summary>
/// Folded words and their stems, by their letters. The facts' wordings hold a few thousand words a few hundred thousand times:
/// while these are read, each word is stemmed, and kept, once. For one thread.
/// </summary>
internal sealed class WordMemo : IWords
{
    private readonly Dictionary<string, (string Text, string Stem)> words = new(StringComparer.Ordinal);

    /// <summary>All words met so far, in the order of their meeting.</summary>
    public IEnumerable<(string Text, string Stem)> All => words.Values;

    public (string Text, string Stem) Of(ReadOnlySpan<char> letters)
    {
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(letters, out var word))
            lookup[letters] = word = Read(letters);
        return word;
    }

    public static (string Text, string Stem) Read(ReadOnlySpan<char> letters)
    {
        var text = letters.ToString();
        return (text, Stemming.Stem(text));
    }
}
