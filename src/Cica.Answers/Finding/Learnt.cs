using Cica.Answers.Finding.Scoping;
using Cica.Answers.Finding.Vectors;

namespace Cica.Answers.Finding;

/// <summary>All that tests/Cica.Learning learns for the engine.</summary>
/// <param name="Weights">How much each feature and each piece of evidence counts.</param>
/// <param name="Vectors">Where words point.</param>
/// <param name="Scope">Which questions are for the facts at all.</param>
internal sealed record Learnt(Weights Weights, WordVectors Vectors, Scope Scope)
{
    /// <summary>What was learnt last, and the answers are built with.</summary>
    public static Learnt Last { get; } = new(Weights.Learnt, WordVectors.Learnt, Scope.Learnt);

    /// <summary>Nothing was learnt: for what reads, but does not choose.</summary>
    public static Learnt Nothing { get; } = new(Weights.None, WordVectors.None, Scope.None);
}
