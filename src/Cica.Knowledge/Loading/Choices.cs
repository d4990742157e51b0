using System.Collections.Immutable;

namespace Cica.Knowledge.Loading;

/// <summary>The words that a key may have for its value, in the order in which a message lists them.</summary>
internal sealed class Choices<T>(params (string Word, T Value)[] choices)
    where T : struct
{
    private readonly ImmutableArray<(string Word, T Value)> all = [.. choices];

    public IEnumerable<string> Words => all.Select(choice => choice.Word);

    public T? Find(string word)
    {
        foreach (var (known, value) in all)
        {
            if (known == word)
                return value;
        }
        return null;
    }
}
