using System.Collections.Frozen;
using Cica.Knowledge.Model;

namespace Cica.Knowledge.Loading;

/// <summary>Reads <c>entities/*.yaml</c> and <c>world.yaml</c>.</summary>
internal static class EntityReader
{
    internal static readonly Choices<EntityKind> Kinds = new(
        ("organisation", EntityKind.Organisation),
        ("state", EntityKind.State),
        ("external-organisation", EntityKind.ExternalOrganisation),
        ("organ", EntityKind.Organ),
        ("body", EntityKind.Body),
        ("person", EntityKind.Person),
        ("place", EntityKind.Place),
        ("meeting", EntityKind.Meeting),
        ("document", EntityKind.Document),
        ("dimension", EntityKind.Dimension),
        ("area", EntityKind.Area),
        ("topic", EntityKind.Topic));

    internal static readonly Choices<Gender> Genders = new(
        ("m", Gender.Masculine),
        ("f", Gender.Feminine),
        ("n", Gender.Neuter),
        ("p", Gender.Plural));

    public static Entity? Read(MapReader map, LoadContext context, bool nameOnly)
    {
        var id = map.Id();
        var kind = nameOnly ? EntityKind.State : map.Choice("kind", Kinds, required: true);
        var iso = map.Text("iso");
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
                if (context.Languages.Contains(code))
                    others.Report(code, $"'{code}' is a shipped language: its names stand under '{code}' itself");
                else if (list.Count > 0)
                    names.TryAdd(code, new EntityNames(list[0].Value, [], [.. list.Skip(1).Select(a => a.Value)]));
            }
        }
        var gender = map.Choice("gender", Genders) ?? Gender.Masculine;
        var series = nameOnly ? null : map.Text("series");
        var number = nameOnly ? null : map.Number("number");
        var state = nameOnly ? null : map.Text("state");
        map.Finish();
        return id is null || kind is null || !names.ContainsKey("en") ? null : new Entity
        {
            Id = id,
            Kind = kind.Value,
            Names = names.ToFrozenDictionary(),
            Gender = gender,
            Iso = iso,
            State = state,
            Series = series,
            Number = number,
            NameOnly = nameOnly,
            Place = map.Place,
        };
    }

    /// <summary>Checks what can be checked only once all entities are known.</summary>
    public static void Link(MapReader map, References references) => references.Entity(map, "state");
}
