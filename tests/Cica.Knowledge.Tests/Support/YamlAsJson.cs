using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cica.Knowledge.Loading;

namespace Cica.Knowledge.Tests.Support;

/// <summary>YAML as an editor's schema check sees it: plain values become numbers and truth values where YAML 1.2 says so.</summary>
public static partial class YamlAsJson
{
    public static JsonNode? Parse(string text) => Convert(YamlNode.Parse(new StringReader(text)));

    private static JsonNode? Convert(YamlNode? node) => node switch
    {
        YamlMap map => new JsonObject(map.Entries.Select(e => KeyValuePair.Create(e.Key.Value, Convert(e.Value)))),
        YamlList list => new JsonArray([.. list.Items.Select(Convert)]),
        YamlScalar { Quoted: true } quoted => quoted.Value,
        YamlScalar { Value: "" or "~" or "null" } or null => null,
        YamlScalar { Value: "true" } => true,
        YamlScalar { Value: "false" } => false,
        YamlScalar plain when Number().IsMatch(plain.Value) => decimal.Parse(plain.Value, NumberStyles.Float, CultureInfo.InvariantCulture),
        YamlScalar plain => plain.Value,
        _ => throw new NotSupportedException(),
    };

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")]
    private static partial Regex Number();
}
