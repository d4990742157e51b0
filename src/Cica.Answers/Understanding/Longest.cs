namespace Cica.Answers.Understanding;

/// <summary>Finds at each token the longest phrase of the lexicon, unless a longer one from before covers it.</summary>
internal sealed class Longest(Lexicon lexicon, WordNumbers numbers, List<Mention> mentions, bool loose)
{
    // For each token the place in the list where its mentions begin, so that only those are looked through for the same again.
    private readonly int[] firstAt = new int[numbers.Count + 1];
    private int length;
    private readonly List<Meaning> found = new(4);

    /// <param name="beside">What found others in the same text before.</param>
    public void Find(Longest? beside = null)
    {
        var covered = 0;
        for (var start = 0; start < numbers.Count; start++)
        {
            firstAt[start] = mentions.Count;
            length = 0;
            found.Clear();
            Walk(start, start, 0);
            if (length == 0 || (start < covered && start + length <= covered))
                continue;
            foreach (var meaning in found)
                Add(new Mention(start, length, meaning), beside);
            covered = Math.Max(covered, start + length);
        }
        firstAt[^1] = mentions.Count;
    }

    private void Add(Mention mention, Longest? beside)
    {
        var known = (beside is not null && Has(mention, beside.firstAt[mention.Start], beside.firstAt[mention.Start + 1])) || Has(mention, firstAt[mention.Start], mentions.Count);
        if (!known)
            mentions.Add(mention);
    }

    private bool Has(Mention mention, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (mentions[i].Length == mention.Length && mentions[i].Meaning.Id == mention.Meaning.Id)
                return true;
        }
        return false;
    }

    private void Walk(int start, int at, int node)
    {
        if (at >= numbers.Count)
            return;
        foreach (var word in numbers.Of(at))
        {
            var next = lexicon.Next(node, word);
            if (next < 0)
                continue;
            if (lexicon.At(next) is { } meanings)
                Take(meanings, at - start + 1);
            Walk(start, at + 1, next);
        }
    }

    private void Take(List<Meaning> meanings, int over)
    {
        foreach (var meaning in meanings)
        {
            if (meaning.Loose != loose || over < length)
                continue;
            if (over > length)
            {
                length = over;
                found.Clear();
            }
            if (!found.Contains(meaning))
                found.Add(meaning);
        }
    }
}
