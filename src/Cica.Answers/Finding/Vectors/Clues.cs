using System.Runtime.InteropServices;
using Cica.Answers.Understanding;

namespace Cica.Answers.Finding.Vectors;

/// <summary>
/// What a text says, as numbers that a vector was learnt for: its words by their stem, every two words that stand together, the
/// beginnings of long words, numbers, months, names, concepts and groups of synonyms.
/// </summary>
internal static class Clues
{
    private const int RootLength = 5;
    private const uint Seed = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>The clues of a text, each once, sorted.</summary>
    public static List<uint> Of(List<Token> tokens, List<Mention> mentions)
    {
        var clues = new List<uint>(tokens.Count * 4);
        Read(tokens, mentions, clues);
        return clues;
    }

    /// <summary>Reads the clues of a text, each once, sorted.</summary>
    public static void Read(List<Token> tokens, List<Mention> mentions, List<uint> into)
    {
        into.Clear();
        var before = 0u;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            var clue = token.Number is null ? Of('w', token.Stem) : Of('n', token.Text);
            into.Add(clue);
            if (i > 0)
                into.Add(Pair(before, clue));
            if (token.Number is null && token.Stem.Length > RootLength)
                into.Add(Of('r', token.Stem.AsSpan(0, RootLength)));
            before = clue;
        }
        foreach (var mention in mentions)
        {
            if (Of(mention.Meaning) is { } clue)
                into.Add(clue);
        }
        Tidy(into);
    }

    /// <summary>Adds names and concepts that the turn before lends to a question.</summary>
    public static void Lend(IEnumerable<string> entities, IEnumerable<string> concepts, List<uint> into)
    {
        foreach (var entity in entities)
            into.Add(Of('e', entity));
        foreach (var concept in concepts)
            into.Add(Of('c', concept));
        Tidy(into);
    }

    private static uint? Of(Meaning meaning) => meaning.Kind switch
    {
        MeaningKind.Concept => Of(meaning.Loose ? 'd' : 'c', meaning.Id),
        MeaningKind.Entity => Of('e', meaning.Id),
        MeaningKind.Synonym => Of('s', meaning.Id),
        MeaningKind.Month => Of('m', [(char)('a' + meaning.Number)]),
        MeaningKind.Number => Number(meaning.Number),
        MeaningKind.Foreign => Of('f', meaning.Id),
        _ => null,
    };

    // "Sixth" and "6" are one clue.
    private static uint Number(int number)
    {
        Span<char> digits = stackalloc char[11];
        number.TryFormat(digits, out var written, default, System.Globalization.CultureInfo.InvariantCulture);
        return Of('n', digits[..written]);
    }

    /// <summary>A clue: FNV-1a over its kind and its letters.</summary>
    public static uint Of(char kind, ReadOnlySpan<char> text)
    {
        var hash = (Seed ^ kind) * Prime;
        foreach (var c in text)
            hash = (hash ^ c) * Prime;
        return hash;
    }

    public static uint Pair(uint first, uint second) => (((first * Prime) ^ second) * Prime) + 1;

    public static void Tidy(List<uint> clues)
    {
        var all = CollectionsMarshal.AsSpan(clues);
        all.Sort();
        var kept = 0;
        foreach (var clue in all)
        {
            if (kept == 0 || all[kept - 1] != clue)
                all[kept++] = clue;
        }
        CollectionsMarshal.SetCount(clues, kept);
    }
}
