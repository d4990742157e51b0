using System.Text.Json.Nodes;

namespace Cica.Playground.Tests.Conformance;

/// <summary>
/// Whether an answer holds what is expected: objects may hold more, arrays may not. "$any" is anything, "$absent" and false
/// are nothing: clients leave false out.
/// </summary>
internal static class JsonMatch
{
    public static string? Difference(JsonNode? expected, JsonNode? actual, string path = "$")
    {
        if (expected is JsonValue word && word.TryGetValue<string>(out var text))
        {
            if (text == "$any") return actual is null ? $"{path}: absent" : null;
            if (text == "$absent") return actual is null ? null : $"{path}: {actual.ToJsonString()} instead of nothing";
        }
        switch (expected)
        {
            case JsonObject wanted:
                if (actual is not JsonObject found) return $"{path}: {actual?.ToJsonString() ?? "nothing"} instead of an object";
                return wanted.Select(p => Difference(p.Value, found[p.Key], $"{path}.{p.Key}")).FirstOrDefault(d => d is not null);
            case JsonArray list:
                if (actual is not JsonArray items || items.Count != list.Count) return $"{path}: {actual?.ToJsonString() ?? "nothing"} instead of {list.Count} items";
                return list.Select((e, i) => Difference(e, items[i], $"{path}[{i}]")).FirstOrDefault(d => d is not null);
            case JsonValue flag when flag.TryGetValue<bool>(out var value) && !value && actual is null:
                return null;
            default:
                return Plain(expected) == Plain(actual) ? null : $"{path}: {actual?.ToJsonString() ?? "nothing"} instead of {expected?.ToJsonString()}";
        }
    }

    private static string? Plain(JsonNode? node) => node?.ToJsonString();
}
