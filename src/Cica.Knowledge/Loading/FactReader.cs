using System.Globalization;
using Cica.Knowledge.Model;

namespace Cica.Knowledge.Loading;

/// <summary>Reads <c>facts/*.yaml</c>.</summary>
internal static class FactReader
{
    internal static readonly Choices<FactStatus> Statuses = new(
        ("in-force", FactStatus.InForce),
        ("planned", FactStatus.Planned),
        ("proposed", FactStatus.Proposed),
        ("ended", FactStatus.Ended),
        ("disputed", FactStatus.Disputed),
        ("opinion", FactStatus.Opinion));

    public static Fact? Read(MapReader map, LoadContext context, References references, IReadOnlyDictionary<string, Property> properties)
    {
        var id = map.Id();
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
        var about = references.Entities(map, "about");
        var title = map.Localized("title");
        var conflict = map.Localized("conflict");
        var keywords = map.Localized("keywords");
        var questions = map.Questions();
        var expectedNote = map.Localized("expected-end-note");
        map.Finish();
        map.CheckOrder("from", from, until);
        map.CheckOrder("by", by, until);
        if (from is not null && by is not null)
            map.Report("by", "'by' stands in for an unknown 'from'; give one of the two");
        if (property is { Templated: false } && !map.Has("say"))
            map.Report("say", $"'say' is missing; property '{property.Id}' has no sentence of its own");
        if (status == FactStatus.Opinion && !map.Has("author"))
            map.Report("author", "an opinion needs its 'author'");
        return id is null || subject is null || property is null || sources.Count == 0 ? null : new Fact
        {
            Id = id,
            Subject = subject,
            Property = property,
            Value = value,
            From = from,
            Until = until,
            By = by,
            ExpectedEnd = expected,
            ExpectedEndNote = expectedNote,
            Confirmed = confirmed ?? sources.Max(s => s.Source.Date),
            Status = status,
            Author = author,
            Title = title,
            Say = say,
            While = told,
            Conflict = conflict,
            About = about,
            Keywords = keywords,
            Questions = questions,
            Sources = sources,
            Place = map.Place,
        };
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
