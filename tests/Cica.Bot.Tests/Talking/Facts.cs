using Cica.Bot.Operations;
using Cica.Knowledge.Loading;

namespace Cica.Bot.Tests.Talking;

/// <summary>The facts that ship, loaded once for all tests.</summary>
internal static class Facts
{
    private static readonly Lazy<Task<EngineHolder>> Held = new(() => Task.Run(() =>
    {
        var directory = Path.Combine(AppContext.BaseDirectory, "data");
        var loaded = KnowledgeLoader.Load(directory, TalkBench.Today);
        return new EngineHolder(loaded.Snapshot ?? throw new InvalidOperationException(string.Join('\n', loaded.Problems)), "shipped");
    }));

    private static readonly Lazy<(string, string)> Leaning = new(() =>
        Enumerable.Range(2003, 20).Select(year => $"who chaired CICA in {year}?")
            .Concat(Engine.Knowledge.Entities.Values.Where(e => e.Series is "summit" or "ministerial").Select(e => $"When was the {e.NameIn("en")}?"))
            .SelectMany(question => Engine.Engine.Ask(new Cica.Answers.Question(question, TalkBench.Today)).Suggestions.Select(s => (question, s)))
            .First(pair => Talk(pair.question, pair.s) != Answer(pair.s)));

    public static EngineHolder Engine => Held.Value.GetAwaiter().GetResult();

    /// <summary>Ends when they are loaded: many tests wait for that at once, and need not hold a thread each.</summary>
    public static Task ReadyAsync() => Held.Value;

    /// <summary>What the bot answers to a question asked for the first time, as plain text.</summary>
    public static string Answer(string question, string? language = null) =>
        Engine.Engine.Ask(new Cica.Answers.Question(question, TalkBench.Today, language)).Text;

    /// <summary>What the bot answers to the last of several questions of one conversation, as plain text.</summary>
    public static string Talk(params string[] questions)
    {
        Cica.Answers.Answer? answer = null;
        foreach (var question in questions)
            answer = Engine.Engine.Ask(new Cica.Answers.Question(question, TalkBench.Today, null, answer?.Conversation));
        return answer!.Text;
    }

    /// <summary>A question and one of its suggestions that means something else, or nothing, without it.</summary>
    public static (string Question, string FollowUp) LeaningPair => Leaning.Value;

    /// <summary>One of the bot's own texts.</summary>
    public static string Text(string key, string language = "en") =>
        Engine.Knowledge.Languages.Single(l => l.Code == language).Texts[key];
}
