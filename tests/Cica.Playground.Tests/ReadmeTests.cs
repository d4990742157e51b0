using System.Reflection;
using Cica.Playground.BotApi;
using Cica.Playground.Tests.Conformance;

namespace Cica.Playground.Tests;

/// <summary>The README's tables promise a test for each rule; a name that is no test would be an empty promise.</summary>
public sealed class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "PlaygroundReadme.md"));

    private static List<string> Named =>
    [
        .. Readme[Readme.IndexOf("## Rules and their tests", StringComparison.Ordinal)..].Split('\n')
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| rule", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal))
            .SelectMany(line => line.Split(" | ")[^1].TrimEnd('|', ' ').Split("<br>")),
    ];

    [Fact]
    public void Every_test_named_in_the_readme_exists()
    {
        var methods = typeof(ReadmeTests).Assembly.GetTypes()
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(m => m.GetCustomAttributes<FactAttribute>().Any())
            .Select(m => m.Name.Replace('_', ' '));
        var known = ConformanceCase.All.Select(c => c.Name).Concat(methods).ToHashSet();
        Assert.Equal([], Named.Except(known));
        Assert.True(Named.Count > ConformanceCase.All.Count, "the tables were not read");
    }

    [Fact]
    public void Every_case_of_the_conformance_list_is_in_the_readme() =>
        Assert.Equal([], ConformanceCase.All.Select(c => c.Name).Except(Named));

    [Fact]
    public void Every_method_spoken_is_in_the_readme_and_has_a_file_of_its_own()
    {
        var methods = typeof(Method).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Method))).Select(t => char.ToLowerInvariant(t.Name[0]) + t.Name[1..]);
        Assert.All(methods, m => Assert.Contains($"`{m}`", Readme, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_public_type_says_what_it_is()
    {
        // The house rule for what other projects call; the documentation file is the compiler's own.
        var documented = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cica.Playground.xml"));
        Assert.All(typeof(PlaygroundServer).Assembly.GetExportedTypes(), t => Assert.Contains($"\"T:{t.FullName}\"", documented, StringComparison.Ordinal));
    }
}
