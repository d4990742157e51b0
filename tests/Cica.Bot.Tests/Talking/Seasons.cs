using Cica.Answers;
using Cica.Bot.Operations;
using Cica.Bot.Tests.CommandLine;
using Cica.Knowledge.Loading;

namespace Cica.Bot.Tests.Talking;

/// <summary>
/// A few facts and, beside them, games made for a test: each is held in three seasons, in another country each time, and nobody is told
/// when none is named. So whoever asks for a game alone may mean any of three facts that are equally near.
/// </summary>
internal static class Seasons
{
    private static readonly string[] Games = ["regatta", "chess tournament", "film festival", "book fair"];
    private static readonly (string Name, string Host)[] Times = [("spring", "kyrgyzstan"), ("autumn", "thailand"), ("winter", "qatar")];

    private static readonly Lazy<EngineHolder> Made = new(() => Load(withGames: true));
    private static readonly Lazy<EngineHolder> Bare = new(() => Load(withGames: false));

    // How near is near enough, and how sure is not sure enough, is the engine's to say: of many ways to ask, some are asked back.
    private static readonly Lazy<(string, Answer)> AskedBack = new(() =>
        (from beginning in new[] { "Where does CICA hold its", "Who looks after CICA's", "Does CICA have a", "Why does CICA hold its", "What is CICA's" }
         from kind in new[] { "", "yearly ", "summer ", "famous ", "new " }
         from end in new[] { "?", " for children?", " and why?", " in the evening?", " these days?" }
         from game in Games
         let question = $"{beginning} {kind}{game}{end}"
         let answer = WithGames.Engine.Ask(new Question(question, TalkBench.Today))
         where answer.Outcome == Outcome.Clarify
         select (question, answer)).First());

    /// <summary>The facts with the games.</summary>
    public static EngineHolder WithGames => Made.Value;

    /// <summary>The same facts, from which the games are gone.</summary>
    public static EngineHolder WithoutGames => Bare.Value;

    /// <summary>A question that is asked back, with the readings to choose from.</summary>
    public static (string Question, Answer Answer) Undecided => AskedBack.Value;

    private static EngineHolder Load(bool withGames)
    {
        var directory = Directory.CreateTempSubdirectory("seasons-").FullName;
        try
        {
            FactFolders.CopyFew(Path.Combine(AppContext.BaseDirectory, "data"), directory);
            if (withGames)
                File.WriteAllLines(Path.Combine(directory, "facts", "games.yaml"), Games.SelectMany(game => Times.Select(time => Fact(game, time.Name, time.Host))));
            return new EngineHolder(KnowledgeLoader.Load(directory, TalkBench.Today).Snapshot!, withGames ? "games" : "no games");
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static string Fact(string game, string season, string host) => $$"""
        - id: {{season}}-{{game.Replace(' ', '-')}}
          subject: {{host}}
          property: note
          sources: [mfa-tr-cica]
          say: { en: "CICA's {{season}} {{game}} is held in {{host}}.", ru: "{{season}} {{game}}: {{host}}." }
          questions:
            en: ["Where does CICA hold its {{season}} {{game}}?", "Who looks after the {{season}} {{game}} of CICA?"]
            ru: ["Где {{season}} {{game}}?"]

        """;
}
