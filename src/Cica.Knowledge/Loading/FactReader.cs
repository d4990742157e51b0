using System.Collections.Frozen;
using System.Globalization;
using Cica.Knowledge.Model;

namespace Cica.Knowledge.Loading;

/// <summary>Reads <c>facts/*.yaml</c>.</summary>
internal static class FactReader
{
    internal static readonly FrozenDictionary<string, FactStatus> Statuses = new Dictionary<string, FactStatus>
    {
        ["in-force"] = FactStatus.InForce,
        ["planned"] = FactStatus.Planned,
        ["proposed"] = FactStatus.Proposed,
        ["ended"] = FactStatus.Ended,
        ["disputed"] = FactStatus.Disputed,
        ["opinion"] = FactStatus.Opinion,
    }.ToFrozenDictionary();

    public static Fact? Read(MapReader map, LoadContext context, References references, IReadOnlyDictionary<string, Property> properties)
    {
        var id = map.Text("id", required: true);
        var subject = references.Entity(map, "subject", required: true);
        var propertyId = map.Text("property", required: true);
        var property = propertyId is null ? null : properties.GetValueOrDefault(propertyId);
        if (propertyId is not null && property is null)
            map.Report("property", $"unknown property '{propertyId}'; properties.yaml lists them");
        var value = ReadValue(map, references, years: propertyId == "planned-date");
        var from = map.Date("from");
        var until = map.Date("until");
        var by = map.Date("by");
        var expected = map.Date("expected-end");
        var confirmed = map.Date("confirmed");
        var status = map.Choice("status", Statuses) ?? FactStatus.InForce;
        var sources = references.Sources(map);
        var say = map.Localized("say");
        var told = map.Localized("while");
        var author = references.Entity(map, "author");
        var fact = id is null || subject is null || property is null || sources.Count == 0 ? null : new Fact
        {
            Id = id,
            Subject = subject,
            Property = property,
            Value = value,
            From = from,
            Until = until,
            By = by,
            ExpectedEnd = expected,
            ExpectedEndNote = map.Localized("expected-end-note"),
            Confirmed = confirmed ?? sources.Max(s => s.Source.Date),
            Status = status,
            Author = author,
            Title = map.Localized("title"),
            Say = say,
            While = told,
            Conflict = map.Localized("conflict"),
            About = references.Entities(map, "about"),
            Keywords = map.Localized("keywords"),
            Sources = sources,
            Place = map.Place,
        };
        foreach (var key in (string[])["expected-end-note", "title", "conflict", "about", "keywords"])
            _ = map.Node(key);
        map.Finish();
        if (fact is null)
            return null;
        if (from is { } first && until is { } end && end.Last < first.First)
            map.Report("until", $"'until' ({end}) lies before 'from' ({first})");
        if (say is null && !property!.Templated)
            map.Report("say", $"'say' is missing; property '{property.Id}' has no sentence of its own");
        if (status == FactStatus.Opinion && author is null)
            map.Report("author", "an opinion needs its 'author'");
        return fact;
    }

    private static FactValue? ReadValue(MapReader map, References references, bool years)
    {
        switch (map.Node("value"))
        {
            case null:
                return null;
            case YamlMap:
                return map.Localized("value") is { } text ? new FactValue { Text = text } : null;
            case YamlScalar scalar:
                if (references.Find(scalar.Value) is { } entity)
                    return new FactValue { Entity = entity };
                if ((years || scalar.Value.Length is 7 or 10) && PartialDate.TryParse(scalar.Value, out var date))
                    return new FactValue { Date = date };
                if (decimal.TryParse(scalar.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
                    return new FactValue { Number = number };
                map.Report("value", $"'{scalar.Value}' is no known entity, number or date; words need a text in every language: {{ en: …, ru: … }}");
                return null;
            default:
                map.Report("value", "'value' must be an entity, a number, a date or a text in every language");
                return null;
        }
    }
}
