using System.Runtime.InteropServices;

namespace Cica.Answers.Understanding;

/// <summary>The beginnings of words that stand for all words that begin so ("chair*"), by their first letter.</summary>
internal sealed class Beginnings
{
    private readonly Dictionary<char, List<(string Text, int Number)>> byLetter = [];
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

    public void Add(string text, int number)
    {
        texts.Add(text);
        if (!byLetter.TryGetValue(text[0], out var list))
            byLetter[text[0]] = list = [];
        var at = list.FindIndex(b => b.Text.Length > text.Length);
        list.Insert(at < 0 ? list.Count : at, (text, number));
    }

    /// <summary>Those with the first letter of a word, the shortest first.</summary>
    public ReadOnlySpan<(string Text, int Number)> Like(string word) =>
        byLetter.TryGetValue(word[0], out var list) ? CollectionsMarshal.AsSpan(list) : [];
}
