using System.Runtime.InteropServices;

namespace Cica.Answers.Understanding;

/// <summary>Under which numbers the lexicon knows each token of a text, looked up once.</summary>
internal sealed class WordNumbers
{
    private readonly List<int> numbers;
    private readonly int[] ends;

    /// <param name="lexicon">Where they are looked up.</param>
    /// <param name="tokens">The text.</param>
    /// <param name="memo">What was found of words met before, where many texts are read.</param>
    public WordNumbers(Lexicon lexicon, List<Token> tokens, NumbersMemo? memo = null)
    {
        numbers = new List<int>(tokens.Count * 3);
        ends = new int[tokens.Count];
        for (var i = 0; i < ends.Length; i++)
        {
            if (memo is null)
                lexicon.Numbers(tokens[i], numbers);
            else
                memo.Numbers(lexicon, tokens[i], numbers);
            ends[i] = numbers.Count;
        }
    }

    /// <summary>How many tokens there are.</summary>
    public int Count => ends.Length;

    public ReadOnlySpan<int> Of(int token) => CollectionsMarshal.AsSpan(numbers)[(token == 0 ? 0 : ends[token - 1])..ends[token]];

    /// <summary>The lexicon knows the token; numbers it need not know.</summary>
    public bool Knows(int token) => Of(token).Length > 0;
}
