using Cica.Knowledge.Model;

namespace Cica.Knowledge.Loading;

/// <summary>Reads <c>properties.yaml</c>.</summary>
internal static class PropertyReader
{
    public static Property? Read(MapReader map)
    {
        var id = map.Id();
        var (single, happening, templated) = (map.Flag("single"), map.Flag("happening"), map.Flag("templated"));
        // Only for curators: their editor shows it beside the property's name.
        _ = map.Text("meaning", required: true);
        map.Finish();
        return id is null ? null : new Property(id, single, happening, templated, map.Place);
    }
}
