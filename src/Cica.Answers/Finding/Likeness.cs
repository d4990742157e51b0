namespace Cica.Answers.Finding;

/// <summary>How alike a question is to the best wording of a statement.</summary>
/// <param name="Statement">The number of the statement.</param>
/// <param name="Asked">The share of the question that the wording says too, 0 to 1.</param>
/// <param name="Written">The share of the wording that the question says too, 0 to 1.</param>
/// <param name="SameKind">1: both want the same kind of answer; 0: one does not tell; -1: different kinds.</param>
/// <param name="Extra">How many names and numbers the wording has that the question has not.</param>
/// <param name="Lacking">How many names and numbers the question has that the wording has not.</param>
/// <param name="Wording">Its number among those that the question was compared with.</param>
/// <param name="Second">The score of the statement's next best wording.</param>
internal readonly record struct Likeness(int Statement, float Asked, float Written, int SameKind, int Extra, int Lacking, int Wording, float Second = 0)
{
    public float Score => (0.55f * Asked) + (0.45f * Written) + (0.04f * SameKind) - (0.1f * Math.Min(Extra, 2)) - (0.05f * Math.Min(Lacking, 2));
}
