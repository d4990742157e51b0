using Cica.Knowledge.Loading;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Tests;

/// <summary>The real facts and one engine over them, shared by all tests: answering changes nothing, so any number may ask.</summary>
internal static class RealData
{
    private static readonly Lazy<KnowledgeSnapshot> LazyKnowledge = new(Load);
    private static readonly Lazy<AnswerEngine> LazyEngine = new(() => new AnswerEngine(Knowledge));

    /// <summary>The day the exam is taken on.</summary>
    public static DateOnly Today { get; } = new(2026, 11, 22);

    /// <summary>The repository's root: the nearest folder above the tests that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of this test project.</summary>
    public static string Tests { get; } = Path.Combine(Root, "tests", "Cica.Answers.Tests");

    public static KnowledgeSnapshot Knowledge => LazyKnowledge.Value;

    public static AnswerEngine Engine => LazyEngine.Value;

    /// <summary>Asks the shared engine, today unless told otherwise.</summary>
    public static Answer Ask(string text, DateOnly? asOf = null, Conversation? conversation = null, string? language = null) =>
        Engine.Ask(new Question(text, asOf ?? Today, language, conversation));

    /// <summary>Asks one after the other, as turns of one conversation; the last answer.</summary>
    public static Answer Converse(IEnumerable<string> turns, DateOnly? asOf = null)
    {
        Answer? last = null;
        foreach (var turn in turns)
            last = Ask(turn, asOf, last?.Conversation);
        return last!;
    }

    /// <summary>
    /// Asks where a throw is to be reported, not to end the test: the engine must never throw, but where it does, that is one
    /// miss among many questions.
    /// </summary>
    public static (Answer? Answer, string? Thrown) Try(string text, DateOnly asOf, Conversation? conversation = null)
    {
        try
        {
            return (Ask(text, asOf, conversation), null);
        }
#pragma warning disable CA1031 // Whatever is thrown is what is reported.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            return (null, $"{thrown.GetType().Name}: {thrown.Message} {thrown.StackTrace?.Split('\n')[0].Split(" in ")[0].Trim()}");
        }
    }

    private static KnowledgeSnapshot Load()
    {
        var result = KnowledgeLoader.Load(Path.Combine(Root, "data"), Today);
        return result.Snapshot ?? throw new InvalidOperationException("the data is broken:\n" + string.Join('\n', result.Problems));
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Cica.Bot.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException("no folder above the tests holds Cica.Bot.sln");
    }
}
