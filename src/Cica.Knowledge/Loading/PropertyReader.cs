using Cica.Knowledge.Model;

namespace Cica.Knowledge.Loading;

/// <summary>Reads <c>properties.yaml</c>.</summary>
internal static class PropertyReader
{
    public static Property? Read(MapReader map)
    {
        var id = map.Text("id", required: true);
        var property = id is null ? null : new Property(id, map.Flag("single"), map.Flag("happening"), map.Flag("templated"), map.Place);
        _ = map.Text("meaning");
        map.Finish();
        return property;
    }
}
