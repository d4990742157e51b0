using System.Runtime.InteropServices;

namespace Cica.Answers.Understanding;

/// <summary>Finds at each token the longest phrase of the lexicon, unless a longer one from before covers it.</summary>
internal sealed class Longest
{
    private readonly Lexicon lexicon;
    private readonly WordNumbers numbers;
    private readonly List<Mention> mentions;
    private readonly List<Meaning> found = new(4);

    // The phrases that begin at each token: over how many tokens, and what they mean; walked once, for those that are loose and those
    // that are not.
    private readonly List<(int Over, List<Meaning> Meanings)> phrases;
    private readonly int[] phraseEnds;

    // For each token the place in the list where its mentions begin, so that only those are looked through for the same again.
    private int[] firstAt = [];
    private int length;

    /// <param name="lexicon">What the phrases are looked up in.</param>
    /// <param name="numbers">The text.</param>
    /// <param name="mentions">Where they go.</param>
    public Longest(Lexicon lexicon, WordNumbers numbers, List<Mention> mentions)
    {
        (this.lexicon, this.numbers, this.mentions) = (lexicon, numbers, mentions);
        phrases = new List<(int, List<Meaning>)>(numbers.Count * 2);
        phraseEnds = new int[numbers.Count];
        for (var start = 0; start < phraseEnds.Length; start++)
        {
            Walk(start, start, 0);
            phraseEnds[start] = phrases.Count;
        }
    }

    /// <summary>Adds what is loose, or what is not; nothing that was added before.</summary>
    public void Find(bool loose)
    {
        var (covered, before) = (0, firstAt);
        firstAt = new int[numbers.Count + 1];
        for (var start = 0; start < numbers.Count; start++)
        {
            firstAt[start] = mentions.Count;
            length = 0;
            found.Clear();
            foreach (var (over, meanings) in CollectionsMarshal.AsSpan(phrases)[(start == 0 ? 0 : phraseEnds[start - 1])..phraseEnds[start]])
                Take(meanings, over, loose);
            if (length == 0 || (start < covered && start + length <= covered))
                continue;
            foreach (var meaning in found)
                Add(new Mention(start, length, meaning), before);
            covered = Math.Max(covered, start + length);
        }
        firstAt[^1] = mentions.Count;
    }

    private void Add(Mention mention, int[] before)
    {
        var known = (before.Length > 0 && Has(mention, before[mention.Start], before[mention.Start + 1])) || Has(mention, firstAt[mention.Start], mentions.Count);
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
                phrases.Add((at - start + 1, meanings));
            if (lexicon.GoesOn(next))
                Walk(start, at + 1, next);
        }
    }

    private void Take(List<Meaning> meanings, int over, bool loose)
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
