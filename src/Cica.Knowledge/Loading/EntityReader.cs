using System.Collections.Frozen;
using Cica.Knowledge.Model;

namespace Cica.Knowledge.Loading;

/// <summary>Reads <c>entities/*.yaml</c> and <c>world.yaml</c>.</summary>
internal static class EntityReader
{
    private static readonly FrozenDictionary<string, EntityKind> Kinds = new Dictionary<string, EntityKind>
    {
        ["organisation"] = EntityKind.Organisation,
        ["state"] = EntityKind.State,
        ["external-organisation"] = EntityKind.ExternalOrganisation,
        ["organ"] = EntityKind.Organ,
        ["body"] = EntityKind.Body,
        ["person"] = EntityKind.Person,
        ["place"] = EntityKind.Place,
        ["meeting"] = EntityKind.Meeting,
        ["document"] = EntityKind.Document,
        ["dimension"] = EntityKind.Dimension,
        ["area"] = EntityKind.Area,
        ["topic"] = EntityKind.Topic,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Gender> Genders = new Dictionary<string, Gender>
    {
        ["m"] = Gender.Masculine,
        ["f"] = Gender.Feminine,
        ["n"] = Gender.Neuter,
        ["p"] = Gender.Plural,
    }.ToFrozenDictionary();

    public static Entity? Read(MapReader map, LoadContext context, bool nameOnly)
    {
        var id = map.Text("id", required: true);
        var kind = nameOnly ? EntityKind.State : map.Choice("kind", Kinds, required: true);
        _ = map.Text("iso");
        var names = new Dictionary<string, EntityNames>(StringComparer.Ordinal);
        foreach (var language in context.Languages)
        {
            if (map.Map(language) is not { } part)
            {
                map.Report(language, $"'{id}' has no name in '{language}'; every shipped language needs one");
                continue;
            }
            var name = part.Text("name", required: true) ?? "";
            var forms = part.List("forms");
            if (forms.Count is not (0 or 5))
                part.Report("forms", $"'forms' must list five cases (genitive, dative, accusative, instrumental, prepositional), not {forms.Count}");
            names[language] = new EntityNames(name, [.. forms.Select(f => f.Value)], [.. part.List("aliases").Select(a => a.Value)]);
            part.Finish();
        }
        if (map.Map("names") is { } others)
        {
            foreach (var code in others.Keys.ToArray())
            {
                var list = others.List(code);
                if (list.Count > 0)
                    names.TryAdd(code, new EntityNames(list[0].Value, [], [.. list.Skip(1).Select(a => a.Value)]));
            }
        }
        var entity = id is null || kind is null || !names.ContainsKey("en") ? null : new Entity
        {
            Id = id,
            Kind = kind.Value,
            Names = names.ToFrozenDictionary(),
            Gender = map.Choice("gender", Genders) ?? Gender.Masculine,
            State = map.Text("state"),
            Series = map.Text("series"),
            Number = map.Number("number"),
            NameOnly = nameOnly,
            Place = map.Place,
        };
        foreach (var key in (string[])["gender", "state", "series", "number", "kind"])
            _ = map.Node(key);
        map.Finish();
        return entity;
    }
}
