namespace Cica.Learning.Learning;

/// <summary>Measures on lessons that were not learnt from.</summary>
internal static class Folds
{
    public const int Count = 5;
    private const int Seed = 11;

    /// <summary>The lessons in an order of their own, so that every fold holds some of all kinds.</summary>
    public static T[] Shuffled<T>(IEnumerable<T> lessons)
    {
        var shuffled = lessons.ToArray();
        new Random(Seed).Shuffle(shuffled);
        return shuffled;
    }

    /// <summary>One fold to measure on, and the rest to learn from.</summary>
    public static (T[] Measured, T[] Learnt) Split<T>(T[] lessons, int fold) =>
        ([.. lessons.Where((_, i) => i % Count == fold)], [.. lessons.Where((_, i) => i % Count != fold)]);

    /// <summary>Every lesson with what was learnt from the folds that do not hold it.</summary>
    public static IReadOnlyList<(T Lesson, TLearnt Learnt)> CrossValidate<T, TLearnt>(T[] lessons, Func<T[], TLearnt> learn) =>
    [
        .. Enumerable.Range(0, Count).AsParallel().AsOrdered().SelectMany(fold =>
        {
            var (measured, rest) = Split(lessons, fold);
            var learnt = learn(rest);
            return measured.Select(lesson => (lesson, learnt));
        }),
    ];
}
