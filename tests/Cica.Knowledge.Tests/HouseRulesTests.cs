using System.Reflection;
using System.Runtime.CompilerServices;
using Cica.Knowledge.Querying;
using Cica.Knowledge.Tests.Support;

namespace Cica.Knowledge.Tests;

public sealed class HouseRulesTests
{
    private static readonly Assembly Knowledge = typeof(KnowledgeSnapshot).Assembly;

    [Fact]
    public void Knowledge_references_nothing_but_YAML_and_the_framework() =>
        Assert.All(Knowledge.GetReferencedAssemblies(), assembly => Assert.True(assembly.Name == "YamlDotNet" || assembly.Name!.StartsWith("System.", StringComparison.Ordinal), assembly.Name));

    [Fact]
    public void Only_loading_touches_files()
    {
        string[] files = ["System.IO.File", "System.IO.Directory", "System.IO.FileInfo", "System.IO.DirectoryInfo", "System.IO.FileStream", "System.IO.StreamReader", "System.IO.StreamWriter", "System.IO.FileSystemWatcher"];
        var touching = Calls.Of(Knowledge).Where(call => files.Contains(call.To.DeclaringType?.FullName)).Select(call => call.From.DeclaringType!).ToArray();
        Assert.NotEmpty(touching);
        Assert.All(touching, type => Assert.Equal("Cica.Knowledge.Loading", type.Namespace));
    }

    [Fact]
    public void Knowledge_asks_no_clock_and_rolls_no_dice()
    {
        Type[] forbidden = [typeof(TimeProvider), typeof(System.Diagnostics.Stopwatch), typeof(Random)];
        string[] clocks = ["get_Now", "get_UtcNow", "get_Today", "NewGuid"];
        Assert.Empty(Calls.Of(Knowledge).Where(call => forbidden.Contains(call.To.DeclaringType) || clocks.Contains(call.To.Name)).Select(call => $"{call.From.DeclaringType}.{call.From.Name} calls {call.To.Name}"));
    }

    [Fact]
    public void Nothing_static_can_change()
    {
        var mutable = Knowledge.GetTypes()
            .Where(type => !IsGenerated(type))
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => !field.IsLiteral && !IsGenerated(field) && !(field.IsInitOnly && IsImmutable(field.FieldType)));
        Assert.Empty(mutable.Select(field => $"{field.DeclaringType}.{field.Name}"));
    }

    private static bool IsImmutable(Type type) =>
        type.IsPrimitive || type.IsEnum || type == typeof(string) ||
        type.Namespace is "System.Collections.Frozen" or "System.Collections.Immutable" ||
        (type.Assembly == Knowledge && type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).All(f => f.IsInitOnly && IsImmutable(f.FieldType)));

    // The compiler keeps the delegates of lambdas that capture nothing in static fields.
    private static bool IsGenerated(MemberInfo member) => member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) || member.Name.Contains('<', StringComparison.Ordinal);
}
