using System.Runtime.InteropServices;

namespace Cica.Answers.Understanding;

/// <summary>
/// Under which numbers the lexicon knows words, by their letters: of a few thousand words that are met a few hundred thousand times,
/// each is looked up once. For texts that are typed as they should be, all phrases being known, and one thread.
/// </summary>
internal sealed class NumbersMemo
{
    private readonly Dictionary<string, (int First, int Count)> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int First, int Count)> asNames = new(StringComparer.Ordinal);
    private readonly List<int> numbers = [];

    public void Numbers(Lexicon lexicon, Token token, List<int> into)
    {
        ref var found = ref CollectionsMarshal.GetValueRefOrAddDefault(Lexicon.IsCapital(token) ? asNames : known, token.Text, out var exists);
        if (!exists)
        {
            var first = numbers.Count;
            lexicon.LookUp(token, numbers);
            found = (first, numbers.Count - first);
        }
        into.AddRange(CollectionsMarshal.AsSpan(numbers).Slice(found.First, found.Count));
    }
}
