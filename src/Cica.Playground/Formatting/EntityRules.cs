using Cica.Playground.Wire;

namespace Cica.Playground.Formatting;

/// <summary>
/// Which entities may stand beside and inside each other: code and pre hold nothing, equal neighbours join, at most 100 are
/// kept (core.telegram.org/bots/api#formatting-options; the number by python-telegram-bot's experiment).
/// </summary>
internal static class EntityRules
{
    private const int Most = 100;
    private static readonly HashSet<string> Splittable = new(StringComparer.Ordinal) { "bold", "italic", "underline", "strikethrough", "spoiler" };

    public static List<WireEntity> Settle(List<WireEntity> entities)
    {
        if (entities.Count == 0) return entities;
        var blocks = entities.Where(e => e.Type is "code" or "pre").ToList();
        var kept = entities
            .Where(e => e.Type is "code" or "pre" or "blockquote" or "expandable_blockquote" || !blocks.Exists(b => Overlap(b, e)))
            .Distinct().ToList();
        kept = Join(kept);
        Sort(kept);
        if (kept.Count > Most) kept.RemoveRange(Most, kept.Count - Most);
        // A code tag outside pre has no language to tell.
        return kept.ConvertAll(e => e.Type == "code" ? e with { Language = null } : e);
    }

    /// <summary>Adds what the server finds by itself (links, mentions, commands) where nothing else stands.</summary>
    public static FormattedText WithFound(FormattedText text)
    {
        var found = EntityFinder.Find(text.Text);
        if (found.Count == 0) return text;
        var all = new List<WireEntity>(text.Entities);
        all.AddRange(found.Where(f => !text.Entities.Any(e => Blocks(e) && Overlap(e, f))));
        Sort(all);
        if (all.Count > Most) all.RemoveRange(Most, all.Count - Most);
        return text with { Entities = all };
    }

    private static bool Blocks(WireEntity entity) => !Splittable.Contains(entity.Type) && entity.Type is not ("blockquote" or "expandable_blockquote");

    private static bool Overlap(WireEntity a, WireEntity b) => a.Offset < b.End && b.Offset < a.End;

    private static List<WireEntity> Join(List<WireEntity> entities)
    {
        var result = entities.Where(e => !Splittable.Contains(e.Type)).ToList();
        foreach (var group in entities.Where(e => Splittable.Contains(e.Type)).GroupBy(e => e.Type))
        {
            WireEntity? last = null;
            foreach (var entity in group.OrderBy(e => e.Offset))
            {
                if (last is not null && entity.Offset <= last.End)
                    last = last with { Length = Math.Max(last.End, entity.End) - last.Offset };
                else
                {
                    if (last is not null) result.Add(last);
                    last = entity;
                }
            }
            if (last is not null) result.Add(last);
        }
        return result;
    }

    private static void Sort(List<WireEntity> entities) => entities.Sort((a, b) =>
    {
        var order = a.Offset.CompareTo(b.Offset);
        if (order == 0) order = b.Length.CompareTo(a.Length);
        return order != 0 ? order : Rank(a.Type).CompareTo(Rank(b.Type));
    });

    // Of two that cover the same words the outer one is told first (the server's source, get_type_priority).
    private static int Rank(string type) => type switch
    {
        "blockquote" or "expandable_blockquote" => 0,
        "bold" => 90,
        "italic" => 91,
        "underline" => 92,
        "strikethrough" => 93,
        "spoiler" => 94,
        "custom_emoji" => 99,
        _ => 50,
    };
}
