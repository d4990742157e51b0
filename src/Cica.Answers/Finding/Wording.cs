using System.Runtime.InteropServices;
using Cica.Answers.Understanding;

namespace Cica.Answers.Finding;

/// <summary>Something by which one thing said can meet another.</summary>
/// <param name="Term">A word, a root, a name, a number, a group of synonyms or a concept.</param>
/// <param name="Gain">How much of a match it is, 0 to 1.</param>
internal readonly record struct Sign(int Term, float Gain);

/// <summary>One thing a wording says: a name, a phrase, a word or a number.</summary>
/// <param name="First">The first of the signs it may be met by.</param>
/// <param name="End">Past the last of them.</param>
/// <param name="Weight">How much it counts: more for rare and telling words.</param>
/// <param name="Exact">A name, a number or an order ("before", "last"): nothing else will do.</param>
internal readonly record struct Unit(int First, int End, float Weight, bool Exact);

/// <summary>A question as a bag of what it says, so that two ways of asking can be compared.</summary>
internal sealed class Wording
{
    private const int MostSigns = 24;

    private readonly List<Unit> units;
    private readonly List<Sign> signs;

    private Wording(int capacity)
    {
        units = new List<Unit>(capacity);
        signs = new List<Sign>(capacity * 3);
    }

    public ReadOnlySpan<Unit> Units => CollectionsMarshal.AsSpan(units);

    /// <summary>The signs of all units.</summary>
    public ReadOnlySpan<Sign> Signs => CollectionsMarshal.AsSpan(signs);

    /// <summary>The sum of its units' weights, once weighed.</summary>
    public float Weight { get; private set; }

    /// <summary>The kind of answer it wants.</summary>
    public Ask Ask { get; private set; }

    /// <summary>Reads a text that has been cut and whose mentions are known.</summary>
    /// <param name="tokens">The words.</param>
    /// <param name="mentions">What they mean.</param>
    /// <param name="terms">Where every term has its number.</param>
    /// <param name="inherited">Terms that the turn before lends to a question that leans on it.</param>
    public static Wording Read(List<Token> tokens, List<Mention> mentions, Terms terms, IReadOnlyList<int>? inherited = null)
    {
        var wording = new Wording(tokens.Count + (inherited?.Count ?? 0));
        wording.ReadUnits(tokens, mentions, terms);
        foreach (var term in inherited ?? [])
        {
            wording.signs.Add(new Sign(term, 1));
            wording.units.Add(new Unit(wording.signs.Count - 1, wording.signs.Count, 0.9f, false));
        }
        return wording;
    }

    /// <summary>One that <see cref="Reread"/> fills.</summary>
    public static Wording Blank() => new(16);

    /// <summary>Reads another text in its place: the store holds so many that it pays not to make one for each.</summary>
    public void Reread(List<Token> tokens, List<Mention> mentions, Terms terms)
    {
        units.Clear();
        signs.Clear();
        (Weight, Ask) = (0, Ask.None);
        ReadUnits(tokens, mentions, terms);
    }

    /// <summary>Weighs each unit by how rare its best-known term is.</summary>
    /// <param name="rarity">The rarity of each term: the logarithm of how few statements hold it.</param>
    public Wording Weigh(float[] rarity)
    {
        foreach (ref var unit in CollectionsMarshal.AsSpan(units))
        {
            var rarest = float.MaxValue;
            foreach (var sign in Signs[unit.First..unit.End])
                rarest = Math.Min(rarest, rarity[sign.Term]);
            unit = unit with { Weight = Weigh(unit.Weight, rarest) };
            Weight += unit.Weight;
        }
        return this;
    }

    /// <summary>What a unit weighs by the rarity of its best-known term; what nobody knows, and has none, counts most.</summary>
    public static float Weigh(float weight, float rarest) => weight * (rarest == float.MaxValue ? 1.4f : 0.35f + (Math.Min(rarest, 7) / 7));

    private void ReadUnits(List<Token> tokens, List<Mention> mentions, Terms terms)
    {
        for (var i = 0; i < tokens.Count;)
            i += ReadUnit(tokens, mentions, terms, i);
    }

    // Reads what stands at a token; returns over how many tokens.
    private int ReadUnit(List<Token> tokens, List<Mention> mentions, Terms terms, int at)
    {
        var length = LongestAt(mentions, at);
        var token = tokens[at];
        var first = signs.Count;
        var (named, ordering) = (false, false);
        var weight = length > 1 ? 1.2f : token.Number is null ? 1.6f : 1.2f;
        for (var m = 0; m < mentions.Count; m++)
        {
            var mention = mentions[m];
            if (mention.Start > at || mention.End < at + length)
                continue;
            var role = mention.Meaning.Role;
            Ask |= role.Asks;
            if (role.Asks != Ask.None)
                weight = Math.Min(weight, 0.15f);
            else if (mention.Meaning.Kind == MeaningKind.Filler)
                weight = Math.Min(weight, 0.1f);
            if (mention.Length > length || !role.Counts)
                continue;
            named |= mention.Meaning.Kind == MeaningKind.Entity;
            ordering |= mention.Meaning.Role.Orders;
            weight = Math.Min(weight, role.Weight);
            Push(first, terms.Of(mention.Meaning), mention.Meaning.Kind is MeaningKind.Concept or MeaningKind.Synonym ? 0.85f : 1);
        }
        // The words of a name are not what it means: of two councils, "council" tells neither.
        for (var t = at; t < at + length && !named; t++)
        {
            Push(first, terms.Of(tokens[t]), length > 1 ? 0.5f : 1);
            if (tokens[t].Number is null)
                Push(first, terms.Root(tokens[t].Stem), length > 1 ? 0.4f : 0.75f);
        }
        if (length > 1 || token.Number is not null || token.Text.Length > 1 || token.Text[0] >= '\u3000')
            units.Add(new Unit(first, signs.Count, weight, (named && weight > 0.1f) || ordering || token.Number is not null));
        else
            signs.RemoveRange(first, signs.Count - first);
        return length;
    }

    private static int LongestAt(List<Mention> mentions, int start)
    {
        var longest = 1;
        for (var m = 0; m < mentions.Count; m++)
        {
            var mention = mentions[m];
            if (mention.Start == start && mention.Length > longest && mention.Meaning.Role.Counts)
                longest = mention.Length;
        }
        return longest;
    }

    private void Push(int first, int term, float gain)
    {
        if (term == Terms.None || signs.Count - first == MostSigns)
            return;
        for (var i = first; i < signs.Count; i++)
        {
            if (signs[i].Term == term)
                return;
        }
        signs.Add(new Sign(term, gain));
    }
}
