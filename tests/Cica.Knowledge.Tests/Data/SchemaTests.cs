using System.Text.Json.Nodes;
using Cica.Knowledge.Loading;
using Cica.Knowledge.Model;
using Cica.Knowledge.Tests.Support;

namespace Cica.Knowledge.Tests.Data;

/// <summary>The schemas give a curator's editor its hints; they must say the same as the loader, which has the last word.</summary>
public sealed class SchemaTests
{
    private static readonly JsonSchema Schemas = new(Path.Combine(RealData.Folder, "schema"));

    public static TheoryData<string> DataFiles => [.. RealData.Files];

    [Theory]
    [MemberData(nameof(DataFiles))]
    public void Every_data_file_names_its_schema_on_its_first_line(string file)
    {
        const string Begins = "# yaml-language-server: $schema=";
        var first = File.ReadLines(Path.Combine(RealData.Folder, file)).First();
        Assert.StartsWith(Begins, first, StringComparison.Ordinal);
        var named = Path.GetFullPath(Path.Combine(RealData.Folder, Path.GetDirectoryName(file)!, first[Begins.Length..]));
        Assert.Equal(Path.Combine(RealData.Folder, "schema", SchemaOf(file)), named);
        Assert.True(File.Exists(named));
    }

    [Theory]
    [MemberData(nameof(DataFiles))]
    public void Every_data_file_fits_its_schema(string file)
    {
        var value = YamlAsJson.Parse(File.ReadAllText(Path.Combine(RealData.Folder, file)));
        Assert.Equal([], Schemas.Differences(SchemaOf(file), value));
    }

    [Fact]
    public void The_properties_are_those_of_the_list_with_their_meanings()
    {
        var listed = YamlAsJson.Parse(File.ReadAllText(Path.Combine(RealData.Folder, "properties.yaml")))!.AsArray();
        var property = At("facts.json", "items", "properties", "property");
        Assert.Equal(listed.Select(p => (string?)p!["id"]), Texts(property["enum"]));
        Assert.Equal(listed.Select(p => (string?)p!["meaning"]), Texts(property["enumDescriptions"]));
    }

    [Fact]
    public void The_properties_that_need_no_words_are_those_with_a_template()
    {
        var templated = RealData.Snapshot.Facts.Select(f => f.Property).Where(p => p.Templated).Select(p => p.Id).Distinct().ToArray();
        var exempt = Texts(At("facts.json", "items")["allOf"]![1]!["if"]!["properties"]!["property"]!["not"]!["enum"]);
        Assert.Empty(templated.Except(exempt));
        var listed = YamlAsJson.Parse(File.ReadAllText(Path.Combine(RealData.Folder, "properties.yaml")))!.AsArray();
        Assert.Equal(listed.Where(p => p!["templated"] is not null).Select(p => (string?)p!["id"]), exempt);
    }

    [Fact]
    public void The_choices_are_those_of_the_loader()
    {
        Same(FactReader.Statuses, At("common.json", "definitions", "status"));
        Same(EntityReader.Kinds, At("entities.json", "items", "properties", "kind"));
        Same(EntityReader.Genders, At("common.json", "definitions", "gender"));
        Same(EventReader.Kinds, At("events.json", "items", "properties", "kind"));
        Same(EventReader.Statuses, At("events.json", "items", "properties", "status"));
    }

