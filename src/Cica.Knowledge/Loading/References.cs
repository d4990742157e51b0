using Cica.Knowledge.Model;

namespace Cica.Knowledge.Loading;

/// <summary>Looks up what an entry refers to; an unknown reference is reported at its place.</summary>
internal sealed class References(
    LoadContext context,
    IReadOnlyDictionary<string, Entity> entities,
    IReadOnlyDictionary<string, Source> sources,
    IReadOnlySet<string> byParagraph)
{
    public Entity? Entity(MapReader map, string key, bool required = false)
    {
        var id = map.Text(key, required);
        if (id is null)
            return null;
        if (entities.TryGetValue(id, out var entity))
            return entity;
        map.Report(key, $"unknown entity '{id}' in '{key}'");
        return null;
    }

    public Entity? Find(string id) => entities.GetValueOrDefault(id);

    public IReadOnlyList<Entity> Entities(MapReader map, string key)
    {
        var result = new List<Entity>();
        foreach (var (id, line) in map.List(key))
        {
            if (entities.TryGetValue(id, out var entity))
                result.Add(entity);
            else
                context.Report(map.Place.File, line, $"unknown entity '{id}' in '{key}'");
        }
        return result;
    }

    /// <summary>Citations of the form <c>id</c> or <c>id/paragraph</c>.</summary>
    public IReadOnlyList<Citation> Sources(MapReader map)
    {
        if (!map.Has("sources"))
        {
            map.Report("sources", "'sources' is missing; every statement needs at least one");
            return [];
        }
        var result = new List<Citation>();
        foreach (var (text, line) in map.List("sources"))
        {
            var slash = text.IndexOf('/', StringComparison.Ordinal);
            var id = slash < 0 ? text : text[..slash];
            var paragraph = slash < 0 ? null : text[(slash + 1)..];
            if (!sources.TryGetValue(id, out var source))
            {
                context.Report(map.Place.File, line, $"unknown source '{id}'; add it to sources.yaml");
                continue;
            }
            if (paragraph is null && byParagraph.Contains(id))
                context.Report(map.Place.File, line, $"source '{id}' is cited by paragraph: write {id}/N");
            if (paragraph is not null && !byParagraph.Contains(id))
                context.Report(map.Place.File, line, $"source '{id}' has no numbered paragraphs; write {id}");
            result.Add(new Citation(source, paragraph));
        }
        if (result.Count == 0)
            map.Report("sources", "no known source is named; every statement needs at least one");
        return result;
    }
}
