namespace Cica.Answers.Finding;

/// <summary>
/// For every term there is its place among those of the question in hand, 0 where it is none of them. Thousands of terms are
/// looked up for a question: a table as long as there are terms answers each at once, so it is kept and used again.
/// </summary>
internal sealed class TermPlaces(int termCount)
{
    private readonly ushort[] places = new ushort[termCount];

    /// <summary>The place of a term of the store.</summary>
    public int Of(int term) => places[term];

    /// <summary>Enters the terms of a question.</summary>
    public void Enter(QuestionTerms question)
    {
        for (var i = 0; i < question.Count; i++)
            places[question.All[i]] = (ushort)(i + 1);
    }

    /// <summary>Takes them out again.</summary>
    public void Leave(QuestionTerms question)
    {
        foreach (var term in question.All)
            places[term] = 0;
    }

    /// <summary>Sets the bit of each of the question's terms that is among these.</summary>
    public void Mark(ReadOnlySpan<int> among, Span<ulong> held)
    {
        // Which terms are the question's is anyone's guess, so a bit is set for every one: that of place 0 for all the others.
        if (held.Length == 1)
        {
            var bits = 0UL;
            foreach (var term in among)
                bits |= 1UL << places[term];
            held[0] = bits;
        }
        else
        {
            held.Clear();
            foreach (var term in among)
                held[places[term] >> 6] |= 1UL << places[term];
        }
        held[0] &= ~1UL;
    }
}
