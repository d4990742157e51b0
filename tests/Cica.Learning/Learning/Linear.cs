namespace Cica.Learning.Learning;

/// <summary>Sums of weighed features, and what pulls at their weights.</summary>
internal static class Linear
{
    public static double Sum(double[] weights, float[] features)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
            sum += weights[i] * features[i];
        return sum;
    }

    /// <summary>The sum as a likelihood, 0 to 1.</summary>
    public static double Likelihood(double sum) => 1 / (1 + Math.Exp(-sum));

    public static void Add(double[] gradient, double share, float[] features)
    {
        if (share == 0)
            return;
        for (var i = 0; i < gradient.Length; i++)
            gradient[i] += share * features[i];
    }

    /// <summary>Pulls so that the right choices, together, become more likely among all (a softmax over the list).</summary>
    public static void PullToRight(double[] gradient, IReadOnlyList<float[]> features, IReadOnlyList<bool> right, double[] sums, double weight)
    {
        var highest = sums.Max();
        var odds = Array.ConvertAll(sums, s => Math.Exp(s - highest));
        var (all, good) = (odds.Sum(), odds.Where((_, i) => right[i]).Sum());
        if (good <= 0)
            return;
        for (var i = 0; i < odds.Length; i++)
            Add(gradient, weight * ((right[i] ? odds[i] / good : 0) - (odds[i] / all)), features[i]);
    }
}
