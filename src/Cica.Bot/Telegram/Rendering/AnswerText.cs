using Cica.Answers;

namespace Cica.Bot.Telegram.Rendering;

/// <summary>
/// An answer as the lines of a message: the statement plain, the source line with its titles leading to the sources. Long ones
/// come in pages, each with the source line, so that none stands without it.
/// </summary>
internal static class AnswerText
{
    /// <summary>A page holds no more than this: a list that long is read by turning pages.</summary>
    public const int PageCharacters = 1500;

    /// <summary>A page still holds this much of the statement, however long its source lines are.</summary>
    private const int LeastOfAPage = 500;

    /// <summary>The pages of an answer; at least one.</summary>
    public static IReadOnlyList<IReadOnlyList<TextLine>> Pages(Answer answer, AnswerEngine engine)
    {
        var statement = answer.Lines.SelectMany(TextLine.Of).ToArray();
        var source = Source(answer, engine);
        if (Length(statement) + Length(source) <= PageCharacters)
            return [[.. statement, .. source]];
        var room = TextLimits.Message with { Characters = Math.Max(LeastOfAPage, PageCharacters - Length(source)), Bytes = TextLimits.Message.Bytes / 2 };
        return [.. Splitter.Split(statement, room).Select(page => (IReadOnlyList<TextLine>)[.. page, .. source])];
    }

    /// <summary>The whole answer in one message, for where no page can be turned; cut with a sign where even that is too long.</summary>
    public static IReadOnlyList<TextLine> Whole(Answer answer, AnswerEngine engine)
    {
        var statement = answer.Lines.SelectMany(TextLine.Of).ToArray();
        var source = Source(answer, engine);
        var room = TextLimits.Message with { Characters = TextLimits.Message.Characters - Length(source) - 4, Bytes = TextLimits.Message.Bytes / 2 };
        var parts = Splitter.Split(statement, room);
        return parts.Count <= 1 ? [.. statement, .. source] : [.. parts[0], new TextLine("…"), .. source];
    }

    /// <summary>All the sources of an answer, numbered, each leading to its page.</summary>
    public static IEnumerable<TextLine> Sources(IEnumerable<Cica.Knowledge.Model.Citation> citations, AnswerEngine engine, string language, int first = 1) =>
        citations.Select((c, i) => new TextLine([new Run(FormattableString.Invariant($"{i + first}. ")), .. Linked(engine.Describe(c, language), [(c.Source.Title, c.Source.Url)])]));

    private static TextLine[] Source(Answer answer, AnswerEngine engine)
    {
        if (answer.SourceLine is not { } line)
            return [];
        var shown = answer.Citations.Where(c => line.Contains(engine.Describe(c, answer.Language), StringComparison.Ordinal)).Select(c => (c.Source.Title, c.Source.Url));
        return [new TextLine([.. Linked(line, shown)])];
    }

    /// <summary>A line with each title in its quotation marks made a link; the marks keep a short title from being found inside other words.</summary>
    internal static List<Run> Linked(string line, IEnumerable<(string Title, Uri? Url)> titles)
    {
        var runs = new List<Run>();
        var rest = line;
        foreach (var (title, url) in titles)
        {
            var quoted = $"“{title}”";
            var at = rest.IndexOf(quoted, StringComparison.Ordinal);
            if (at < 0 || url is null)
                continue;
            if (at > 0)
                runs.Add(new Run(rest[..at]));
            runs.Add(new Run(quoted, url.AbsoluteUri));
            rest = rest[(at + quoted.Length)..];
        }
        if (rest.Length > 0)
            runs.Add(new Run(rest));
        return runs;
    }

    private static int Length(IEnumerable<TextLine> lines) => lines.Sum(l => l.Characters + 1);
}
