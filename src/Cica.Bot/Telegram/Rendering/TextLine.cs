using System.Globalization;
using System.Text;

namespace Cica.Bot.Telegram.Rendering;

/// <summary>Some words of a line, leading somewhere or not.</summary>
/// <param name="Text">The words as a person reads them.</param>
/// <param name="Link">Where a tap on them leads, or null.</param>
internal sealed record Run(string Text, string? Link = null)
{
    /// <summary>The instant the words tell: whoever reads them sees it in their own zone, where the app knows how (core.telegram.org/bots/api#html-style).</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>A link longer than this is left out: the words matter more than where they lead.</summary>
    private const int LongestLink = 2048;

    /// <summary>The run with its link left out where it is too long to be of use.</summary>
    public string? Target => Link is { Length: > 0 and <= LongestLink } link ? link : null;
}

/// <summary>One line of a message: the smallest part that is kept together where that is possible.</summary>
internal sealed record TextLine(IReadOnlyList<Run> Runs)
{
    /// <summary>A line without links.</summary>
    public TextLine(string text)
        : this([new Run(text)])
    {
    }

    /// <summary>The line as a person reads it.</summary>
    public string Text => Runs.Count == 1 ? Runs[0].Text : string.Concat(Runs.Select(r => r.Text));

    /// <summary>Its length as Telegram counts it: in Unicode characters, after parsing.</summary>
    public int Characters => Runs.Sum(r => Count(r.Text));

    /// <summary>Its entities: Telegram honours 100 in a message.</summary>
    public int Links => Runs.Count(r => r.Target is not null || r.At is not null);

    private static int Count(string text)
    {
        var characters = text.Length;
        foreach (var unit in text)
        {
            if (char.IsLowSurrogate(unit))
                characters--;
        }
        return characters;
    }

    /// <summary>Lines of a text that may hold line breaks of its own.</summary>
    public static IEnumerable<TextLine> Of(string text) => text.Split('\n').Select(line => new TextLine(line));

    /// <summary>Writes the line as Telegram's HTML, everything that is no markup of ours escaped.</summary>
    public void WriteHtml(StringBuilder html)
    {
        foreach (var run in Runs)
        {
            if (run.At is { } at)
            {
                html.Append(CultureInfo.InvariantCulture, $"<tg-time unix=\"{at.ToUnixTimeSeconds()}\" format=\"wDt\">");
                Html.Escape(html, run.Text);
                html.Append("</tg-time>");
                continue;
            }
            if (run.Target is not { } link)
            {
                Html.Escape(html, run.Text);
                continue;
            }
            html.Append("<a href=\"");
            Html.Escape(html, link);
            html.Append("\">");
            Html.Escape(html, run.Text);
            html.Append("</a>");
        }
    }
}
