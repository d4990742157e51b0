using Cica.Answers.Composing;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;

namespace Cica.Answers.Topics;

/// <summary>Greetings, thanks, insults, "what can you do": a friendly short reply, unless there is a question as well.</summary>
internal static class Talk
{
    private static readonly string[] Kinds = ["talk.insult", "talk.self", "talk.help", "talk.howareyou", "talk.thanks", "talk.bye", "talk.hello", "talk.joke", "talk.yes"];

    public static Answer? Reply(Frame frame, Sentences words)
    {
        string? kind = null;
        foreach (var candidate in Kinds)
        {
            if (frame.Concepts.ContainsKey(candidate))
            {
                kind = candidate;
                break;
            }
        }
        if (kind is null)
            return null;
        // Whatever stands beside the small talk must weigh little: "hi, who chairs CICA?" is a question.
        var rest = 0.0;
        for (var i = 0; i < frame.Tokens.Count; i++)
        {
            if (!frame.Mentions.Any(m => m.Covers(i) && m.Meaning.Id.StartsWith("talk.", StringComparison.Ordinal)))
                rest += frame.Weights[i];
        }
        var spoken = frame.Mentions.Where(m => m.Meaning.Id.StartsWith("talk.", StringComparison.Ordinal)).Sum(m => m.Length);
        var question = frame.Ask != Ask.None && rest > 0.5;
        if (frame.Entities.Count > 0 || (frame.NamesCica && kind is "talk.hello" or "talk.yes" && frame.Tokens.Count > 2) || question || rest > 1.1 + (0.3 * spoken))
            return null;
        if (rest > 0.9 && kind is "talk.yes")
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
