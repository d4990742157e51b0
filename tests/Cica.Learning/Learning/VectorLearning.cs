using Cica.Answers.Finding.Vectors;
using Cica.Learning.Lessons;

namespace Cica.Learning.Learning;

/// <summary>
/// Learns a vector for every clue and for every statement, so that the sum of a text's clues points to its statement rather than
/// to any other: a softmax over the cosines, trained by Adam in small batches (as in <see cref="Descent"/>), with a part of the
/// clues left out at random so that none is relied on alone. The statements' vectors are thrown away: what a statement is asked
/// for by is told by its wordings.
/// </summary>
internal sealed class VectorLearning
{
    private const int Dimension = 48;
    private const int Fewest = 2;
    private const int Epochs = 6;
    private const int Batch = 128;
    private const double LeftOut = 0.25;
    private const float Smoothing = 0.05f;
    private const float Sharpness = 14;
    private const float Spread = 0.1f;

    private readonly Dictionary<uint, int> rows = [];
    private readonly Random random;
    private readonly (int[] Rows, int Statement)[] lessons;
    private readonly Steps clues;
    private readonly Steps statements;

    private VectorLearning(IReadOnlyList<PointingLesson> texts, int seed)
    {
        random = new Random(seed);
        var counts = texts.SelectMany(t => t.Clues).CountBy(c => c).ToDictionary();
        foreach (var clue in counts.Where(c => c.Value >= Fewest).Select(c => c.Key).Order())
            rows.Add(clue, rows.Count);
        lessons = [.. texts.Select(t => (t.Clues.Where(rows.ContainsKey).Select(c => rows[c]).ToArray(), t.Statement))];
        clues = new Steps(rows.Count, Dimension);
        foreach (var (clue, row) in rows)
        {
            var rare = MathF.Sqrt(MathF.Log(1 + ((float)texts.Count / (1 + counts[clue]))));
            foreach (ref var value in clues.Row(row))
                value = Normal() * Spread * rare;
        }
        statements = new Steps(texts.Max(t => t.Statement) + 1, Dimension);
        for (var statement = 0; statement < statements.Count; statement++)
        {
            foreach (ref var value in statements.Row(statement))
                value = Normal() * Spread;
        }
    }

    /// <summary>The clues that have a vector, and their vectors: learnt twice from different beginnings and put side by side, since what one learns by chance the other seldom does.</summary>
    public static (uint[] Clues, float[] Values) Vectors(IReadOnlyList<PointingLesson> texts)
    {
        VectorLearning[] halves = [new(texts, seed: 3), new(texts, seed: 4)];
        Parallel.ForEach(halves, half => half.Learn());
        var values = new float[halves[0].rows.Count * 2 * Dimension];
        for (var row = 0; row < halves[0].rows.Count; row++)
        {
            halves[0].clues.Row(row).CopyTo(values.AsSpan(row * 2 * Dimension));
            halves[1].clues.Row(row).CopyTo(values.AsSpan(((row * 2) + 1) * Dimension));
        }
        return ([.. halves[0].rows.Keys], values);
    }

    private void Learn()
    {
        var (done, all) = (0, Epochs * ((lessons.Length + Batch - 1) / Batch));
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(lessons);
            foreach (var batch in lessons.Chunk(Batch))
                Learn(batch, 1 - ((float)done++ / all));
        }
    }

    private void Learn((int[] Rows, int Statement)[] batch, float share)
    {
        var directions = Directions();
        var pull = new float[directions.Length];
        var (point, slope, odds) = (new float[Dimension], new float[Dimension], new float[statements.Count]);
        foreach (var (all, right) in batch)
        {
            var kept = Array.FindAll(all, _ => random.NextDouble() >= LeftOut);
            Array.Clear(point);
            foreach (var row in kept)
                WordVectors.Add(clues.Row(row), point);
            var length = MathF.Sqrt(WordVectors.Dot(point, point));
            if (length == 0)
                continue;
            WordVectors.Normalise(point);
            Odds(point, directions, odds);
            Array.Clear(slope);
            for (var statement = 0; statement < odds.Length; statement++)
            {
                var wanted = (Smoothing / odds.Length) + (statement == right ? 1 - Smoothing : 0);
                var error = (odds[statement] - wanted) * Sharpness / batch.Length;
                Steps.Add(error, directions.AsSpan(statement * Dimension, Dimension), slope);
                Steps.Add(error, point, pull.AsSpan(statement * Dimension, Dimension));
            }
            Steps.Turn(slope, point, length);
            foreach (var row in kept)
                clues.Pull(row, slope);
        }
        for (var statement = 0; statement < statements.Count; statement++)
        {
            var own = statements.Row(statement);
            var slope1 = pull.AsSpan(statement * Dimension, Dimension);
            Steps.Turn(slope1, directions.AsSpan(statement * Dimension, Dimension), MathF.Sqrt(WordVectors.Dot(own, own)));
            statements.Pull(statement, slope1);
        }
        clues.Step(share);
        statements.Step(share);
    }

    private float[] Directions()
    {
        var directions = statements.Values.ToArray();
        for (var statement = 0; statement < statements.Count; statement++)
            WordVectors.Normalise(directions.AsSpan(statement * Dimension, Dimension));
        return directions;
    }

    private static void Odds(float[] point, float[] directions, float[] odds)
    {
        var sum = 0f;
        for (var statement = 0; statement < odds.Length; statement++)
        {
            // A cosine is at most 1: with that as the highest, nothing overflows.
            odds[statement] = MathF.Exp(Sharpness * (WordVectors.Dot(point, directions.AsSpan(statement * Dimension, Dimension)) - 1));
            sum += odds[statement];
        }
        for (var statement = 0; statement < odds.Length; statement++)
            odds[statement] /= sum;
    }

    // Box and Muller's way from two even numbers to a normal one.
    private float Normal() => MathF.Sqrt(-2 * MathF.Log(1 - random.NextSingle())) * MathF.Cos(2 * MathF.PI * random.NextSingle());
}
