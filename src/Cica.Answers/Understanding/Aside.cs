using System.Collections.Frozen;

namespace Cica.Answers.Understanding;

/// <summary>What people say of themselves before their question or after it: "Is Nepal in it? Asking because of SAARC."</summary>
internal static class Aside
{
    private const string Ends = ".?!\n";

    // "Sure? I read otherwise" asks by what comes after.
    private const int FewestWords = 3;

    private static readonly string[] Myself = ["i", "i'm", "im", "we", "my", "our", "я", "мы", "мне", "мой", "моя", "нам", "пишу"];

    private static readonly FrozenSet<string> Before = FrozenSet.ToFrozenSet(
        [.. Myself, "i've", "we're", "hi", "hello", "hey", "готовлю", "делаю", "составляю", "здравствуйте", "привет", "добрый"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> After = FrozenSet.ToFrozenSet(
        [.. Myself, "asking", "just", "need", "writing", "спрашиваю", "просто", "надо", "нужно"], StringComparer.OrdinalIgnoreCase);

    // "Who chairs it? I mean the Business Council" says what was meant.
    private static readonly FrozenSet<string> Meaning = FrozenSet.ToFrozenSet(["mean", "meant", "имею", "имел", "имела"], StringComparer.OrdinalIgnoreCase);

    /// <summary>A sentence before the question that begins with this word speaks of whoever asks.</summary>
    public static bool MayBegin(string word) => Before.Contains(word);

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
        return words.Length > 1 && After.Contains(words[0]) && !Meaning.Contains(words[1]);
    }
}