    [Fact]
    public void The_keys_of_every_kind_of_entry_are_those_of_the_loader()
    {
        var context = new LoadContext(RealData.Folder) { Languages = ["en", "ru"] };
        var references = new References(context, new Dictionary<string, Entity>(), new Dictionary<string, Source>(), new HashSet<string>());
        var noFacts = new Dictionary<string, Fact>();
        Same("sources.json", map => SourceReader.Read(map));
        Same("properties.json", map => PropertyReader.Read(map));
        Same("entities.json", map => EntityReader.Read(map, context, nameOnly: false));
        Same("world.json", map => EntityReader.Read(map, context, nameOnly: true));
        Same("facts.json", map => FactReader.Read(map, context, references, new Dictionary<string, Property>()));
        Same("articles.json", map => ArticleReader.Read(map, references));
        Same("events.json", map => EventReader.Read(map, references, noFacts, Array.Empty<Fact>().ToLookup(f => f.Id)));

        void Same(string schema, Action<MapReader> read)
        {
            var map = new MapReader(new YamlMap([], 1), schema, context);
            read(map);
            // Sources are asked for only where they are given.
            var asked = map.Asked.Concat(schema is "facts.json" or "articles.json" or "events.json" ? ["sources"] : []);
            Assert.Equal(asked.Distinct().Order(), At(schema, "items", "properties").AsObject().Select(p => p.Key).Order());
        }
    }

    [Fact]
    public void The_languages_are_the_shipped_ones()
    {
        var shipped = RealData.Snapshot.Languages.Select(l => l.Code).ToArray();
        Assert.Equal(shipped, Texts(At("common.json", "definitions", "text", "required")));
        Assert.Equal(shipped, Texts(At("articles.json", "items", "properties", "questions", "required")));
        foreach (var file in new[] { "entities.json", "world.json" })
            Assert.Equal(shipped, Texts(At(file, "items", "required")).Intersect(["en", "ru", .. shipped]));
    }

    [Theory]
    [InlineData("facts.json", "- { id: a, subject: b, property: note, sources: [c], say: { en: a, ru: б }, untill: 2020 }", "/a: has an unknown key 'untill'")]
    [InlineData("facts.json", "- { id: a, subject: b, property: note, sources: [c], say: { en: a, ru: б }, from: 2020-13 }", "/a/from: '2020-13' does not look like ^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$")]
    [InlineData("facts.json", "- { id: a, subject: b, property: note, sources: [c] }", "/a: lacks 'say'")]
    [InlineData("facts.json", "- { id: a, subject: b, property: note, sources: [c], say: { en: a } }", "/a/say: lacks 'ru'")]
    [InlineData("facts.json", "- { id: a, subject: b, property: chair, sources: [c], status: opinion }", "/a: lacks 'author'")]
    [InlineData("facts.json", "- { id: a, subject: b, property: chair, sources: [] }", "/a/sources: has too few")]
    [InlineData("facts.json", "- { id: a, subject: b, property: colour, sources: [c], say: { en: a, ru: б } }", "/a/property: 'colour' is not among the choices")]
    [InlineData("events.json", "- { id: a, kind: summit, title: { en: a, ru: б }, zone: Asia/Baku, status: held, sources: [c] }", "/a: fits none of the alternatives")]
    [InlineData("events.json", "- { id: a, kind: summit, title: { en: a, ru: б }, zone: Asia/Baku, status: held, sources: [c], start: 2020, date-of: b }", "/a: fits none of the alternatives")]
    public void A_schema_shows_the_usual_mistakes(string schema, string yaml, string difference) =>
        Assert.Equal([difference], Schemas.Differences(schema, YamlAsJson.Parse(yaml)));

    internal static string SchemaOf(string file) => Path.GetDirectoryName(file) switch
    {
        "languages" => "language.json",
        { Length: > 0 } folder => $"{folder}.json",
        _ => Path.ChangeExtension(file, ".json"),
    };

    private static JsonNode At(string file, params string[] path) => path.Aggregate((JsonNode)Schemas.File(file), (node, step) => node[step]!);

    private static IEnumerable<string?> Texts(JsonNode? list) => list!.AsArray().Select(item => (string?)item);

    private static void Same<T>(Choices<T> choices, JsonNode schema)
        where T : struct
    {
        Assert.Equal(choices.Words, Texts(schema["enum"]));
        Assert.Equal(choices.Words.Count(), schema["enumDescriptions"]!.AsArray().Count);
    }
}
