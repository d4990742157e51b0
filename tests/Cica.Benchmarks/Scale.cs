using System.Diagnostics;
using Cica.Answers;
using Cica.Knowledge.Loading;
using Cica.Knowledge.Querying;

namespace Cica.Benchmarks;

/// <summary>One size of the facts: what loading, asking and searching cost, and how much of it is right.</summary>
internal sealed class Scale
{
    private Scale(KnowledgeSnapshot knowledge, AnswerEngine engine) => (Knowledge, Engine) = (knowledge, engine);

    public KnowledgeSnapshot Knowledge { get; }

    public AnswerEngine Engine { get; }

    public double LoadMilliseconds { get; private init; }

    public double BuildMilliseconds { get; private init; }

    public double HeapMegabytes { get; private init; }

    public required Measured Asking { get; init; }

    public required Tally Answers { get; init; }

    public required (string Name, double Median, double Slowest)[] Hard { get; init; }

    public required Measured Searching { get; init; }

    public required Tally Hits { get; init; }

    public double IndexMilliseconds { get; private init; }

    public double IndexMegabytes { get; private init; }

    public static Scale Of(string directory, AskedQuestion[] questions, DateOnly today, int rounds, int loads)
    {
        var empty = Megabytes();
        var (load, build) = (new double[loads], new double[loads]);
        KnowledgeSnapshot? knowledge = null;
        AnswerEngine? engine = null;
        for (var i = 0; i < loads; i++)
        {
            (knowledge, engine) = (null, null);
            GC.Collect();
            var start = Stopwatch.GetTimestamp();
            var loaded = KnowledgeLoader.Load(directory, today);
            knowledge = loaded.Snapshot ?? throw new InvalidDataException(string.Join('\n', loaded.Problems.Where(p => !p.IsWarning).Take(5)));
            load[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            start = Stopwatch.GetTimestamp();
            engine = new AnswerEngine(knowledge);
            build[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        var full = Megabytes();
        WarmUp(() => { foreach (var question in questions) Try(engine!, question.Question); });
        var asking = Measured.Of(questions, q => Try(engine!, q.Question), rounds);
        var hard = WorstCases.All(knowledge!, today).Select(c =>
        {
            var times = Measured.Of(Enumerable.Repeat(c.Question, 20).ToArray(), q => Try(engine!, q), 3).Microseconds;
            return (c.Name, Measured.Percentile(times, 0.5), times.Max());
        }).ToArray();

        var begun = Stopwatch.GetTimestamp();
        using var lucene = new LuceneYardstick(knowledge!);
        var indexed = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        var both = Megabytes();
        WarmUp(() => { foreach (var question in questions) lucene.Ask(question); });
        var searching = Measured.Of(questions, q => lucene.Ask(q), rounds);
        var scale = new Scale(knowledge!, engine!)
        {
            LoadMilliseconds = Measured.Percentile(load, 0.5),
            BuildMilliseconds = Measured.Percentile(build, 0.5),
            HeapMegabytes = full - empty,
            Asking = asking,
            Answers = Tally.Of(questions, q => Try(engine!, q.Question) is { Outcome: Outcome.Answer } answer ? answer.Text : null, q => Try(engine!, q.Question) is null),
            Hard = hard,
            IndexMilliseconds = indexed,
            IndexMegabytes = both - full,
            Searching = searching,
            Hits = Tally.Of(questions, lucene.Ask, _ => false),
        };
        return scale;
    }

    // Until the compiler has seen what is hot, it is the compiler that is measured.
    private static void WarmUp(Action ask)
    {
        var start = Stopwatch.GetTimestamp();
        do
            ask();
        while (Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(2));
    }

    // A question that the engine cannot bear is counted, not hidden; it must not end the run.
    private static Answer? Try(AnswerEngine engine, Question question)
    {
        try
        {
            return engine.Ask(question);
        }
        catch (Exception defect) when (defect is not OutOfMemoryException)
        {
            return null;
        }
    }

    private static double Megabytes() => GC.GetTotalMemory(forceFullCollection: true) / 1048576.0;
}

/// <summary>How much was right.</summary>
/// <param name="Answerable">Questions that have an answer with expected values.</param>
/// <param name="Right">Of these, those answered with the expected values.</param>
/// <param name="Wrong">Of these, those answered without them.</param>
/// <param name="Outside">Questions that must be declined.</param>
/// <param name="Declined">Of these, those declined.</param>
/// <param name="Failed">Questions that ended in an exception.</param>
internal sealed record Tally(int Answerable, int Right, int Wrong, int Outside, int Declined, int Failed)
{
    public static Tally Of(AskedQuestion[] questions, Func<AskedQuestion, string?> answer, Func<AskedQuestion, bool> fails)
    {
        var inside = questions.Where(q => q.MayBeAnswered && q.Expected.Length > 0).Select(q => (Question: q, Text: answer(q))).ToArray();
        var outside = questions.Where(q => q.MayBeDeclined && !q.MayBeAnswered).ToArray();
        return new Tally(
            inside.Length,
            inside.Count(a => a.Text is not null && a.Question.IsRight(a.Text)),
            inside.Count(a => a.Text is not null && !a.Question.IsRight(a.Text)),
            outside.Length,
            outside.Count(q => answer(q) is null),
            questions.Count(fails));
    }
}
