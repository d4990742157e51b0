using Cica.Answers.Understanding;
using Cica.Knowledge.Model;

namespace Cica.Answers.Finding;

/// <summary>Something by which one thing said can meet another.</summary>
/// <param name="Term">A word, a root, a name, a number, a group of synonyms or a concept.</param>
/// <param name="Gain">How much of a match it is, 0 to 1.</param>
internal readonly record struct Sign(int Term, float Gain);

/// <summary>One thing a wording says: a name, a phrase, a word or a number.</summary>
/// <param name="Signs">What it may be met by.</param>
/// <param name="Weight">How much it counts: more for rare and telling words.</param>
/// <param name="Exact">A name or a number: nothing else will do.</param>
internal readonly record struct Unit(Sign[] Signs, float Weight, bool Exact);

/// <summary>A question as a bag of what it says, so that two ways of asking can be compared.</summary>
internal sealed class Wording
{
    private static readonly (string Concept, Ask Kind)[] Asks =
    [
        ("ask.who", Ask.Who), ("ask.what", Ask.What), ("ask.when", Ask.When), ("ask.since", Ask.When), ("ask.where", Ask.Where), ("ask.howmany", Ask.HowMany),
        ("ask.which", Ask.Which), ("ask.why", Ask.Why), ("ask.how", Ask.How), ("ask.howlong", Ask.HowLong), ("ask.list", Ask.List), ("ask.howoften", Ask.HowOften),
    ];

    private Wording(List<Unit> units, Ask ask)
    {
        Units = [.. units];
        Ask = ask;
    }

    public Unit[] Units { get; }

    /// <summary>The sum of its units' weights, once weighed.</summary>
    public float Weight { get; private set; }

    /// <summary>The kind of answer it wants.</summary>
    public Ask Ask { get; }

    /// <summary>Reads a text that has been cut and whose mentions are known.</summary>
    /// <param name="tokens">The words.</param>
    /// <param name="mentions">What they mean.</param>
    /// <param name="terms">Where every term has its number.</param>
    /// <param name="inherited">Terms that the turn before lends to a question that leans on it.</param>
    public static Wording Read(IReadOnlyList<Token> tokens, IReadOnlyList<Mention> mentions, Terms terms, IReadOnlyList<int>? inherited = null)
    {
        var units = new List<Unit>(tokens.Count);
        Span<Sign> signs = stackalloc Sign[24];
        var ask = Ask.None;
        for (var i = 0; i < tokens.Count;)
        {
            var length = LongestAt(mentions, i);
            var named = false;
            var count = 0;
            var weight = length > 1 ? 1.2f : tokens[i].Number is null ? 1.6f : 1.2f;
            foreach (var mention in mentions)
            {
                if (mention.Start > i || mention.End < i + length)
                    continue;
                var asks = AskOf(mention.Meaning);
                ask |= asks;
                if (asks != Ask.None)
                    weight = Math.Min(weight, 0.15f);
                else if (mention.Meaning.Kind == MeaningKind.Filler)
                    weight = Math.Min(weight, 0.1f);
                if (mention.Length > length || !Counts(mention.Meaning))
                    continue;
                named |= mention.Meaning.Kind == MeaningKind.Entity;
                weight = Math.Min(weight, WeightOf(mention.Meaning));
                Push(signs, ref count, terms.Of(mention.Meaning), mention.Meaning.Kind is MeaningKind.Concept or MeaningKind.Synonym ? 0.85f : 1);
            }
            // The words of a name are not what it means: of two councils, "council" tells neither.
            for (var t = i; t < i + length && !named; t++)
            {
                Push(signs, ref count, terms.Of(tokens[t]), length > 1 ? 0.5f : 1);
                if (tokens[t].Number is null)
                    Push(signs, ref count, terms.Root(tokens[t].Stem), length > 1 ? 0.4f : 0.75f);
            }
            if (length > 1 || tokens[i].Number is not null || tokens[i].Text.Length > 1 || tokens[i].Text[0] >= '\u3000')
                units.Add(new Unit(signs[..count].ToArray(), weight, (named && weight > 0.1f) || tokens[i].Number is not null));
            i += length;
        }
        foreach (var term in inherited ?? [])
            units.Add(new Unit([new Sign(term, 1)], 0.9f, false));
        return new Wording(units, ask);
    }

    /// <summary>Weighs each unit by how rare its best-known term is; what nobody knows counts most.</summary>
    /// <param name="rarity">The rarity of each term: the logarithm of how few statements hold it.</param>
    public Wording Weigh(float[] rarity)
    {
        Weight = 0;
        foreach (ref var unit in Units.AsSpan())
        {
            var rarest = float.MaxValue;
            foreach (var term in unit.Signs)
                rarest = Math.Min(rarest, rarity[term.Term]);
            unit = unit with { Weight = unit.Weight * (rarest == float.MaxValue ? 1.4f : 0.35f + (Math.Min(rarest, 7) / 7)) };
            Weight += unit.Weight;
        }
        return this;
    }

    private static int LongestAt(IReadOnlyList<Mention> mentions, int start)
    {
        var longest = 1;
        foreach (var mention in mentions)
        {
            if (mention.Start == start && mention.Length > longest && Counts(mention.Meaning))
                longest = mention.Length;
        }
        return longest;
    }

    private static void Push(Span<Sign> signs, ref int count, int term, float gain)
    {
        if (term == Terms.None || count == signs.Length)
            return;
        foreach (var sign in signs[..count])
        {
            if (sign.Term == term)
                return;
        }
        signs[count++] = new Sign(term, gain);
    }

    private static bool Counts(Meaning meaning) => meaning.Kind switch
    {
        MeaningKind.Filler or MeaningKind.Foreign => false,
        MeaningKind.Concept => !meaning.Id.StartsWith("ask.", StringComparison.Ordinal) && !meaning.Id.StartsWith("talk.", StringComparison.Ordinal) && !meaning.Id.StartsWith("follow.", StringComparison.Ordinal),
        _ => true,
    };

    private static float WeightOf(Meaning meaning) => meaning.Kind switch
    {
        MeaningKind.Entity => meaning.Entity!.Kind == EntityKind.Organisation ? 0.05f : 1.5f,
        MeaningKind.Concept when meaning.Id is "cica-noun" or "region" or "order.current" or "count-word" => 0.15f,
        MeaningKind.Concept when meaning.Id.StartsWith("follow.", StringComparison.Ordinal) || meaning.Id.StartsWith("talk.", StringComparison.Ordinal) => 0.1f,
        MeaningKind.Concept or MeaningKind.Synonym => 1.1f,
        _ => 1.2f,
    };

    private static Ask AskOf(Meaning meaning)
    {
        if (meaning.Kind != MeaningKind.Concept || !meaning.Id.StartsWith("ask.", StringComparison.Ordinal))
            return Ask.None;
        foreach (var (id, kind) in Asks)
        {
            if (id == meaning.Id)
                return kind;
        }
        return Ask.None;
    }
}
