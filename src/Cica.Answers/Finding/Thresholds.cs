namespace Cica.Answers.Finding;

/// <summary>Where an answer begins. Chosen from the measured curve over the question set, which the tests write beside it.</summary>
internal static class Thresholds
{
    /// <summary>The share of the question that an answer must explain.</summary>
    public const double Answer = 0.7;

    /// <summary>What a question that does not plainly speak of CICA must explain beyond that.</summary>
    public const double WeakAnchor = 0.12;

    /// <summary>From here on a reading is worth naming as the nearest thing known.</summary>
    public const double Near = 0.45;

    /// <summary>
    /// A topic that computes its answer from the facts is preferred to a single statement that shares the same words, if it explains
    /// most of the question.
    /// </summary>
    public static double Preference(string topic, double score) => topic == "statement" || score < 0.62 ? 0 : 0.14;
}
