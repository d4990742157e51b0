using Cica.Knowledge.Loading;
using Cica.Knowledge.Querying;

namespace Cica.Knowledge.Tests.Support;

/// <summary>The data directory of this repository, found upwards from the tests' own folder, and loaded once.</summary>
public static class RealData
{
    private static readonly Lazy<LoadResult> Once = new(() => KnowledgeLoader.Load(Folder, DataFolder.Today));

    public static string Root { get; } = FindRoot();

    public static string Folder => Path.Combine(Root, "data");

    public static LoadResult Result => Once.Value;

    public static KnowledgeSnapshot Snapshot =>
        Result.Snapshot ?? throw new InvalidOperationException(string.Join('\n', Result.Problems));

    /// <summary>The YAML files, as paths relative to the data directory.</summary>
    public static IEnumerable<string> Files =>
        Directory.EnumerateFiles(Folder, "*.yaml", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Folder, f)).Order(StringComparer.Ordinal);

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Cica.Bot.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        return folder;
    }
}
