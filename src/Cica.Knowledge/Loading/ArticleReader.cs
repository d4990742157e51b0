using Cica.Knowledge.Model;

namespace Cica.Knowledge.Loading;

/// <summary>Reads <c>articles/*.yaml</c>.</summary>
internal static class ArticleReader
{
    public static Article? Read(MapReader map, LoadContext context, References references)
    {
        var id = map.Text("id", required: true);
        var title = map.Localized("title", required: true);
        var text = map.Localized("text", required: true);
        var questions = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (map.Map("questions", required: true) is { } perLanguage)
        {
            foreach (var language in context.Languages)
            {
                var list = perLanguage.List(language);
                if (list.Count == 0)
                    perLanguage.Report(language, $"'questions' has none in '{language}'; every shipped language needs some");
                questions[language] = [.. list.Select(q => q.Value)];
            }
            perLanguage.Finish();
        }
        var status = map.Choice("status", FactReader.Statuses) ?? FactStatus.InForce;
        var author = references.Entity(map, "author");
        var from = map.Date("from");
        var about = references.Entities(map, "about");
        var sources = references.Sources(map);
        map.Finish();
        if (status == FactStatus.Opinion && author is null)
            map.Report("author", "an opinion needs its 'author'");
        if (id is null || title is null || text is null || sources.Count == 0)
            return null;
        return new Article
        {
            Id = id,
            Title = title,
            Text = text,
            Questions = questions,
            Status = status,
            Author = author,
            From = from,
            About = about,
            Sources = sources,
            Place = map.Place,
        };
    }
}
