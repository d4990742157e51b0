using Cica.Answers.Finding;
using Cica.Learning.Lessons;

namespace Cica.Learning.Learning;

/// <summary>Learns how much each feature of a statement counts.</summary>
internal static class Ranking
{
    private static readonly Schedule Schedule = new(Epochs: 60, FineFrom: 40, Batch: 32, Decay: 0.002, Seed: 5);

    /// <summary>One weight for each <see cref="Feature"/>.</summary>
    public static double[] Learn(IEnumerable<RankingLesson> lessons)
    {
        // What is shared with the question surely speaks for a statement; from there the way is short.
        var start = new double[Fit.Features];
        foreach (var feature in (Feature[])[Feature.Share, Feature.Asked, Feature.Written, Feature.Either])
            start[(int)feature] = 3;
        return Descent.Learn(lessons, start, Schedule, static (lesson, weights, gradient) =>
            Linear.PullToRight(gradient, lesson.Features, lesson.Right, Sums(lesson, weights), lesson.Weight));
    }

    /// <summary>Whether the statement that is weighed highest is right.</summary>
    public static bool IsRight(RankingLesson lesson, double[] weights)
    {
        var sums = Sums(lesson, weights);
        return lesson.Right[Array.IndexOf(sums, sums.Max())];
    }

    private static double[] Sums(RankingLesson lesson, double[] weights) => [.. lesson.Features.Select(f => Linear.Sum(weights, f))];
}
