using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Cica.Knowledge.Tests.Support;

/// <summary>
/// Says where a value differs from a JSON schema: the part of draft 7 that the schemas of the data use. An unknown keyword
/// fails, so that no rule is written down and then not looked at.
/// </summary>
public sealed class JsonSchema(string folder)
{
    private static readonly string[] Annotations =
        ["$schema", "title", "description", "definitions", "examples", "enumDescriptions", "defaultSnippets", "minimum", "maximum", "then", "else", "additionalProperties", "patternProperties"];

    private readonly Dictionary<string, JsonObject> files = [];

    public JsonObject File(string name)
    {
        if (!files.TryGetValue(name, out var file))
            files[name] = file = JsonNode.Parse(System.IO.File.ReadAllText(Path.Combine(folder, name)))!.AsObject();
        return file;
    }

    public IEnumerable<string> Differences(string file, JsonNode? value) => Differences(File(file), file, value, "");

    private IEnumerable<string> Differences(JsonNode schema, string file, JsonNode? value, string at) =>
        schema.AsObject().SelectMany(rule => Differences(rule.Key, rule.Value!, schema.AsObject(), file, value, at));

    private IEnumerable<string> Differences(string keyword, JsonNode rule, JsonObject schema, string file, JsonNode? value, string at)
    {
        bool Fits(JsonNode other) => !Differences(other, file, value, at).Any();
        string[] No(string what) => [$"{at}: {what}"];
        var text = value is JsonValue scalar && scalar.TryGetValue<string>(out var s) ? s : null;
        var map = value as JsonObject;
        var list = value as JsonArray;
        switch (keyword)
        {
            case "$ref":
                var (target, node) = Resolve(rule.GetValue<string>(), file);
                return Differences(node, target, value, at);
            case "type":
                var types = rule is JsonArray several ? several.Select(t => t!.GetValue<string>()) : [rule.GetValue<string>()];
                return types.Any(type => IsOf(type, value)) ? [] : No($"is no {string.Join(" or ", types)}");
            case "enum":
                return text is not null && rule.AsArray().Any(choice => choice!.GetValue<string>() == text) ? [] : No($"'{value}' is not among the choices");
            case "const":
                return text == rule.GetValue<string>() ? [] : No($"is not '{rule}'");
            case "pattern":
                return text is null || Regex.IsMatch(text, rule.GetValue<string>()) ? [] : No($"'{text}' does not look like {rule}");
            case "minLength":
                return text is null || text.Length >= rule.GetValue<int>() ? [] : No("is empty");
            case "minItems":
                return list is null || list.Count >= rule.GetValue<int>() ? [] : No("has too few");
            case "maxItems":
                return list is null || list.Count <= rule.GetValue<int>() ? [] : No("has too many");
            case "items":
                return list is null ? [] : list.SelectMany((item, i) => Differences(rule, file, item, $"{at}/{Name(item) ?? i.ToString(CultureInfo.InvariantCulture)}"));
            case "required":
                return map is null ? [] : rule.AsArray().Select(key => key!.GetValue<string>()).Where(key => !map.ContainsKey(key)).SelectMany(key => No($"lacks '{key}'"));
            case "properties":
                return map is null ? [] : map.SelectMany(pair => rule[pair.Key] is { } known
                    ? Differences(known, file, pair.Value, $"{at}/{pair.Key}")
                    : schema["additionalProperties"] switch
                    {
                        null => [],
                        JsonValue => No($"has an unknown key '{pair.Key}'"),
                        var others => Differences(others, file, pair.Value, $"{at}/{pair.Key}"),
                    });
            case "additionalProperties" when !schema.ContainsKey("properties"):
                return map is null ? [] : map.SelectMany(pair => Differences(rule, file, pair.Value, $"{at}/{pair.Key}"));
            case "propertyNames":
                return map is null ? [] : map.SelectMany(pair => Differences(rule, file, pair.Key, $"{at}/{pair.Key}"));
            case "allOf":
                return rule.AsArray().SelectMany(part => Differences(part!, file, value, at));
            case "anyOf":
                return rule.AsArray().Any(part => Fits(part!)) ? [] : No("fits none of the alternatives");
            case "not":
                return Fits(rule) ? No("is what it must not be") : [];
            case "if":
                var branch = schema[Fits(rule) ? "then" : "else"];
                return branch is null ? [] : Differences(branch, file, value, at);
            default:
                return Annotations.Contains(keyword) ? [] : throw new NotSupportedException($"'{keyword}' in {file}");
        }
    }

    private (string File, JsonNode Schema) Resolve(string reference, string from)
    {
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        var file = hash == 0 ? from : reference[..hash];
        JsonNode node = File(file);
        foreach (var step in reference[(hash + 1)..].Split('/', StringSplitOptions.RemoveEmptyEntries))
            node = node[step] ?? throw new InvalidOperationException($"{reference} leads nowhere");
        return (file, node);
    }

    private static bool IsOf(string type, JsonNode? value) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value is JsonValue text && text.TryGetValue<string>(out _),
        "boolean" => value is JsonValue flag && flag.TryGetValue<bool>(out _),
        "integer" => value is JsonValue whole && whole.TryGetValue<decimal>(out var number) && number == decimal.Truncate(number),
        "number" => value is JsonValue any && any.TryGetValue<decimal>(out _),
        _ => throw new NotSupportedException($"type '{type}'"),
    };

    private static string? Name(JsonNode? item) => item is JsonObject map && map["id"] is JsonValue id ? id.ToString() : null;
}
