using System.Runtime.InteropServices;
using Cica.Answers.Understanding;

namespace Cica.Answers.Finding;

/// <summary>Some of the ways of asking while the <see cref="Phrasebook"/> is built, one after the other in three lists.</summary>
internal sealed class PhrasePart
{
    private readonly List<Entry> entries = [];
    private readonly List<Phrasebook.HeldUnit> units = [];
    private readonly List<Phrasebook.HeldSign> signs = [];

    /// <summary>How many there are.</summary>
    public int Count => entries.Count;

    /// <summary>How long they are once packed.</summary>
    public int Length => (entries.Count * Phrasebook.Head) + (units.Count * Phrasebook.UnitHead) + signs.Count;

    /// <summary>The terms they say, each as often as it is said.</summary>
    public ReadOnlySpan<Phrasebook.HeldSign> Signs => CollectionsMarshal.AsSpan(signs);

    public void Add(int statement, Wording wording)
    {
        entries.Add(new Entry(statement, wording.Ask, wording.Units.Length, wording.Signs.Length));
        foreach (var unit in wording.Units)
            units.Add(new Phrasebook.HeldUnit(unit.Weight, unit.End - unit.First, unit.Exact));
        foreach (var sign in wording.Signs)
            signs.Add(new Phrasebook.HeldSign(sign));
    }

    /// <summary>Gives the terms other numbers.</summary>
    public void Renumber(int[] numbers)
    {
        foreach (ref var sign in CollectionsMarshal.AsSpan(signs))
            sign = sign.With(numbers[sign.Term]);
    }

    /// <summary>How many signs the entry of a number has.</summary>
    public int SignsOf(int entry) => entries[entry].Signs;

    /// <summary>Weighs the units of each and packs them: what it is of, what it asks, what it weighs; then each unit, with its signs behind it.</summary>
    /// <param name="rarities">The rarity of each term.</param>
    /// <param name="packed">Where they are packed.</param>
    /// <param name="ends">Past the end of each there, counted from its first number.</param>
    /// <param name="weights">What each weighs.</param>
    /// <param name="start">What the ends are counted on from.</param>
    public void Pack(float[] rarities, Span<int> packed, Span<int> ends, Span<float> weights, int start)
    {
        var (at, unit, sign) = (0, 0, 0);
        for (var entry = 0; entry < entries.Count; entry++)
        {
            var held = entries[entry];
            var head = packed[at..];
            var sum = 0f;
            at += Phrasebook.Head;
            for (var endUnit = unit + held.Units; unit < endUnit; unit++)
            {
                var rarest = float.MaxValue;
                var unitAt = at;
                at += Phrasebook.UnitHead;
                for (var endSign = sign + units[unit].Signs; sign < endSign; sign++)
                {
                    rarest = Math.Min(rarest, rarities[signs[sign].Term]);
                    packed[at++] = signs[sign].Packed;
                }
                var weighed = units[unit] with { Weight = Wording.Weigh(units[unit].Weight, rarest) };
                weighed.Pack(packed[unitAt..]);
                sum += weighed.Weight;
            }
            (head[0], head[1], head[2]) = (held.Statement, (int)held.Ask, BitConverter.SingleToInt32Bits(sum));
            weights[entry] = sum;
            ends[entry] = start + at;
        }
    }

    private readonly record struct Entry(int Statement, Ask Ask, int Units, int Signs);
}
