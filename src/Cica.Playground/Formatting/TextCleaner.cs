using System.Text;
using Cica.Playground.Wire;

namespace Cica.Playground.Formatting;

/// <summary>
/// What Telegram does to every text before it is stored: control characters become spaces, carriage returns and some
/// direction marks go, both ends are trimmed, entities follow (seen in its source, clean_input_string and fix_formatted_text).
/// </summary>
internal static class TextCleaner
{
    public static FormattedText Clean(string text, IEnumerable<WireEntity> entities)
    {
        var sorted = entities.Where(e => e.Length > 0 && e.Offset >= 0 && e.End <= text.Length).ToList();
        if (NeedsCleaning(text)) text = Strip(text, sorted);
        sorted = sorted.Where(e => !IsBlank(text.AsSpan(e.Offset, e.Length))).ToList();
        return Trim(text, EntityRules.Settle(sorted));
    }

    /// <summary>Nothing a person could see.</summary>
    public static bool IsBlank(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!char.IsWhiteSpace(c) && c is not ('\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD' or '\u200E' or '\u200F' or '\0'))
                return false;
        return true;
    }

    private static bool Dropped(char c) => c is '\r' or (>= '\u2028' and <= '\u202E') or '\u0333' or '\u033F' or '\u030A';

    private static bool Blanked(char c) => c < 32 && c is not ('\n' or '\r');

    private static bool NeedsCleaning(string text)
    {
        foreach (var c in text)
            if (Dropped(c) || Blanked(c)) return true;
        return false;
    }

    private static string Strip(string text, List<WireEntity> entities)
    {
        var map = new int[text.Length + 1];
        var cleaned = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            map[i] = cleaned.Length;
            if (!Dropped(text[i])) cleaned.Append(Blanked(text[i]) ? ' ' : text[i]);
        }
        map[text.Length] = cleaned.Length;
        for (var i = 0; i < entities.Count; i++)
            entities[i] = entities[i] with { Offset = map[entities[i].Offset], Length = map[entities[i].End] - map[entities[i].Offset] };
        entities.RemoveAll(e => e.Length <= 0);
        return cleaned.ToString();
    }

    private static FormattedText Trim(string text, List<WireEntity> entities)
    {
        var end = text.Length;
        while (end > 0 && text[end - 1] is (' ' or '\n')) end--;
        var first = entities.Count == 0 ? end : entities[0].Offset;
        var start = 0;
        while (start < first && start < end && text[start] is (' ' or '\n')) start++;
        if (start == 0 && end == text.Length) return new(text, entities);
        var moved = new List<WireEntity>(entities.Count);
        foreach (var e in entities)
        {
            if (e.Offset >= end) continue;
            moved.Add(e with { Offset = e.Offset - start, Length = Math.Min(e.End, end) - e.Offset });
        }
        return new(text[start..end], moved);
    }
}
