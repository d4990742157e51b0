using System.Text.Json.Nodes;

namespace Cica.Playground.Tests.Conformance;

/// <summary>What a case has kept by name; "$name" in a step stands for it, "$name in words" inside a longer text too as ${name}.</summary>
internal sealed class Variables
{
    private readonly Dictionary<string, JsonNode> _values = [];

    public void Set(string name, JsonNode? value) => _values[name] = value?.DeepClone() ?? throw new InvalidOperationException($"Nothing to keep as {name}.");

    /// <summary>Keeps parts of an answer: name → path such as "0.message.message_id"; an empty path is the whole.</summary>
    public void Keep(JsonNode? paths, JsonNode? answer)
    {
        if (paths is not JsonObject wanted) return;
        foreach (var (name, path) in wanted) Set(name, At(answer, (string)path!));
    }

    /// <summary>The step with names replaced, and {"$repeat": "a", "times": 3} written out.</summary>
    public JsonNode? Fill(JsonNode? node) => node switch
    {
        JsonObject { Count: 2 } repeat when repeat["$repeat"] is { } part => string.Concat(Enumerable.Repeat((string)part!, (int)repeat["times"]!)),
        JsonObject many when many["$items"] is { } item => new JsonArray([.. Enumerable.Range(0, (int)many["times"]!).Select(i => Fill(Numbered(item, i)))]),
        JsonObject map => new JsonObject(map.Select(p => KeyValuePair.Create(p.Key, Fill(p.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Fill)]),
        JsonValue value when value.TryGetValue<string>(out var text) => FillText(text),
        _ => node?.DeepClone(),
    };

    private JsonNode FillText(string text)
    {
        if (text.StartsWith('$') && _values.TryGetValue(text[1..], out var whole)) return whole.DeepClone();
        foreach (var (name, value) in _values) text = text.Replace("${" + name + "}", value.ToString(), StringComparison.Ordinal);
        return text;
    }

    private static JsonNode? Numbered(JsonNode item, int number) => JsonNode.Parse(item.ToJsonString().Replace("#", number.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));

    private static JsonNode? At(JsonNode? node, string path)
    {
        foreach (var part in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
            node = node is JsonArray list ? list[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)] : node?[part];
        return node;
    }
}
