using System.Text;
using Cica.Knowledge.Model;

namespace Cica.Answers;

/// <summary>What became of a question.</summary>
public enum Outcome
{
    /// <summary>A sourced answer.</summary>
    Answer,

    /// <summary>Two or more readings are close together; <see cref="Answers.Answer.Suggestions"/> holds them.</summary>
    Clarify,

    /// <summary>The facts do not hold it, or it is outside CICA's world.</summary>
    Unknown,

    /// <summary>A greeting, thanks, an insult or a call for help.</summary>
    Chat,
}

/// <summary>A question as it came in.</summary>
/// <param name="Text">The words, as typed.</param>
/// <param name="AsOf">What "today" is: periods, plans and expected ends are judged on this day.</param>
/// <param name="Language">The language to answer in; null: that of the question.</param>
/// <param name="Conversation">The conversation so far, or null.</param>
public sealed record Question(string Text, DateOnly AsOf, string? Language = null, Conversation? Conversation = null);

/// <summary>An answer as structured text: what to say, what it rests on, what to ask next. No markup, no limits of any chat.</summary>
public sealed record Answer
{
    /// <summary>What became of the question.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>The language of the answer.</summary>
    public required string Language { get; init; }

    /// <summary>The statement, line by line; the first line answers.</summary>
    public required IReadOnlyList<string> Lines { get; init; }

    /// <summary>Ids of the facts and articles it rests on.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    /// <summary>What it rests on; never empty for <see cref="Outcome.Answer"/>.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>The source lines, ready to show.</summary>
    public string? SourceLine { get; init; }

    /// <summary>Questions to ask next; each yields an answer in this conversation.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];

    /// <summary>How much of the question the answer explains, 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>How it was understood, for <c>--explain</c>; null unless asked for.</summary>
    public IReadOnlyList<string>? Trace { get; init; }

    /// <summary>Asked in any other conversation, the question would have been answered just so.</summary>
    public bool StandsAlone { get; init; }

    /// <summary>The same in any conversation in which the question does not lean (<see cref="AnswerEngine.Leans"/>).</summary>
    public bool HoldsByItself { get => field || StandsAlone; init; }

    /// <summary>The conversation after this turn.</summary>
    public Conversation? Conversation { get; init; }

    /// <summary>The whole answer as plain text, with its source line.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder();
            foreach (var line in Lines)
                text.Append(text.Length == 0 ? "" : "\n").Append(line);
            if (SourceLine is not null)
                text.Append('\n').Append(SourceLine);
            return text.ToString();
        }
    }
}
