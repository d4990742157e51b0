using System.Text;
using Cica.Answers;
using Cica.Knowledge.Querying;

namespace Cica.Benchmarks;

/// <summary>Inputs as long as a chat lets them be, made to be hard.</summary>
internal static class WorstCases
{
    private const int Longest = 4096;

    public static (string Name, Question Question)[] All(KnowledgeSnapshot knowledge, DateOnly today) =>
    [
        .. new (string Name, string Text)[]
        {
            ("random Latin words", RandomWords("abcdefghijklmnopqrstuvwxyz", 1)),
            ("random Cyrillic words", RandomWords("абвгдежзийклмнопрстуфхцчшщъыьэюя", 2)),
            ("random letters without a space", RandomWords("abcdefghijklmnopqrstuvwxyz", 3).Replace(" ", "", StringComparison.Ordinal)),
            ("one word again and again", Repeated("chairmanship ")),
            ("one misspelt word again and again", Repeated("chairmamship ")),
            ("every question word", Repeated(string.Join(' ', knowledge.Languages.SelectMany(l => l.Concepts).Where(c => c.Key.StartsWith("ask.", StringComparison.Ordinal)).SelectMany(c => c.Value).Select(w => w.TrimEnd('*'))) + " ")),
            ("every name", Repeated(string.Join(' ', knowledge.Entities.Values.Where(e => !e.NameOnly).Select(e => e.NameIn("en"))) + " ")),
            ("nested markup", Repeated("<b><i><a href='x'>CICA </a></i>")),
            ("open brackets", Repeated("<")),
            ("emoji", Repeated("😀🏳️‍🌈")),
            ("combining marks", "C" + Repeated("\u0301")),
            ("digits", Repeated("2014 ")),
        }.Select(c => (c.Name, new Question(c.Text[..Math.Min(Longest, c.Text.Length)], today))),
    ];

    private static string Repeated(string part)
    {
        var text = new StringBuilder();
        while (text.Length < Longest)
            text.Append(part);
        return text.ToString();
    }

    private static string RandomWords(string letters, int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        while (text.Length < Longest * 2)
        {
            for (var length = random.Next(3, 12); length > 0; length--)
                text.Append(letters[random.Next(letters.Length)]);
            text.Append(' ');
        }
        return text.ToString();
    }
}
