using Cica.Knowledge.Loading;

namespace Cica.Knowledge.Tests.Support;

/// <summary>A small, good data directory in a temporary folder. A test breaks one thing in it and says what must be reported.</summary>
public sealed class DataFolder : IDisposable
{
    /// <summary>A day on which nothing in the good data is doubtful.</summary>
    public static readonly DateOnly Today = new(2020, 6, 1);

    public const string Facts = "facts/facts.yaml";
    public const string Entities = "entities/entities.yaml";
    public const string Articles = "articles/articles.yaml";
    public const string Sources = "sources.yaml";
    public const string Properties = "properties.yaml";
    public const string Events = "events.yaml";
    public const string World = "world.yaml";
    public const string English = "languages/en.yaml";
    public const string Russian = "languages/ru.yaml";

    private static readonly Dictionary<string, string> Good = new()
    {
        [Sources] = """
            - id: gazette-2002
              title: "A forum is founded"
              publisher: "The Gazette"
              date: 2002-06-05
              url: "https://example.org/2002"
              language: en
            - id: study-2010
              by-paragraph: true
              title: "Eight years on"
              publisher: "An institute"
              author: "A. Scholar"
              date: 2010
              estimated: true
              language: en
            """,
        [Properties] = """
            - { id: chair, templated: true, single: true, meaning: who chairs }
            - { id: held, templated: true, happening: true, meaning: when a meeting takes place }
            - { id: planned-date, meaning: when something is planned }
            - { id: note, meaning: anything else }
            """,
        [Entities] = """
            - id: forum
              kind: organisation
              en: { name: Forum, aliases: [The Forum] }
              ru: { name: Форум, forms: [Форума, Форуму, Форум, Форумом, Форуме] }
              gender: m
            - id: lowland
              kind: state
              iso: LL
              en: { name: Lowland }
              ru: { name: Низина, aliases: [Низинная Республика] }
              names: { tr: [Ova, Ovalar] }
            - id: highland
              kind: state
              en: { name: Highland }
              ru: { name: Нагорье }
            - id: a-scholar
              kind: person
              en: { name: A. Scholar }
              ru: { name: А. Учёный }
              state: lowland
            - id: summit-1
              kind: meeting
              en: { name: First Summit }
              ru: { name: Первый саммит }
              series: summit
              number: 1
            """,
        [World] = """
            - { id: farland, iso: FL, en: { name: Farland }, ru: { name: Дальния }, gender: f }
            """,
        [Facts] = """
            - id: chair-1
              subject: forum
              property: chair
              value: lowland
              from: 2002-06-04
              until: 2010-06-08
              sources: [gazette-2002]
            - id: chair-2
              subject: forum
              property: chair
              value: highland
              from: 2010-06-08
              sources: [study-2010/3]
            - id: summit-1-held
              subject: summit-1
              property: held
              from: 2002-06-04
              sources: [gazette-2002]
            - id: note-1
              subject: forum
              property: note
              value: { en: "a forum", ru: "форум" }
              sources: [study-2010/1-2]
              say: { en: "The Forum is a forum.", ru: "Форум есть форум." }
            """,
        [Articles] = """
            - id: why
              title: { en: "Why a forum", ru: "Зачем форум" }
              about: [forum]
              questions:
                en: ["Why is there a forum?"]
                ru: ["Зачем нужен форум?"]
              text:
                en: "To talk."
                ru: "Чтобы говорить."
              sources: [study-2010/4]
            """,
        [Events] = """
            - id: event-summit-1
              kind: summit
              title: { en: "First Summit", ru: "Первый саммит" }
              date-of: summit-1
              zone: Asia/Almaty
              status: held
              sources: [gazette-2002]
            - id: event-day
              kind: anniversary
              title: { en: "Forum Day", ru: "День Форума" }
              start: 1992-10-05
              zone: Asia/Almaty
              status: confirmed
              yearly: true
              sources: [gazette-2002]
            """,
        [English] = Language("en", "English"),
        [Russian] = Language("ru", "Русский"),
    };

    public DataFolder()
    {
        Path = Directory.CreateTempSubdirectory("facts-").FullName;
        foreach (var (file, text) in Good)
            Write(file, text);
    }

    public string Path { get; }

    public static string Language(string code, string name) => $$"""
        code: {{code}}
        name: {{name}}
        concepts:
          chair: ["chair, chairs"]
        fillers: ["please"]
        foreign: ["weather"]
        ambiguous: []
        numbers:
          1: ["first, 1st"]
        months:
          1: [January]
          2: [February]
          3: [March]
          4: [April]
          5: [May]
          6: [June]
          7: [July]
          8: [August]
          9: [September]
          10: [October]
          11: [November]
          12: [December]
        texts:
          chair.now: "{value} chairs."
        """;

    public DataFolder Write(string file, string text)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text.ReplaceLineEndings("\n") + "\n");
        return this;
    }

    public DataFolder WriteBytes(string file, byte[] bytes)
    {
        File.WriteAllBytes(System.IO.Path.Combine(Path, file), bytes);
        return this;
    }

    public string Read(string file) => File.ReadAllText(System.IO.Path.Combine(Path, file));

    /// <summary>Replaces the one place where a text stands; a test that replaces nothing would prove nothing.</summary>
    public DataFolder Replace(string file, string old, string now)
    {
        var text = Read(file);
        old = old.ReplaceLineEndings("\n");
        Assert.Equal(2, text.Split(old).Length);
        return Write(file, text.Replace(old, now, StringComparison.Ordinal).TrimEnd('\n'));
    }

    /// <summary>Adds entries to the end of a file.</summary>
    public DataFolder Append(string file, string entries) => Write(file, Read(file) + entries);

    public DataFolder Delete(string file)
    {
        File.Delete(System.IO.Path.Combine(Path, file));
        return this;
    }

    public DataFolder DeleteFolder(string folder)
    {
        Directory.Delete(System.IO.Path.Combine(Path, folder), recursive: true);
        return this;
    }

    /// <summary>The line, from 1, of the first line that contains a text.</summary>
    public int Line(string file, string text)
    {
        var index = Array.FindIndex(Read(file).Split('\n'), line => line.Contains(text, StringComparison.Ordinal));
        Assert.True(index >= 0, $"'{text}' stands nowhere in {file}");
        return index + 1;
    }

    public LoadResult Load(DateOnly? today = null) => KnowledgeLoader.Load(Path, today ?? Today);

    /// <summary>Every line that the check prints.</summary>
    public string[] Lines(DateOnly? today = null) => [.. Load(today).Problems.Select(p => p.ToString())];

    /// <summary>The data is refused, and this is the one error line: the file, the line where <paramref name="at"/> stands, the reason.</summary>
    public void HasOneMistake(string file, string at, string reason)
    {
        var result = Load();
        var line = at.Length == 0 ? 1 : Line(file, at);
        Assert.Equal([$"{file}:{line}: {reason}"], result.Problems.Where(p => !p.IsWarning).Select(p => p.ToString()));
        Assert.Null(result.Snapshot);
    }

    public void HasNoMistake()
    {
        var result = Load();
        Assert.Empty(result.Problems);
        Assert.NotNull(result.Snapshot);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
