using System.Runtime.InteropServices;

namespace Cica.Answers.Understanding;

/// <summary>
/// The words of the facts' own wordings, which nearly all questions are made of: what each is stemmed to, and under which numbers the
/// lexicon knows it, is found out once, while the data is loaded. No question adds to them.
/// </summary>
internal sealed class KnownWords : IWords
{
    private readonly Dictionary<string, Known> words = new(StringComparer.Ordinal);
    private readonly List<int> numbers = [];

    public void Add(string text, string stem) => words.TryAdd(text, new Known(text, stem, 0, 0, 0));

    /// <summary>Looks all of them up, as they are found in a text and as they are where they are written like a name.</summary>
    public void LookUp(Lexicon lexicon)
    {
        foreach (var text in words.Keys)
        {
            ref var word = ref CollectionsMarshal.GetValueRefOrNullRef(words, text);
            var token = new Token { Text = text, Stem = word.Stem, Start = 0, Length = text.Length };
            var first = numbers.Count;
            lexicon.LookUp(token, numbers);
            var asName = numbers.Count;
            lexicon.LookUp(token with { AllCapitals = true }, numbers);
            word = word with { First = first, AsName = asName, End = numbers.Count };
        }
    }

    public (string Text, string Stem) Of(ReadOnlySpan<char> letters) =>
        words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(letters, out var word) ? (word.Text, word.Stem) : WordMemo.Read(letters);

    /// <summary>Adds the numbers of a token; false where it is none of these words.</summary>
    public bool TryAddNumbers(Token token, List<int> into)
    {
        // What was corrected is known by what it was taken for.
        if (token.Correction is not null || !words.TryGetValue(token.Text, out var word))
            return false;
        into.AddRange(CollectionsMarshal.AsSpan(numbers)[(Lexicon.IsCapital(token) ? word.AsName..word.End : word.First..word.AsName)]);
        return true;
    }

    private readonly record struct Known(string Text, string Stem, int First, int AsName, int End);
}
