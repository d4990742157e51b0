using System.Diagnostics;

namespace Cica.Benchmarks;

/// <summary>What a set of questions cost: time in microseconds and allocation in bytes, one figure for each question.</summary>
internal sealed record Measured(double[] Microseconds, double[] Bytes)
{
    /// <summary>
    /// Asks every question in each round and takes the median of its rounds, so that the distribution is one over questions
    /// and not over the moods of the machine.
    /// </summary>
    public static Measured Of<T>(IReadOnlyList<T> questions, Action<T> ask, int rounds)
    {
        foreach (var question in questions)
            ask(question);
        var times = new double[questions.Count][];
        var bytes = new double[questions.Count];
        for (var i = 0; i < times.Length; i++)
            times[i] = new double[rounds];
        for (var round = 0; round < rounds; round++)
        {
            GC.Collect();
            for (var i = 0; i < questions.Count; i++)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                var start = Stopwatch.GetTimestamp();
                ask(questions[i]);
                times[i][round] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
                bytes[i] = GC.GetAllocatedBytesForCurrentThread() - before;
            }
        }
        return new Measured([.. times.Select(t => Percentile(t, 0.5))], bytes);
    }

    /// <summary>The value below which that share of the values lies (nearest rank).</summary>
    public static double Percentile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
    }
}
