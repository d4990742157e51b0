using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Cica.Answers;
using Cica.Bot.Settings;
using Cica.Knowledge.Loading;
using Microsoft.Extensions.Configuration;

namespace Cica.Bot.CommandLine;

/// <summary>The verbs of the command line: arguments in, exit code out. What a verb does stands in its own file.</summary>
internal static class Commands
{
    /// <summary>Does what the arguments say, and tells the exit code.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="time">The clock.</param>
    /// <param name="input">What is typed.</param>
    /// <param name="output">Where answers go.</param>
    /// <param name="error">Where mistakes are told.</param>
    /// <param name="cancel">Ends the bot.</param>
    /// <param name="settings">Reads the settings, once a verb needs them; null: from the places they ship with.</param>
    public static async Task<int> RunAsync(string[] args, TimeProvider time, TextReader input, TextWriter output, TextWriter error, CancellationToken cancel, Func<IConfigurationRoot>? settings = null)
    {
        settings ??= () => SettingsSources.Read();
        var question = new Argument<string[]>("question") { Arity = ArgumentArity.ZeroOrMore, Description = "the question; after -- every word is part of it" };
        var language = new Option<string?>("--lang") { Description = "language of the answer: en or ru (default: that of the question)" };
        language.AcceptOnlyFromAmong("en", "ru");
        var asOf = new Option<DateOnly?>("--as-of")
        {
            Description = "answer as on that day (YYYY-MM-DD; default: today)",
            CustomParser = Day,
        };
        var explain = new Option<bool>("--explain") { Description = "show how the question was read and why this answer won" };
        var batch = new Option<bool>("--batch") { Description = "read JSON lines from standard input, write JSON lines to standard output" };
        var ask = new Command("ask", "answer one question, or a batch of them") { question, language, asOf, explain, batch };

        var chat = new Command("chat", "ask questions one after the other; an empty line ends it");

        var data = new Option<string?>("--data") { Description = "the data directory to check" };
        var check = new Command("check", "check the facts: exit 0 with a summary, or 1 with a line for each mistake") { data };
        var facts = new Command("facts", "the facts") { check };

        var root = new RootCommand("Cica.Bot answers questions about CICA from curated facts, with a source and a date for every answer.") { ask, chat, facts };
        // A question may begin with "[": it is no directive to the parser.
        root.Directives.Clear();

        ask.SetAction((result, _) =>
        {
            if (UnknownOption(result) is { } unknown)
                return Task.FromResult(Usage(error, $"unknown option '{unknown}'; after -- every word is part of the question"));
            var words = result.GetValue(question) ?? [];
            var day = result.GetValue(asOf) ?? Today(time);
            if (result.GetValue(batch))
                return Task.FromResult(words.Length > 0
                    ? Usage(error, "--batch reads its questions from standard input; give no words")
                    : WithEngine(time, error, settings, engine => BatchVerb.Run(engine, day, result.GetValue(language))));
            var text = string.Join(' ', words);
            if (string.IsNullOrWhiteSpace(text))
                return Task.FromResult(Usage(error, "ask needs a question, for example: ask \"who chairs CICA?\""));
            return Task.FromResult(WithEngine(time, error, settings, engine => AskVerb.Run(engine, new Question(text, day, result.GetValue(language)), result.GetValue(explain), output)));
        });
        chat.SetAction((_, stop) => Task.FromResult(WithEngine(time, error, settings, engine => ChatVerb.Run(engine, time, input, output, stop))));
        root.SetAction((_, stop) => RunVerb.RunAsync(time, output, error, settings, stop));
        check.SetAction((result, _) => Task.FromResult(WithData(result.GetValue(data), error, settings, directory => FactsCheckVerb.Run(directory, Today(time), output))));

        // A question may begin with "@" (a mention): it is never the name of a response file.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
            return Usage(error, parsed.Errors[0].Message);
        var invocation = new InvocationConfiguration { Output = output, Error = error };
        // The bot stops in its own way and time when it gets a signal; the parser would end the process after two seconds.
        if (parsed.CommandResult.Command == root) invocation.ProcessTerminationTimeout = null;
        return await parsed.InvokeAsync(invocation, cancel);
    }

    internal static DateOnly Today(TimeProvider time) => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    private static int WithEngine(TimeProvider time, TextWriter error, Func<IConfigurationRoot> settings, Func<AnswerEngine, int> run) => WithData(null, error, settings, directory =>
    {
        var loaded = KnowledgeLoader.Load(directory, Today(time));
        if (loaded.Snapshot is null)
        {
            foreach (var problem in loaded.Problems.Where(p => !p.IsWarning))
                error.WriteLine(problem);
            return ExitCodes.BrokenData;
        }
        return run(new AnswerEngine(loaded.Snapshot));
    });

    private static int WithData(string? told, TextWriter error, Func<IConfigurationRoot> settings, Func<string, int> run)
    {
        string directory;
        try
        {
            directory = DataDirectory.Find(told ?? settings()["Data:Path"]);
        }
        catch (SettingsException wrong)
        {
            return Usage(error, wrong.Message);
        }
        return run(directory);
    }

    // To the parser, a word it does not know is a word of the question; to a person who mistyped an option it is not.
    private static string? UnknownOption(ParseResult result) => result.Tokens
        .TakeWhile(t => t.Type != TokenType.DoubleDash)
        .Where(t => t.Type == TokenType.Argument)
        .Select(t => t.Value)
        .FirstOrDefault(LooksLikeAnOption);

    private static bool LooksLikeAnOption(string word)
    {
        var name = word.Split('=')[0];
        return !name.Any(char.IsWhiteSpace) && name.Length > 1 && name[0] == '-' && (char.IsLetter(name[1]) || (name[1] == '-' && name.Length > 2));
    }

    private static DateOnly? Day(ArgumentResult result)
    {
        if (result.Tokens is [{ Value: var text }] && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        result.AddError($"'{(result.Tokens.Count > 0 ? result.Tokens[0].Value : "")}' is no date; write YYYY-MM-DD");
        return null;
    }

    private static int Usage(TextWriter error, string message)
    {
        error.WriteLine(string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return ExitCodes.BadUsage;
    }
}
