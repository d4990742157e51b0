namespace Cica.Learning.Learning;

/// <summary>How long and how fast to learn.</summary>
/// <param name="Epochs">How often every lesson is gone through.</param>
/// <param name="FineFrom">The epoch from which on steps are smaller.</param>
/// <param name="Batch">Lessons to a step.</param>
/// <param name="Decay">How strongly weights are pulled towards zero.</param>
/// <param name="Seed">Of the order of lessons.</param>
internal sealed record Schedule(int Epochs, int FineFrom, int Batch, double Decay, int Seed);

/// <summary>
/// Gradient ascent in small batches with Adam's steps (Kingma and Ba, "Adam: A Method for Stochastic Optimization", 2015,
/// algorithm 1, with the constants recommended there but the rate). The same lessons in the same order give the same weights.
/// </summary>
internal static class Descent
{
    private const double Rate = 0.03;
    private const double FineRate = 0.3 * Rate;
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.999;
    private const double Epsilon = 1e-8;

    /// <param name="lessons">What to learn from.</param>
    /// <param name="start">The weights to begin with.</param>
    /// <param name="schedule">How long and how fast.</param>
    /// <param name="pull">Adds to a gradient where a lesson pulls the weights to.</param>
    public static double[] Learn<T>(IEnumerable<T> lessons, double[] start, Schedule schedule, Action<T, double[], double[]> pull)
    {
        var order = lessons.ToArray();
        var random = new Random(schedule.Seed);
        var weights = start.ToArray();
        var (mean, square) = (new double[weights.Length], new double[weights.Length]);
        var step = 0;
        for (var epoch = 0; epoch < schedule.Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var batch in order.Chunk(schedule.Batch))
            {
                var gradient = new double[weights.Length];
                foreach (var lesson in batch)
                    pull(lesson, weights, gradient);
                step++;
                var rate = epoch < schedule.FineFrom ? Rate : FineRate;
                for (var i = 0; i < weights.Length; i++)
                {
                    var slope = (gradient[i] / batch.Length) - (schedule.Decay * weights[i]);
                    mean[i] = (Beta1 * mean[i]) + ((1 - Beta1) * slope);
                    square[i] = (Beta2 * square[i]) + ((1 - Beta2) * slope * slope);
                    weights[i] += rate * (mean[i] / (1 - Math.Pow(Beta1, step))) / (Math.Sqrt(square[i] / (1 - Math.Pow(Beta2, step))) + Epsilon);
                }
            }
        }
        return weights;
    }
}
