using Cica.Knowledge.Checking;
using Cica.Knowledge.Model;
using YamlDotNet.Core;

namespace Cica.Knowledge.Loading;

/// <summary>What the readers of one load share: the directory, the shipped languages, and the problems found so far.</summary>
internal sealed class LoadContext(string directory)
{
    private readonly List<Problem> problems = [];

    public string Directory { get; } = directory;

    /// <summary>Codes of the shipped languages: one for each file in <c>languages/</c>.</summary>
    public IReadOnlyList<string> Languages { get; set; } = [];

    public IReadOnlyList<Problem> Problems => problems;

    public void Report(string file, int line, string reason) => Report(new Problem(new Place(file, line), reason));

    public void Report(Problem problem)
    {
        lock (problems)
            problems.Add(problem);
    }

    /// <summary>The entries of a file that is a list of maps; empty with a problem where it is not.</summary>
    public IEnumerable<MapReader> Entries(string file)
    {
        if (Root(file) is not { } root)
            yield break;
        if (root is not YamlList list)
        {
            Report(file, root.Line, "the file must be a list of entries, each beginning with '- id: …'");
            yield break;
        }
        foreach (var item in list.Items)
        {
            if (item is YamlMap map)
                yield return new MapReader(map, file, this);
            else
                Report(file, item.Line, "each entry must have keys, beginning with 'id: …'");
        }
    }

    /// <summary>The keys of a file that is one map.</summary>
    public MapReader? Map(string file)
    {
        var root = Root(file);
        if (root is YamlMap map)
            return new MapReader(map, file, this);
        if (root is not null)
            Report(file, root.Line, "the file must consist of keys and values");
        return null;
    }

    /// <summary>Files of a folder in a fixed order, as paths relative to the data directory.</summary>
    public IEnumerable<string> Files(string folder)
    {
        var path = Path.Combine(Directory, folder);
        if (!System.IO.Directory.Exists(path))
        {
            Report(folder, 1, $"the folder '{folder}' is missing");
            return [];
        }
        return System.IO.Directory.EnumerateFiles(path, "*.yaml").Select(f => $"{folder}/{Path.GetFileName(f)}").Order(StringComparer.Ordinal);
    }

    private YamlNode? Root(string file)
    {
        var path = Path.Combine(Directory, file);
        if (!File.Exists(path))
        {
            Report(file, 1, "the file is missing");
            return null;
        }
        try
        {
            using var text = new StreamReader(path);
            return YamlNode.Parse(text);
        }
        catch (YamlException broken)
        {
            Report(file, (int)Math.Max(1, broken.Start.Line), $"this is no valid YAML: {broken.InnerException?.Message ?? broken.Message}");
        }
        catch (IOException broken)
        {
            Report(file, 1, $"the file cannot be read: {broken.Message}");
        }
        catch (UnauthorizedAccessException broken)
        {
            Report(file, 1, $"the file cannot be read: {broken.Message}");
        }
        return null;
    }
}
