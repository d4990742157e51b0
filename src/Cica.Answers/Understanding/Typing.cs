using System.Collections.Frozen;
using System.Text;

namespace Cica.Answers.Understanding;

/// <summary>Two ways in which Russian is typed with Latin letters: the wrong keyboard layout, and by sound.</summary>
internal static class Typing
{
    private const string Latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
    private const string Cyrillic = "йцукенгшщзхъфывапролджэячсмитьбюё";

    private static readonly FrozenDictionary<char, char> ToCyrillic = Latin.Zip(Cyrillic).ToFrozenDictionary(p => p.First, p => p.Second);
    private static readonly FrozenDictionary<char, char> ToLatin = Cyrillic.Zip(Latin).ToFrozenDictionary(p => p.First, p => p.Second);

    private static readonly (string Latin, string Cyrillic)[] Sounds =
    [
        ("shch", "щ"), ("sch", "щ"), ("yo", "е"), ("jo", "е"), ("zh", "ж"), ("kh", "х"), ("ch", "ч"), ("sh", "ш"), ("ts", "ц"), ("tc", "ц"),
        ("yu", "ю"), ("ju", "ю"), ("iu", "ю"), ("ya", "я"), ("ja", "я"), ("ia", "иа"), ("ye", "е"), ("je", "е"),
        ("a", "а"), ("b", "б"), ("v", "в"), ("w", "в"), ("g", "г"), ("d", "д"), ("e", "е"), ("z", "з"), ("i", "и"), ("j", "й"), ("k", "к"), ("l", "л"),
        ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("r", "р"), ("s", "с"), ("t", "т"), ("u", "у"), ("f", "ф"), ("h", "х"), ("c", "ц"), ("y", "ы"), ("x", "кс"), ("q", "к"),
    ];

    // By their first Latin letter, in the same order.
    private static readonly (string Latin, string Cyrillic)[][] SoundsByLetter =
        [.. Enumerable.Range('a', 26).Select(letter => Sounds.Where(s => s.Latin[0] == letter).ToArray())];

    /// <summary>The text as it would stand had the other keyboard layout been on; null where it holds other characters.</summary>
    public static string? OtherLayout(string text)
    {
        if (text.Length == 0)
            return null;
        var map = text.Any(c => c is >= 'a' and <= 'z') ? ToCyrillic : ToLatin;
        var builder = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (map.TryGetValue(c, out var other))
                builder.Append(other);
            else if (char.IsDigit(c) || char.IsWhiteSpace(c) || c is '-' or '?' or '!')
                builder.Append(c);
            else
                return null;
        }
        return builder.ToString();
    }

    /// <summary>A Latin-typed word in Cyrillic, by sound; only roughly right, to be compared through <see cref="SoundKey"/>.</summary>
    public static string ByCyrillicSound(string latin)
    {
        var builder = new StringBuilder(latin.Length);
        for (var i = 0; i < latin.Length;)
        {
            var found = false;
            foreach (var (from, to) in latin[i] is >= 'a' and <= 'z' ? SoundsByLetter[latin[i] - 'a'] : [])
            {
                if (string.CompareOrdinal(latin, i, from, 0, from.Length) != 0)
                    continue;
                builder.Append(to);
                i += from.Length;
                found = true;
                break;
            }
            if (!found)
                i++;
        }
        return builder.ToString();
    }

    /// <summary>A key under which a Russian stem and what is written as it is heard meet: unstressed vowels sound alike.</summary>
    public static string HeardKey(string cyrillic) => SoundKey(cyrillic).Replace('о', 'а').Replace('и', 'е');

    /// <summary>A key under which a Russian stem and its Latin spellings meet: signs dropped, letters that Latin cannot tell apart made one.</summary>
    public static string SoundKey(string cyrillic)
    {
        var builder = new StringBuilder(cyrillic.Length);
        foreach (var c in cyrillic)
        {
            var key = c switch { 'ь' or 'ъ' or '\'' => '\0', 'й' or 'ы' => 'и', 'щ' => 'ш', 'э' or 'ё' => 'е', 'я' => 'а', 'ю' => 'у', _ => c };
            if (key != 0 && (builder.Length == 0 || builder[^1] != key))
                builder.Append(key);
        }
        return builder.ToString();
    }
}
