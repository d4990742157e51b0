using Cica.Answers.Finding.Scoping;
using Cica.Answers.Tests;

namespace Cica.Learning;

/// <summary>Writes scope.bin, which the answers are built with.</summary>
internal static class ScopeFile
{
    public static string Path { get; } = System.IO.Path.Combine(RealData.Root, "src", "Cica.Answers", "Finding", "Scoping", "scope.bin");

    public static void Write(Scope scope)
    {
        using var writer = new BinaryWriter(File.Create(Path));
        scope.Write(writer);
    }
}
