using Cica.Knowledge.Checking;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Knowledge.Loading;

/// <summary>The outcome of reading a data directory.</summary>
/// <param name="Snapshot">The facts, or null where the data is broken: broken data is refused whole.</param>
/// <param name="Problems">Every error and warning found, in file order.</param>
public sealed record LoadResult(KnowledgeSnapshot? Snapshot, IReadOnlyList<Problem> Problems);

/// <summary>Turns a data directory into a checked, immutable snapshot. Bad data never throws: it is described.</summary>
public static class KnowledgeLoader
{
    /// <summary>Reads and checks everything under <paramref name="directory"/>.</summary>
    /// <param name="directory">The data directory: the one that holds <c>sources.yaml</c>.</param>
    /// <param name="today">Only for warnings about what the passing of time made doubtful; errors never depend on it.</param>
    public static LoadResult Load(string directory, DateOnly today)
    {
        var context = new LoadContext(directory);
        if (!Directory.Exists(directory))
        {
            context.Report(directory, 1, "the data directory does not exist");
            return new LoadResult(null, context.Problems);
        }
        var languageFiles = context.Files("languages").ToArray();
        if (context.Problems.Count == 0 && !languageFiles.Contains("languages/en.yaml"))
            context.Report("languages/en.yaml", 1, "the file is missing; English is what every other language falls back to");
        if (context.Problems.Count > 0)
            return new LoadResult(null, context.Problems);
        context.Languages = [.. languageFiles.Select(f => Path.GetFileNameWithoutExtension(f))];

        // The files are independent of each other until they are linked, so YAML is parsed side by side.
        var languagesTask = Task.Run(() => languageFiles.Select(f => LanguageReader.Read(context, f)).OfType<LanguageWords>().ToArray());
        var factMaps = Task.Run(() => EntriesOf(context, "facts"));
        var otherMaps = Task.Run(() => (
            Articles: context.Files("articles").SelectMany(context.Entries).ToArray(),
            Events: context.Entries("events.yaml").ToArray()));

        var sources = Unique(context, context.Entries("sources.yaml").Select(SourceReader.Read).ToArray(), s => s?.Source.Id, s => s!.Source.Place);
        var properties = Unique(context, context.Entries("properties.yaml").Select(PropertyReader.Read).ToArray(), p => p?.Id, p => p!.Place);
        var entityMaps = context.Files("entities").SelectMany(context.Entries).ToArray();
        var world = context.Entries("world.yaml").Select(m => EntityReader.Read(m, context, nameOnly: true));
        var entities = Unique(context, entityMaps.Select(m => EntityReader.Read(m, context, nameOnly: false)).Concat(world).ToArray(), e => e?.Id, e => e!.Place);

        var references = new References(
            context,
            entities,
            sources.ToDictionary(s => s.Key, s => s.Value!.Source),
            sources.Where(s => s.Value!.ByParagraph).Select(s => s.Key).ToHashSet(StringComparer.Ordinal));
        foreach (var map in entityMaps)
            EntityReader.Link(map, references);
        var facts = Unique(context, factMaps.GetAwaiter().GetResult().Select(m => FactReader.Read(m, context, references, properties)).ToArray(), f => f?.Id, f => f!.Place);
        var (articleMaps, eventMaps) = otherMaps.GetAwaiter().GetResult();
        var articles = Unique(context, articleMaps.Select(m => ArticleReader.Read(m, references)).ToArray(), a => a?.Id, a => a!.Place);
        var dates = facts.Values.Where(f => f.Property.Id is "held" or "planned-date").ToLookup(f => f.Subject.Id);
        var events = Unique(context, eventMaps.Select(m => EventReader.Read(m, references, facts, dates)).ToArray(), e => e?.Id, e => e!.Place);
        var languages = languagesTask.GetAwaiter().GetResult();

        var draft = new KnowledgeDraft(
            [.. sources.Values.Select(s => s!.Source)], [.. properties.Values], [.. entities.Values], [.. facts.Values], [.. articles.Values], [.. events.Values], languages);
        foreach (var problem in Checks.Run(draft, today))
            context.Report(problem);
        var problems = context.Problems.Distinct().OrderBy(p => p.Place.File, StringComparer.Ordinal).ThenBy(p => p.Place.Line).ToArray();
        return new LoadResult(problems.Any(p => !p.IsWarning) ? null : new KnowledgeSnapshot(draft), problems);
    }

    // The entries of a folder in the order of its files, of which several are parsed at a time.
    private static MapReader[] EntriesOf(LoadContext context, string folder)
    {
        var files = context.Files(folder);
        var entries = new MapReader[files.Count][];
        Parallel.For(0, entries.Length, i => entries[i] = context.Entries(files[i]).ToArray());
        return [.. entries.SelectMany(e => e)];
    }

    private static Dictionary<string, T> Unique<T>(LoadContext context, IReadOnlyList<T?> items, Func<T?, string?> id, Func<T?, Place> place)
        where T : class
    {
        var result = new Dictionary<string, T>(items.Count, StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (item is null || id(item) is not { } key)
                continue;
            if (!result.TryAdd(key, item))
                context.Report(new Problem(place(item), $"id '{key}' stands twice; the other is at {place(result[key])}"));
        }
        return result;
    }
}
