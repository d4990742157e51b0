using System.Globalization;
using System.Text;

namespace Cica.Bot.Telegram.Rendering;

/// <summary>How much a message may hold.</summary>
/// <param name="Characters">Unicode characters after parsing.</param>
/// <param name="Bytes">UTF-8 bytes of HTML before parsing.</param>
/// <param name="Links">Entities; further ones would be passed over.</param>
internal sealed record TextLimits(int Characters, int Bytes, int Links)
{
    /// <summary>Telegram's own (core.telegram.org/bots/api#sendmessage; 32 KiB before parsing by its server's source, get_formatted_text).</summary>
    public static TextLimits Message { get; } = new(4096, 32 * 1024, 100);
}

/// <summary>
/// Cuts lines into messages by structure: between lines where it can, else after a sentence, a comma or a word, and inside a
/// word only where nothing else is left, never inside a character. Markup is written after the cut, so none is ever broken.
/// </summary>
internal static class Splitter
{
    private static readonly string[] Joints = [". ", "; ", ", ", " "];

    /// <summary>The lines in as few messages as the limits allow without filling up; none is empty.</summary>
    public static IReadOnlyList<IReadOnlyList<TextLine>> Split(IEnumerable<TextLine> lines, TextLimits limits)
    {
        var messages = new List<IReadOnlyList<TextLine>>();
        var current = new List<TextLine>();
        var size = default(Size);
        foreach (var line in lines.SelectMany(l => Fit(l, limits)))
        {
            var added = Size.Of(line);
            if (current.Count > 0 && !size.With(added).Within(limits))
            {
                Close(messages, current);
                current = [];
                size = default;
            }
            current.Add(line);
            size = current.Count == 1 ? added : size.With(added);
        }
        Close(messages, current);
        return messages;
    }

    // Blank lines at a cut would only be trimmed away.
    private static void Close(List<IReadOnlyList<TextLine>> messages, List<TextLine> lines)
    {
        while (lines.Count > 0 && string.IsNullOrWhiteSpace(lines[^1].Text))
            lines.RemoveAt(lines.Count - 1);
        var start = lines.FindIndex(l => !string.IsNullOrWhiteSpace(l.Text));
        if (start >= 0)
            messages.Add(start == 0 ? lines : lines[start..]);
    }

    private static IEnumerable<TextLine> Fit(TextLine line, TextLimits limits)
    {
        if (Size.Of(line).Within(limits))
        {
            yield return line;
            yield break;
        }
        var part = new List<Run>();
        var size = default(Size);
        foreach (var run in line.Runs.SelectMany(r => Cut(r, limits)))
        {
            var added = Size.Of(run);
            if (part.Count > 0 && !size.Beside(added).Within(limits))
            {
                yield return new TextLine(part);
                part = [];
                size = default;
            }
            part.Add(run);
            size = size.Beside(added);
        }
        if (part.Count > 0)
            yield return new TextLine(part);
    }

    private static IEnumerable<Run> Cut(Run run, TextLimits limits)
    {
        var rest = run.Text;
        while (rest.Length > 0 && !Size.Of(run with { Text = rest }).Within(limits))
        {
            var end = Longest(run, rest, limits);
            yield return run with { Text = rest[..end] };
            rest = rest[end..].TrimStart(' ');
        }
        if (rest.Length > 0)
            yield return run with { Text = rest };
    }

    private static int Longest(Run run, string text, TextLimits limits)
    {
        // The size grows with the length, so the longest that fits is found by halving.
        var (fits, tooLong) = (0, text.Length);
        while (tooLong - fits > 1)
        {
            var middle = (fits + tooLong) / 2;
            if (Size.Of(run with { Text = text[..middle] }).Within(limits))
                fits = middle;
            else
                tooLong = middle;
        }
        foreach (var joint in Joints)
        {
            var at = text.LastIndexOf(joint, Math.Max(0, fits - 1), StringComparison.Ordinal);
            if (at > fits / 3)
                return at + joint.Length;
        }
        return WholeCharacters(text, fits);
    }

    private static int WholeCharacters(string text, int most)
    {
        var end = 0;
        while (end < most)
        {
            var next = StringInfo.GetNextTextElementLength(text, end);
            if (end + next > most)
                break;
            end += next;
        }
        // One "character" may be endless: a letter under thousands of combining marks.
        if (end == 0)
            end = char.IsLowSurrogate(text[Math.Min(most, text.Length - 1)]) && most > 1 ? most - 1 : Math.Max(1, most);
        return end;
    }

    private readonly record struct Size(int Characters, int Bytes, int Links)
    {
        public static Size Of(TextLine line)
        {
            var size = default(Size);
            foreach (var run in line.Runs)
                size = size.Beside(Of(run));
            return size;
        }

        public static Size Of(Run run)
        {
            var line = new TextLine([run]);
            var html = new StringBuilder();
            line.WriteHtml(html);
            return new Size(line.Characters, Encoding.UTF8.GetByteCount(html.ToString()), line.Links);
        }

        public Size Beside(Size other) => new(Characters + other.Characters, Bytes + other.Bytes, Links + other.Links);

        public Size With(Size other) => Beside(other) with { Characters = Characters + other.Characters + 1, Bytes = Bytes + other.Bytes + 1 };

        public bool Within(TextLimits limits) => Characters <= limits.Characters && Bytes <= limits.Bytes && Links <= limits.Links;
    }
}
