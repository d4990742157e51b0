using Cica.Answers.Composing;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;

namespace Cica.Answers.Topics;

/// <summary>Greetings, thanks, insults, "what can you do": a friendly short reply, unless there is a question as well.</summary>
internal static class Talk
{
    private static readonly string[] Kinds = ["talk.insult", "talk.self", "talk.help", "talk.howareyou", "talk.thanks", "talk.bye", "talk.hello", "talk.joke", "talk.yes"];

    // "Are you a living person or a machine?", "what may one ask you?"
    private static string? OfItself(Frame frame)
    {
        if (!frame.Concepts.ContainsKey("talk.you") || frame.NamesCica || frame.Concepts.Keys.Any(c => !c.Contains('.') && c is not "task" and not "view" and not "history" and not "digital" and not "cica-here" and not "population-share"))
            return null;
        return frame.Concepts.ContainsKey("talk.being") ? "talk.self" : frame.Concepts.ContainsKey("talk.ability") && frame.Asks(Ask.What | Ask.How | Ask.Which | Ask.Who | Ask.YesNo) ? "talk.help" : null;
    }

    // More than this beside thanks is another matter.
    private const double Aside = 5;

    private static bool Opens(Frame frame, string kind) => frame.Mentions.Any(m => m.Start == 0 && m.Meaning.Id == kind);

    // "Cheers. And the very first director?": another sentence speaks of something of ours.
    private static bool GoesOn(Frame frame) =>
        frame.Mentions.Any(m => m.Meaning.Kind == MeaningKind.Concept && !m.Meaning.Loose && !m.Meaning.Id.Contains('.') && frame.Tokens[m.Start].Sentence != frame.Tokens[0].Sentence);

    /// <summary>The reply; null where there is a question.</summary>
    /// <param name="frame">What was said.</param>
    /// <param name="words">The language to reply in.</param>
    /// <param name="before">What was said before.</param>
    public static Answer? Reply(Frame frame, Sentences words, Conversation? before)
    {
        // "Are you sure?", of what was told.
        if (before?.Fact is not null && AgainTopic.AsksWhetherSure(frame))
            return null;
        string? kind = null;
        foreach (var candidate in Kinds)
        {
            if (frame.Concepts.ContainsKey(candidate))
            {
                kind = candidate;
                break;
            }
        }
        kind ??= OfItself(frame);
        // "With the help of whom?" asks for no help.
        if (kind is null || (kind is "talk.help" && (frame.Has("follow.them") || (frame.Asks(Ask.Who) && !frame.Concepts.ContainsKey("talk.you")))))
            return null;
        // Whatever stands beside the small talk must weigh little: "hi, who chairs CICA?" is a question.
        var rest = 0.0;
        for (var i = 0; i < frame.Tokens.Count; i++)
        {
            if (!frame.Mentions.Any(m => m.Covers(i) && m.Meaning.Id.StartsWith("talk.", StringComparison.Ordinal)))
                rest += frame.Weights[i];
        }
        var spoken = frame.Mentions.Where(m => m.Meaning.Id.StartsWith("talk.", StringComparison.Ordinal)).Sum(m => m.Length);
        var question = frame.Ask != Ask.None && (rest > 0.5 || (frame.NamesCica && kind is not "talk.self" and not "talk.help"));
        // "Thanks, you saved my paper": whoever begins so and asks nothing goes on about that.
        if (kind is "talk.thanks" or "talk.bye" && Opens(frame, kind) && !GoesOn(frame) && frame.Ask == Ask.None && frame.Entities.Count == 0 && !frame.NamesCica && rest < Aside)
            rest = 0;
        if (frame.Entities.Count > 0 || (frame.NamesCica && kind is "talk.hello" or "talk.yes" && frame.Tokens.Count > 2) || question || rest > (kind is "talk.insult" && !frame.NamesCica ? 3.3 : 1.1) + (0.3 * spoken))
            return null;
        if (kind is "talk.yes" && (rest > 0.9 || (frame.Asks(Ask.YesNo) && frame.Has("follow.them")) || (frame.Has("follow.and") && frame.Concepts.Keys.Any(c => !c.Contains('.'))) || (frame.Ask & ~Ask.YesNo) != Ask.None))
            return null;
        return new Answer
        {
            Outcome = Outcome.Chat,
            Language = words.Code,
            Lines = [words.Text(kind)],
            Suggestions = [words.Text("suggest.chair"), words.Text("suggest.members"), words.Text("suggest.next-summit")],
            Confidence = 1,
        };
    }
}
