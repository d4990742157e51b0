using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Tests.House;

/// <summary>The rules of the house: which room may use what, and how types and files are made.</summary>
public sealed partial class HouseRulesTests
{
    private const int MostLines = 400;

    private static readonly Assembly Answers = typeof(AnswerEngine).Assembly;
    private static readonly Assembly Knowledge = typeof(KnowledgeSnapshot).Assembly;

    [Fact]
    public void Answers_rests_on_Knowledge_and_the_framework_only() =>
        Assert.All(Answers.GetReferencedAssemblies(), reference => Assert.True(
            reference.Name == "Cica.Knowledge" || reference.Name!.StartsWith("System.", StringComparison.Ordinal), $"Cica.Answers references {reference.Name}"));

    [Fact]
    public void Neither_Answers_nor_Knowledge_knows_of_any_chat()
    {
        Assert.All(Types(), type => Assert.DoesNotContain("Telegram", type.FullName!, StringComparison.Ordinal));
        Assert.All(Sources("Cica.Answers").Concat(Sources("Cica.Knowledge")), file => Assert.False(
            UsingTelegram().IsMatch(File.ReadAllText(file)), $"{Path.GetFileName(file)} uses or declares a namespace of Telegram"));
    }

    [Fact]
    public void Every_class_is_sealed_or_static() =>
        Assert.All(Types().Where(t => t.IsClass && !t.IsAbstract), type => Assert.True(type.IsSealed, $"{type.FullName} is open to inheritance"));

    [Fact]
    public void No_static_field_can_be_changed()
    {
        var fields = Types().SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly));
        Assert.All(fields, field => Assert.True(field.IsInitOnly || field.IsLiteral, $"{field.DeclaringType!.FullName}.{field.Name} can be changed"));
    }

    [Fact]
    public void Nothing_is_async_void() =>
        Assert.All(Sources(""), file => Assert.False(AsyncVoid().IsMatch(File.ReadAllText(file)), $"{Path.GetFileName(file)} holds an async void"));

    [Fact]
    public void No_source_file_is_too_long_to_be_read_in_one_go() =>
        Assert.All(Sources(""), file => Assert.True(File.ReadLines(file).Count() <= MostLines, $"{Path.GetRelativePath(RealData.Root, file)} has more than {MostLines} lines"));

    [Fact]
    public void Neither_Answers_nor_Knowledge_asks_a_clock() =>
        Assert.All(Sources("Cica.Answers").Concat(Sources("Cica.Knowledge")), file => Assert.False(
            Clock().IsMatch(File.ReadAllText(file)), $"{Path.GetFileName(file)} asks a clock: the day is handed in with the question"));

    private static IEnumerable<Type> Types() =>
        Answers.GetTypes().Concat(Knowledge.GetTypes()).Where(t => !t.IsDefined(typeof(CompilerGeneratedAttribute)) && !t.FullName!.Contains('<', StringComparison.Ordinal));

    private static IEnumerable<string> Sources(string project) =>
        Directory.EnumerateFiles(Path.Combine(RealData.Root, "src", project), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"));

    [GeneratedRegex(@"^\s*(using|namespace)\s[^;]*Telegram", RegexOptions.Multiline)]
    private static partial Regex UsingTelegram();

    [GeneratedRegex(@"\basync\s+void\b")]
    private static partial Regex AsyncVoid();

    [GeneratedRegex(@"\b(DateTime|DateTimeOffset)\.(Utc)?Now\b|\bTimeProvider\b|\bStopwatch\b")]
    private static partial Regex Clock();
}
