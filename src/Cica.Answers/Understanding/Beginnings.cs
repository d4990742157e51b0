using System.Runtime.InteropServices;

namespace Cica.Answers.Understanding;

/// <summary>The beginnings of words that stand for all words that begin so ("chair*"), by their first letters.</summary>
internal sealed class Beginnings
{
    // By the first two letters for words, by the first alone for what has only that.
    private readonly Dictionary<int, List<(string Text, int Number)>> byLetters = [];
    private readonly List<string> texts = [];

    /// <summary>All of them.</summary>
    public IReadOnlyList<string> Texts => texts;

    /// <summary>The number of a beginning; null for what is none.</summary>
    public int? NumberOf(string text)
    {
        foreach (var (known, number) in Like(text))
        {
            if (known == text)
                return number;
        }
        return null;
    }

    /// <param name="text">Two letters or more.</param>
    /// <param name="number">Its number.</param>
    public void Add(string text, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(text.Length, 2);
        texts.Add(text);
        Add(Letters(text), text, number);
        Add(text[0], text, number);
    }

    /// <summary>Those with the first two letters of a word, the shortest first; for a single letter all that begin with it.</summary>
    public ReadOnlySpan<(string Text, int Number)> Like(string word) =>
        byLetters.TryGetValue(Letters(word), out var list) ? CollectionsMarshal.AsSpan(list) : [];

    private void Add(int letters, string text, int number)
    {
        if (!byLetters.TryGetValue(letters, out var list))
            byLetters[letters] = list = [];
        var at = list.FindIndex(b => b.Text.Length > text.Length);
        list.Insert(at < 0 ? list.Count : at, (text, number));
    }

    private static int Letters(string text) => text.Length == 1 ? text[0] : (text[1] << 16) | text[0];
}
