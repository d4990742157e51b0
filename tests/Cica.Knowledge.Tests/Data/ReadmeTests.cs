using System.Text.RegularExpressions;
using Cica.Knowledge.Tests.Support;

namespace Cica.Knowledge.Tests.Data;

/// <summary>The guide for curators shows only what the loader takes.</summary>
public sealed partial class ReadmeTests
{
    private static readonly (string File, string Yaml)[] Examples =
    [
        .. Fence().Matches(File.ReadAllText(Path.Combine(RealData.Folder, "README.md")))
            .Select(match => (match.Groups["file"].Value, match.Groups["yaml"].Value)),
    ];

    [Fact]
    public void There_is_an_example_of_every_kind()
    {
        var shown = Examples.Select(e => e.File.Contains('/', StringComparison.Ordinal) ? Path.GetDirectoryName(e.File)! : e.File).Distinct().Order();
        Assert.Equal(["articles", "entities", "events.yaml", "facts", "languages", "sources.yaml"], shown);
        var facts = string.Concat(Examples.Where(e => e.File.StartsWith("facts/", StringComparison.Ordinal)).Select(e => e.Yaml));
        Assert.All(["until:", "expected-end:", "while:", "conflict:", "status: planned", "status: opinion"], part => Assert.Contains(part, facts, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_example_loads_in_place_of_the_entry_it_shows()
    {
        using var data = new DataFolder();
        Directory.Delete(data.Path, recursive: true);
        foreach (var file in RealData.Files)
            data.Write(file, File.ReadAllText(Path.Combine(RealData.Folder, file)));
        foreach (var (file, yaml) in Examples.Where(e => !e.File.StartsWith("languages/", StringComparison.Ordinal)))
        {
            foreach (Match id in Id().Matches(yaml))
                data.Write(file, WithoutEntry(data.Read(file), id.Groups["id"].Value));
            data.Append(file, yaml);
        }

        var result = data.Load();

        Assert.Empty(result.Problems.Where(p => !p.IsWarning).Select(p => p.ToString()));
        Assert.Equal(RealData.Snapshot.Facts.Count, result.Snapshot!.Facts.Count);
    }

    [Fact]
    public void The_example_of_a_language_has_no_mistake_of_its_own()
    {
        using var data = new DataFolder();
        var (file, yaml) = Examples.Single(e => e.File.StartsWith("languages/", StringComparison.Ordinal));
        data.Write(file, yaml);
        Assert.DoesNotContain(data.Load().Problems, p => p.Place.File == file);
    }

    [Fact]
    public void Every_example_fits_its_schema()
    {
        var schemas = new JsonSchema(Path.Combine(RealData.Folder, "schema"));
        foreach (var (file, yaml) in Examples)
            Assert.Equal([], schemas.Differences(SchemaTests.SchemaOf(file), YamlAsJson.Parse(yaml)));
    }

    [Fact]
    public void Every_file_and_folder_of_the_data_is_named()
    {
        var readme = File.ReadAllText(Path.Combine(RealData.Folder, "README.md"));
        foreach (var path in Directory.EnumerateFileSystemEntries(RealData.Folder).Select(p => Path.GetFileName(p)!).Where(name => name != "README.md"))
            Assert.Contains($"| `{path}", readme, StringComparison.Ordinal);
    }

    private static string WithoutEntry(string text, string id)
    {
        var start = Regex.Match(text, $@"^- (\{{ )?id: {id}\b(?!-)", RegexOptions.Multiline);
        Assert.True(start.Success, $"no entry '{id}' to show");
        var next = Regex.Match(text[(start.Index + 1)..], "^- ", RegexOptions.Multiline);
        return text[..start.Index] + (next.Success ? text[(start.Index + 1 + next.Index)..] : "");
    }

    [GeneratedRegex("^```yaml\\n# (?<file>[^\\n]+)\\n(?<yaml>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("^- id: (?<id>[a-z0-9-]+)", RegexOptions.Multiline)]
    private static partial Regex Id();
}
