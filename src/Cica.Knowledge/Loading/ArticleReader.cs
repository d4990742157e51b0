using Cica.Knowledge.Model;

namespace Cica.Knowledge.Loading;

/// <summary>Reads <c>articles/*.yaml</c>.</summary>
internal static class ArticleReader
{
    public static Article? Read(MapReader map, References references)
    {
        var id = map.Id();
        var title = map.Localized("title", required: true);
        var text = map.Localized("text", required: true);
        var questions = map.Questions(required: true);
        var status = map.Choice("status", FactReader.Statuses) ?? FactStatus.InForce;
        var author = references.Entity(map, "author");
        var from = map.Date("from");
        var about = references.Entities(map, "about");
        var sources = references.Sources(map);
        map.Finish();
        if (status == FactStatus.Opinion && !map.Has("author"))
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
