using Cica.Answers.Finding;
using Cica.Answers.Finding.Vectors;
using Cica.Answers.Tests.Exam;
using Cica.Learning.Lessons;

namespace Cica.Learning.Learning;

/// <summary>
/// Learns how likely which evidence makes an answer right. A question pulls at all that could be answered: what is right should be
/// likely by itself, and likelier than the rest.
/// </summary>
internal static class Judging
{
    // How much it counts which option is the likeliest, beside how likely each is.
    private const double AmongOptions = 1;
    private const int Epochs = 50;
    private const int Batch = 64;
    // One network is learnt for each, and all of them decide, so that no one's whims count.
    private static readonly int[] Seeds = [11, 12, 13];

    // Of each: with more nothing was gained, with fewer something lost.
    private const int Units = 32;

    // How strongly weights are pulled towards zero.
    private const float Decay = 0.0001f;

    // Of the rate of a step, by how far learning has come.
    private static readonly (double Until, float Share)[] Rates = [(0.5, 2), (0.8, 0.6f), (1, 0.2f)];

    private const int Direct = 0;
    private const int FirstUnit = 1;
    private const int Outward = FirstUnit + Units;

    /// <summary>The same lessons give the same network: the mean of several that were learnt in another order each.</summary>
    public static Network Learn(IEnumerable<JudgingLesson> lessons)
    {
        var all = lessons.Where(l => l.Options.Count > 0).ToArray();
        var learnt = Seeds.AsParallel().AsOrdered().Select(seed => Learn(all, seed)).ToArray();
        var direct = Weights(learnt[0], Direct).Select((_, i) => learnt.Average(rows => rows.Row(Direct)[i])).ToArray();
        return new Network(direct, [.. learnt.SelectMany(rows => Enumerable.Range(FirstUnit, Units).Select(unit => Weights(rows, unit)))], [.. learnt.SelectMany(rows => rows.Row(Outward)[..Units].ToArray().Select(w => w / learnt.Length))]);
    }

    private static Steps Learn(JudgingLesson[] lessons, int seed)
    {
        var order = lessons.ToArray();
        var random = new Random(seed);
        var rows = Begin(random);
        var let = new List<float[]>();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            var share = Rates.First(r => epoch < r.Until * Epochs).Share;
            foreach (var batch in order.Chunk(Batch))
            {
                foreach (var lesson in batch)
                    Pull(lesson, rows, let);
                PullToZero(rows, Decay * batch.Length);
                rows.Step(share);
            }
        }
        return rows;
    }

    /// <summary>Marks what would be answered, were an answer to be at least so likely.</summary>
    public static Verdict Mark(JudgingLesson lesson, Network network, double threshold)
    {
        var best = lesson.Options.MaxBy(o => Likelihood(o, network));
        if (best is null || Likelihood(best, network) < threshold)
            return lesson.MayDecline ? Verdict.Right : Verdict.Unknown;
        return best.IsRight ? Verdict.Right : best.IsAnswer ? Verdict.Wrong : Verdict.Unknown;
    }

    private static double Likelihood(JudgedOption option, Network network) => Judge.Confidence(network, option.Evidence.AsSpan(0, EvidenceReader.Evidences));

    private static float[] Weights(Steps rows, int row) => rows.Row(row)[..EvidenceReader.Evidences].ToArray();

    // Units must begin unlike, or they would all learn the same.
    private static Steps Begin(Random random)
    {
        var rows = new Steps(Outward + 1, JudgedOption.Width);
        var spread = 0.5f * MathF.Sqrt(6f / EvidenceReader.Evidences);
        for (var unit = FirstUnit; unit < Outward; unit++)
        {
            foreach (ref var weight in rows.Row(unit)[..EvidenceReader.Evidences])
                weight = spread * ((2 * random.NextSingle()) - 1);
        }
        foreach (ref var weight in rows.Row(Outward)[..Units])
            weight = 0.3f * ((2 * random.NextSingle()) - 1);
        return rows;
    }

    private static void Pull(JudgingLesson lesson, Steps rows, List<float[]> let)
    {
        var options = lesson.Options;
        while (let.Count < options.Count)
            let.Add(new float[JudgedOption.Width]);
        var sums = new double[options.Count];
        for (var i = 0; i < sums.Length; i++)
            sums[i] = Sum(options[i].Evidence, rows, let[i]);
        var highest = sums.Max();
        var odds = Array.ConvertAll(sums, s => Math.Exp(s - highest));
        var (all, good) = (odds.Sum(), odds.Where((_, i) => options[i].IsRight).Sum());
        // A question with many options is still one question.
        var share = lesson.Weight / Math.Sqrt(options.Count);
        for (var i = 0; i < sums.Length; i++)
        {
            var pull = share * ((options[i].IsRight ? 1 : 0) - Linear.Likelihood(sums[i]));
            if (good > 0)
                pull += lesson.Weight * AmongOptions * ((options[i].IsRight ? odds[i] / good : 0) - (odds[i] / all));
            Pull((float)pull, options[i].Evidence, rows, let[i]);
        }
    }

    private static void PullToZero(Steps rows, float strength)
    {
        Span<float> slope = stackalloc float[JudgedOption.Width];
        for (var row = 0; row < rows.Count; row++)
        {
            Scale(strength, rows.Row(row), slope);
            rows.Pull(row, slope);
        }
    }

    private static float Sum(float[] evidence, Steps rows, Span<float> let)
    {
        for (var unit = 0; unit < Units; unit++)
            let[unit] = Network.Rectified(WordVectors.Dot(rows.Row(FirstUnit + unit), evidence));
        return WordVectors.Dot(rows.Row(Direct), evidence) + WordVectors.Dot(rows.Row(Outward), let);
    }

    private static void Pull(float pull, float[] evidence, Steps rows, ReadOnlySpan<float> let)
    {
        Span<float> slope = stackalloc float[JudgedOption.Width];
        Scale(-pull, evidence, slope);
        rows.Pull(Direct, slope);
        for (var unit = 0; unit < Units; unit++)
        {
            Scale(-pull * rows.Row(Outward)[unit] * (let[unit] > 0 ? 1 : Network.Leak), evidence, slope);
            rows.Pull(FirstUnit + unit, slope);
        }
        Scale(-pull, let, slope);
        rows.Pull(Outward, slope);
    }

    private static void Scale(float factor, ReadOnlySpan<float> vector, Span<float> into)
    {
        into.Clear();
        Steps.Add(factor, vector, into);
    }
}
