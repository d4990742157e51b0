using System.Collections.Frozen;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;

namespace Cica.Answers.Following;

/// <summary>
/// "This council", "the network", "этот форум": one word of the name of what was spoken of stands for it. Built once over the
/// entities.
/// </summary>
internal sealed class ShortNames
{
    private const int ShortestWord = 3;

    // What points at something that was spoken of.
    private static readonly FrozenSet<string> Pointers = FrozenSet.ToFrozenSet(
        ["the", "this", "that", "said", "этот", "эта", "это", "этого", "этой", "этому", "этом", "эту", "тот", "та", "то", "того", "той", "тому", "том", "ту", "сам", "сама", "само", "самого", "самой"], StringComparer.Ordinal);

    // What is named by one word of its name once its kind was spoken of: "the human one", of the dimensions.
    private static readonly (string Concept, EntityKind Kind)[] Kinds = [("dimension", EntityKind.Dimension), ("area", EntityKind.Area)];

    private readonly FrozenDictionary<string, FrozenSet<string>> words;
    private readonly FrozenDictionary<(EntityKind, string), Entity> siblings;

    public ShortNames(IEnumerable<Entity> entities)
    {
        var all = entities.ToArray();
        var own = all.Where(e => e.Kind == EntityKind.Organisation).SelectMany(WordsOf).ToHashSet(StringComparer.Ordinal);
        words = all.Where(IsNamedShortly).ToFrozenDictionary(e => e.Id, e => WordsOf(e).Where(w => !own.Contains(w)).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
        siblings = all.Where(e => Kinds.Any(k => k.Kind == e.Kind)).SelectMany(e => WordsOf(e).Distinct().Select(w => (Key: (e.Kind, w), Entity: e)))
            .GroupBy(w => w.Key).Where(g => g.Count() == 1).ToFrozenDictionary(g => g.Key, g => g.Single().Entity);
    }

    /// <summary>What a question points at of all that was spoken of, the latest first; null where it points at nothing, or names what it asks of.</summary>
    public Entity? Meant(Frame frame, Conversation before)
    {
        if (Sibling(frame, before) is { } sibling)
            return sibling;
        for (var i = 1; i < frame.Tokens.Count; i++)
        {
            // Russian has no article: the bare word points at what the turn before spoke of.
            var points = Pointers.Contains(frame.Tokens[i - 1].Text);
            if ((!points && frame.Language != "ru") || frame.Entities.Any(e => e.Covers(i)))
                continue;
            foreach (var spoken in before.Asked.Concat(before.Told).Concat(points ? before.Earlier : []))
            {
                if (words.TryGetValue(spoken.Id, out var name) && name.Contains(frame.Tokens[i].Stem))
                    return spoken;
            }
        }
        return null;
    }

    private Entity? Sibling(Frame frame, Conversation before)
    {
        if (frame.Entities.Count > 0)
            return null;
        foreach (var (concept, kind) in Kinds)
        {
            if (!before.Concepts.Contains(concept) && before.Asked.Concat(before.Told).All(e => e.Kind != kind))
                continue;
            for (var i = 0; i < frame.Tokens.Count; i++)
            {
                if (siblings.TryGetValue((kind, frame.Tokens[i].Stem), out var one) && !frame.Mentions.Any(m => m.Covers(i) && m.Meaning is { Kind: MeaningKind.Concept, Loose: false } meaning && !meaning.Id.Contains('.')))
                    return one;
            }
        }
        return null;
    }

    private static bool IsNamedShortly(Entity entity) => entity.Kind is EntityKind.Body or EntityKind.Organ or EntityKind.Document;

    private static IEnumerable<string> WordsOf(Entity entity) =>
        entity.Names.Values.SelectMany(n => Tokenizer.Cut(n.Name)).Where(t => t.Text.Length > ShortestWord).Select(t => t.Stem);
}
