using System.Text;
using Cica.Answers.Understanding;

namespace Cica.Bot.Reading;

/// <summary>Names as they are compared: without case, accents and marks, and for Russian also without the ending of the case.</summary>
internal static class PlainWords
{
    private const int LeastStem = 2;

    // After folding: ё is е.
    private static readonly string[] Endings =
    [
        "ого", "его", "ому", "ему", "ами", "ями", "ом", "ем", "ой", "ей", "ою", "ею", "ий", "ый", "ах", "ях", "ам", "ям", "ью", "ая", "ую", "ое", "ее",
        "а", "я", "ы", "и", "е", "у", "ю", "о", "ь",
    ];

    // What people write around a city.
    private static readonly HashSet<string> Around = new(StringComparer.Ordinal)
    {
        "time", "zone", "timezone", "in", "the", "of", "city", "my", "is", "s", "в", "во", "по", "из", "на", "время", "времени", "часовой", "пояс", "город", "городе", "города", "г", "мой", "у", "меня",
    };

    /// <summary>Small letters and digits, words parted by one blank.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in Folding.Fold(text))
        {
            if (char.IsLetterOrDigit(letter))
                folded.Append(letter);
            else if (letter is not ('\'' or '’' or '‘') && folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }
        return folded.ToString().TrimEnd();
    }

    /// <summary>A folded text without the words people write around a place ("in Moscow", "московское время"); the text itself if nothing else is left.</summary>
    public static string Bare(string folded)
    {
        var left = string.Join(' ', folded.Split(' ').Where(w => !Around.Contains(w)));
        return left.Length == 0 ? folded : left;
    }

    /// <summary>A folded Russian name without the endings of its cases; any other as it is.</summary>
    public static string Stem(string folded) => string.Join(' ', folded.Split(' ').Select(StemOfWord));

    private static string StemOfWord(string word)
    {
        if (word.Length == 0 || word[^1] is < 'а' or > 'я')
            return word;
        foreach (var ending in Endings)
        {
            if (word.Length - ending.Length >= LeastStem && word.EndsWith(ending, StringComparison.Ordinal))
                return word[..^ending.Length];
        }
        return word;
    }
}
