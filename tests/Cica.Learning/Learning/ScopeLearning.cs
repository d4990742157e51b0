using Cica.Answers.Finding.Scoping;
using Cica.Learning.Lessons;

namespace Cica.Learning.Learning;

/// <summary>
/// Learns how much each clue speaks for a question being none of the facts': two logistic regressions over the clues, one for each
/// of <see cref="Affair.Outside"/> and <see cref="Affair.Unheld"/> against the facts' own wordings.
/// </summary>
internal static class ScopeLearning
{
    private const int Fewest = 2;
    private const double Rate = 0.02;
    private const double Decay = 0.0004;
    private const int Epochs = 12;

    // What people ask counts for more than what the facts' authors thought of.
    private const double Peoples = 3;

    public static Scope Learn(ScopeLesson[] lessons)
    {
        var counts = lessons.SelectMany(l => l.Clues.Concat(l.Words)).CountBy(c => c).ToDictionary();
        // Row 0 is the bias, row 1 stands for every word that is rare.
        var rows = new Dictionary<uint, int> { [ScopeClues.Unknown] = 1 };
        foreach (var clue in counts.Where(c => c.Value >= Fewest).Select(c => c.Key).Order())
            rows.TryAdd(clue, rows.Count + 1);
        var read = lessons.Select(l => (
            Rows: (int[])[0, .. l.Clues.Where(rows.ContainsKey).Select(c => rows[c]), .. l.Words.Select(w => rows.GetValueOrDefault(w, 1))], l.Affair, l.IsPeoples)).ToArray();
        var outside = Learn(read, rows.Count + 1, Affair.Outside);
        var unheld = Learn(read, rows.Count + 1, Affair.Unheld);
        return new Scope(
            (Rounded(outside[0]), Rounded(unheld[0])),
            rows.Where(r => Rounded(outside[r.Value]) != 0 || Rounded(unheld[r.Value]) != 0).ToDictionary(r => r.Key, r => (Rounded(outside[r.Value]), Rounded(unheld[r.Value]))));
    }

    // As the file keeps it.
    private static float Rounded(double weight) => (float)(Half)weight;

    // AdaGrad: a clue that is seen seldom moves far when it is seen (Duchi, Hazan and Singer, 2011).
    private static double[] Learn((int[] Rows, Affair Affair, bool IsPeoples)[] lessons, int count, Affair sought)
    {
        var chosen = lessons.Where(l => l.Affair == Affair.Ours || l.Affair == sought).ToArray();
        var share = chosen.Count(l => l.Affair == Affair.Ours) / (3.0 * Math.Max(1, chosen.Count(l => l.Affair == sought)));
        var random = new Random(7);
        var (weights, squares) = (new double[count], new double[count]);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(chosen);
            foreach (var (rows, affair, isPeoples) in chosen)
            {
                var isSought = affair == sought;
                var error = (Linear.Likelihood(rows.Sum(r => weights[r])) - (isSought ? 1 : 0)) * (isSought ? share : isPeoples ? Peoples : 1);
                foreach (var row in rows)
                {
                    var slope = error + (Decay * weights[row]);
                    squares[row] += slope * slope;
                    weights[row] -= 10 * Rate * slope / Math.Sqrt(squares[row] + 1);
                }
            }
        }
        return weights;
    }
}
