using System.Text.Json.Nodes;

namespace Cica.Playground.Tests.Conformance;

/// <summary>One case of the list that every client must pass: a sentence, and steps of people and of the bot.</summary>
public sealed record ConformanceCase(string Name, JsonArray Steps)
{
    private static readonly Lazy<IReadOnlyList<ConformanceCase>> Loaded = new(Load);

    public static IReadOnlyList<ConformanceCase> All => Loaded.Value;

    public static string Directory => Path.Combine(AppContext.BaseDirectory, "Conformance", "cases");

    public static ConformanceCase Named(string name) => All.Single(c => c.Name == name);

    private static List<ConformanceCase> Load()
    {
        var cases = new List<ConformanceCase>();
        foreach (var file in System.IO.Directory.GetFiles(Directory, "*.json").Order(StringComparer.Ordinal))
            foreach (var item in JsonNode.Parse(File.ReadAllText(file))!.AsArray())
                cases.Add(new ConformanceCase((string)item!["name"]!, new JsonArray([.. Unrolled(item["steps"]!.AsArray())])));
        return cases;
    }

    // {"times": 3, "steps": […]} stands for those steps three times over.
    private static IEnumerable<JsonNode?> Unrolled(JsonArray steps) => steps.SelectMany(step => step!["steps"] is JsonArray inner
        ? Enumerable.Range(0, (int)step["times"]!).SelectMany(_ => Unrolled(inner))
        : [step.DeepClone()]);
}
