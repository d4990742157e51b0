using Cica.Answers;

namespace Cica.Bot.CommandLine;

/// <summary><c>ask "…"</c>: one question, one answer for a person's eyes.</summary>
internal static class AskVerb
{
    public static int Run(AnswerEngine engine, Question question, bool explain, TextWriter output)
    {
        var answer = engine.Ask(question, explain);
        if (answer.Trace is { } trace)
        {
            foreach (var line in trace)
                output.WriteLine("  " + line);
            output.WriteLine();
        }
        Write(answer, output);
        return answer.Outcome == Outcome.Unknown ? ExitCodes.Unknown : ExitCodes.Ok;
    }

    /// <summary>The answer, its source with the link, and what to ask next.</summary>
    public static void Write(Answer answer, TextWriter output)
    {
        output.WriteLine(answer.Text);
        if (answer.Citations.FirstOrDefault(c => c.Source.Url is not null) is { } linked)
            output.WriteLine(linked.Source.Url!.AbsoluteUri);
        if (answer.Suggestions.Count > 0)
            output.WriteLine("→ " + string.Join("  → ", answer.Suggestions));
    }
}
