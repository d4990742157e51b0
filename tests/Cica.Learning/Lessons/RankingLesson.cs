namespace Cica.Learning.Lessons;

/// <summary>Where a lesson comes from.</summary>
internal enum Origin
{
    /// <summary>A wording that was held out.</summary>
    HeldOut,

    /// <summary>The lesson split of the exam, and outsiders' questions.</summary>
    Exam,

    /// <summary>The checklist.</summary>
    Checklist,

    /// <summary>A question that is none of the facts'.</summary>
    Outside,
}

/// <summary>A question, and the statements found for it.</summary>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Features">What speaks for and against each statement.</param>
/// <param name="Right">Whether each statement is an answer.</param>
internal sealed record RankingLesson(Origin Origin, IReadOnlyList<float[]> Features, IReadOnlyList<bool> Right)
{
    /// <summary>There is something to choose, and a right choice.</summary>
    public bool Teaches => Right.Contains(true) && Right.Contains(false);

    /// <summary>How much it counts: what people ask counts more than what the facts' authors thought of.</summary>
    public double Weight => Origin switch { Origin.Exam => 1.5, Origin.Checklist => 1.2, _ => 1 };
}
