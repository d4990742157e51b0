namespace Cica.Answers.Understanding;

/// <summary>Reduces a folded word to a stem, so that inflected forms meet: light rules for English and Russian, chosen by script.</summary>
internal static class Stemming
{
    // Longest first within each group. After the endings of the Snowball Russian stemmer (snowballstem.org), simplified.
    private static readonly string[] RussianReflexive = ["ся", "сь"];
    private static readonly string[] RussianEndings =
    [
        "овавшими", "ировавший", "ировалась",
        "ившись", "ывшись", "вшись",
        "ующими", "ающими", "ющими", "ащими", "ящими", "ующего", "ающего", "ующему", "ующая", "ующий", "ующие", "ующих", "ующую", "ующей",
        "ивших", "ывших", "евших", "авших",
        "ейте", "уйте", "ила", "ыла", "ена", "или", "ыли", "ило", "ыло", "ено", "ует", "уют", "ены", "ить", "ыть", "ишь", "ать", "ять", "еть", "ают", "яют", "ает", "яет",
        "ала", "ало", "али", "яла", "яло", "яли", "ил", "ыл", "ал", "ял", "ен", "ано",
        "ими", "ыми", "его", "ого", "ему", "ому", "ее", "ие", "ые", "ое", "ей", "ий", "ый", "ой", "ем", "им", "ым", "ом", "их", "ых", "ую", "юю", "ая", "яя", "ою", "ею",
        "иями", "ями", "ами", "иях", "ях", "ах", "иям", "ием", "ев", "ов", "ье", "еи", "ии", "ям", "ам", "ию", "ью", "ия", "ья",
        "а", "е", "и", "о", "у", "ы", "ь", "ю", "я", "й",
    ];

    // Those that end in a letter, from а to я, the longest first: all but a few need not be looked at.
    private static readonly string[][] EndingsByLetter =
        [.. Enumerable.Range('а', 'я' - 'а' + 1).Select(letter => RussianEndings.Where(e => e[^1] == letter).OrderByDescending(e => e.Length).ToArray())];

    public static string Stem(string word)
    {
        if (word.Length < 3)
            return word;
        var first = word[0];
        if (first is >= 'а' and <= 'я')
            return Russian(word);
        return first is >= 'a' and <= 'z' ? English(word) : word;
    }

    private static string Russian(string word)
    {
        // "как" and "какой" ask different things.
        if (word.Length < 4 || word.StartsWith("как", StringComparison.Ordinal))
            return word;
        var end = word.Length;
        foreach (var reflexive in RussianReflexive)
        {
            if (end - 2 >= 4 && word.AsSpan(0, end).EndsWith(reflexive, StringComparison.Ordinal))
            {
                end -= 2;
                break;
            }
        }
        var best = Ending(word.AsSpan(0, end));
        end -= best;
        // "Назарбаев, Назарбаева", "финансы, финансовый".
        if (best > 0 && end >= 6 && (word[end - 2] is 'о' or 'е') && word[end - 1] == 'в')
            end -= 2;
        // "-ост(ь)" and a doubled or softened end vary between forms of one word.
        while (end > 3 && word[end - 1] is 'ь' or 'и' or 'й' && end > 3)
            end--;
        if (end > 4 && word[end - 1] == 'н' && word[end - 2] == 'н')
            end--;
        return word[..end];
    }

    // The length of the longest ending that leaves enough of a word.
    private static int Ending(ReadOnlySpan<char> word)
    {
        if (word[^1] is < 'а' or > 'я')
            return 0;
        foreach (var ending in EndingsByLetter[word[^1] - 'а'])
        {
            if (word.Length - ending.Length >= (ending == "ано" ? 4 : 3) && word.EndsWith(ending, StringComparison.Ordinal))
                return ending.Length;
        }
        return 0;
    }

    private static string English(string word)
    {
        var span = word.AsSpan();
        if (span.EndsWith("'s", StringComparison.Ordinal))
            span = span[..^2];
        else if (span[^1] == '\'')
            span = span[..^1];
        if (span.Length > 4 && span.EndsWith("ies", StringComparison.Ordinal))
            return string.Concat(span[..^3], "y");
        if (span.Length > 4 && span.EndsWith("sses", StringComparison.Ordinal))
            span = span[..^2];
        else if (span.Length > 5 && (span.EndsWith("ches", StringComparison.Ordinal) || span.EndsWith("shes", StringComparison.Ordinal) || span.EndsWith("xes", StringComparison.Ordinal)))
            span = span[..^2];
        else if (span.Length > 3 && span[^1] == 's' && span[^2] is not ('s' or 'u' or 'i'))
            span = span[..^1];
        if (span.Length > 5 && span.EndsWith("ing", StringComparison.Ordinal) && HasVowel(span[..^3]))
            span = Undouble(span[..^3]);
        else if (span.Length > 5 && span.EndsWith("ied", StringComparison.Ordinal))
            return string.Concat(span[..^3], "y");
        else if (span.Length > 4 && span.EndsWith("ed", StringComparison.Ordinal) && HasVowel(span[..^2]))
            span = Undouble(span[..^2]);
        if (span.Length > 5 && span[^1] == 'e')
            span = span[..^1];
        return span.Length == word.Length ? word : span.ToString();
    }

    private static ReadOnlySpan<char> Undouble(ReadOnlySpan<char> stem) =>
        stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'z') ? stem[..^1] : stem;

    private static readonly System.Buffers.SearchValues<char> Vowels = System.Buffers.SearchValues.Create("aeiouy");

    private static bool HasVowel(ReadOnlySpan<char> text) => text.ContainsAny(Vowels);
}
