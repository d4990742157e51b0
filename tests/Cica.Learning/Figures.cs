using System.Globalization;
using Cica.Answers.Finding;
using Cica.Answers.Finding.Scoping;
using Cica.Answers.Tests.Exam;
using Cica.Learning.Learning;
using Cica.Learning.Lessons;

namespace Cica.Learning;

/// <summary>Prints how well was learnt, on lessons that were not learnt from.</summary>
internal static class Figures
{
    private static readonly double[] Thresholds = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8];

    public static void Print(IReadOnlyList<(RankingLesson Lesson, double[] Weights)> ranked)
    {
        foreach (var group in ranked.GroupBy(r => r.Lesson.Origin).OrderBy(g => g.Key))
            Say($"{group.Key,-10} {group.Count(),5} questions, the right statement first for {Share(group.Count(r => Ranking.IsRight(r.Lesson, r.Weights)), group.Count())} %");
    }

    public static void Print(IReadOnlyList<(JudgingLesson Lesson, Network Network)> judged)
    {
        foreach (var group in judged.GroupBy(j => j.Lesson.Origin).OrderBy(g => g.Key))
        {
            var all = group.ToArray();
            Say($"{group.Key}: {all.Length} questions\nthreshold  right  wrong  unknown");
            foreach (var threshold in Thresholds)
            {
                var verdicts = all.CountBy(j => Judging.Mark(j.Lesson, j.Network, threshold)).ToDictionary();
                var shares = Enum.GetValues<Verdict>().Select(v => Share(verdicts.GetValueOrDefault(v), all.Length)).ToArray();
                Say($"{threshold,9:0.0}  {shares[0],5}  {shares[1],5}  {shares[2],7}");
            }
        }
    }

    public static void Print(IReadOnlyList<ScopeLesson> lessons, Scope scope)
    {
        foreach (var group in lessons.GroupBy(l => l.Affair).OrderBy(g => g.Key))
        {
            var read = group.Select(l => scope.Of(l.Clues, l.Words)).ToArray();
            Say($"{group.Key,-8} {read.Length,6} questions, taken for outside {Share(read.Count(r => r.Outside > 0.5), read.Length)} %, for unheld {Share(read.Count(r => r.Unheld > 0.5), read.Length)} %");
        }
    }

    private static string Share(int count, int all) => (100.0 * count / all).ToString("0.0", CultureInfo.InvariantCulture);

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
