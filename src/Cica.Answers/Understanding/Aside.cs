using System.Collections.Frozen;

namespace Cica.Answers.Understanding;

/// <summary>What people add after their question: "Is Nepal in it? Asking because of SAARC."</summary>
internal static class Aside
{
    private const string Ends = ".?!\n";

    // "Sure? I read otherwise" asks by what comes after.
    private const int FewestWords = 3;

    private static readonly FrozenSet<string> Openers = FrozenSet.ToFrozenSet(
        ["i", "i'm", "im", "my", "asking", "just", "need", "we", "our", "writing", "я", "мне", "мой", "моя", "мы", "нам", "спрашиваю", "пишу", "просто", "надо", "нужно"],
        StringComparer.OrdinalIgnoreCase);

    // "Who chairs it? I mean the Business Council" says what was meant.
    private static readonly FrozenSet<string> Meaning = FrozenSet.ToFrozenSet(["mean", "meant", "имею", "имел", "имела"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The text up to its last question mark, where nothing but what people say of themselves comes after it.</summary>
    public static string Without(string text)
    {
        var asked = text.LastIndexOf('?');
        if (asked <= 0 || asked == text.Length - 1 || text.AsSpan(0, asked).Trim().Count(' ') < FewestWords - 1)
            return text;
        var rest = text.AsSpan(asked + 1);
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOfAny(Ends);
            var sentence = (end < 0 ? rest : rest[..end]).Trim();
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (!sentence.IsEmpty && !IsOfThemselves(sentence))
                return text;
        }
        return text[..(asked + 1)];
    }

    private static bool IsOfThemselves(ReadOnlySpan<char> sentence)
    {
        var words = sentence.ToString().Split([' ', ',', ':', ';'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && Openers.Contains(words[0]) && !Meaning.Contains(words[1]);
    }
}
