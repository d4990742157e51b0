using Cica.Bot.Operations;
using Cica.Knowledge.Loading;

namespace Cica.Bot.Tests.Talking;

/// <summary>The facts that ship, loaded once for all tests.</summary>
internal static class Facts
{
    private static readonly Lazy<EngineHolder> Held = new(() =>
    {
        var directory = Path.Combine(AppContext.BaseDirectory, "data");
        var loaded = KnowledgeLoader.Load(directory, TalkBench.Today);
        return new EngineHolder(loaded.Snapshot ?? throw new InvalidOperationException(string.Join('\n', loaded.Problems)), "shipped");
    });

    public static EngineHolder Engine => Held.Value;

    /// <summary>What the bot answers to a question asked for the first time, as plain text.</summary>
    public static string Answer(string question, string? language = null) =>
        Engine.Engine.Ask(new Cica.Answers.Question(question, TalkBench.Today, language)).Text;

    /// <summary>One of the bot's own texts.</summary>
    public static string Text(string key, string language = "en") =>
        Engine.Knowledge.Languages.Single(l => l.Code == language).Texts[key];
}
