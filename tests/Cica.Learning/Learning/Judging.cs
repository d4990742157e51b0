using Cica.Answers.Finding;
using Cica.Answers.Tests.Exam;
using Cica.Learning.Lessons;

namespace Cica.Learning.Learning;

/// <summary>Learns how much each piece of evidence counts.</summary>
internal static class Judging
{
    // How much it counts which option is the likeliest, beside how likely each is.
    private const double AmongOptions = 0.5;
    private static readonly Schedule Schedule = new(Epochs: 80, FineFrom: 50, Batch: 64, Decay: 0.001, Seed: 11);

    /// <summary>One weight for each <see cref="Evidence"/>, for each of <see cref="JudgedAs"/> one after the other.</summary>
    public static double[] Learn(IEnumerable<JudgingLesson> lessons) =>
        Descent.Learn(lessons.Where(l => l.Options.Count > 0), new double[EvidenceReader.Evidences * Enum.GetValues<JudgedAs>().Length], Schedule, Pull);

    /// <summary>Marks what would be answered, were an answer to be at least so likely.</summary>
    public static Verdict Mark(JudgingLesson lesson, double[] weights, double threshold)
    {
        var best = lesson.Options.MaxBy(o => Confidence(o, weights));
        if (best is null || Confidence(best, weights) < threshold)
            return lesson.MayDecline ? Verdict.Right : Verdict.Unknown;
        return best.IsRight ? Verdict.Right : best.IsAnswer ? Verdict.Wrong : Verdict.Unknown;
    }

    private static double Confidence(JudgedOption option, double[] weights) => option.Trust * Linear.Likelihood(Linear.Sum(weights, option.Evidence));

    private static void Pull(JudgingLesson lesson, double[] weights, double[] gradient)
    {
        var options = lesson.Options;
        var sums = options.Select(o => Linear.Sum(weights, o.Evidence)).ToArray();
        // A question with many options is still one question.
        var share = lesson.Weight / Math.Sqrt(options.Count);
        for (var i = 0; i < sums.Length; i++)
            Linear.Add(gradient, share * ((options[i].IsRight ? 1 : 0) - Linear.Likelihood(sums[i])), options[i].Evidence);
        Linear.PullToRight(gradient, [.. options.Select(o => o.Evidence)], [.. options.Select(o => o.IsRight)], sums, lesson.Weight * AmongOptions);
    }
}
