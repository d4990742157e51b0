using Cica.Knowledge.Model;

namespace Cica.Knowledge.Loading;

/// <summary>Reads <c>sources.yaml</c>.</summary>
internal static class SourceReader
{
    /// <summary>A source, and whether it is cited by paragraph.</summary>
    public sealed record Entry(Source Source, bool ByParagraph);

    public static Entry? Read(MapReader map)
    {
        var id = map.Text("id", required: true);
        var title = map.Text("title", required: true);
        var publisher = map.Text("publisher", required: true);
        var author = map.Text("author");
        var date = map.Date("date");
        var estimated = map.Flag("estimated");
        var paragraphs = map.Flag("by-paragraph");
        var language = map.Text("language", required: true);
        Uri? link = null;
        if (map.Text("url") is { } url && (!Uri.TryCreate(url, UriKind.Absolute, out link) || link.Scheme is not ("https" or "http")))
            map.Report("url", $"'{url}' is no web address");
        map.Finish();
        return id is null || title is null || publisher is null || language is null
            ? null
            : new Entry(new Source(id, title, publisher, author, date, estimated, link, language, map.Place), paragraphs);
    }
}
