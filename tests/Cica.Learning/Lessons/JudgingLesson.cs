using Cica.Answers.Finding;

namespace Cica.Learning.Lessons;

/// <summary>An answer that could be given.</summary>
/// <param name="Evidence">What speaks for and against it, then zeros up to <see cref="Width"/>.</param>
/// <param name="IsRight">Whether it would be marked right.</param>
/// <param name="IsAnswer">Whether it claims something, so that it is wrong where it is not right.</param>
internal sealed record JudgedOption(float[] Evidence, bool IsRight, bool IsAnswer)
{
    /// <summary>What a processor adds up at once, and more, divides it.</summary>
    public static readonly int Width = (EvidenceReader.Evidences + 15) / 16 * 16;
}

/// <summary>A question, and every answer that could be given to it.</summary>
/// <param name="Origin">Where it comes from.</param>
/// <param name="MayDecline">Whether no answer is right too.</param>
/// <param name="Options">Every answer that could be given.</param>
internal sealed record JudgingLesson(Origin Origin, bool MayDecline, IReadOnlyList<JudgedOption> Options)
{
    /// <summary>How much it counts: there are thousands that nobody has asked, and they must not outweigh what people do ask.</summary>
    public double Weight => Origin is Origin.HeldOut or Origin.Outside ? 0.15 : 1;
}
