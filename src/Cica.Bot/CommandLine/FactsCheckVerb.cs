using Cica.Knowledge.Loading;

namespace Cica.Bot.CommandLine;

/// <summary><c>facts check</c>: what is wrong with the data, line by line, or how much of it there is.</summary>
internal static class FactsCheckVerb
{
    public static int Run(string directory, DateOnly today, TextWriter output)
    {
        var loaded = KnowledgeLoader.Load(directory, today);
        foreach (var problem in loaded.Problems)
            output.WriteLine(problem);
        if (loaded.Snapshot is not { } facts)
            return ExitCodes.BrokenData;
        output.WriteLine($"{directory}: {facts.Facts.Count} facts, {facts.Articles.Count} articles, {facts.Events.Count} events about {facts.Entities.Count} entities, from {facts.Sources.Count} sources, in {string.Join(" and ", facts.Languages.Select(l => l.Code))}: no mistakes");
        return ExitCodes.Ok;
    }
}
