using Cica.Knowledge.Model;

namespace Cica.Answers.Understanding;

/// <summary>
/// What a question wants to know: the words right after "how many", "which", "what", "who", "where", "why" or a superlative. An answer that never speaks
/// of that is none, however much else it shares with the question.
/// </summary>
internal static class Focus
{
    private const int Most = 2;
    private const double Telling = 0.45;

    private static readonly string[] Openers = ["ask.howmany", "ask.which", "ask.what", "ask.who", "ask.where", "ask.why", "longest", "name-word"];

    /// <summary>The tokens, the first first; none where the question does not say.</summary>
    public static int[] Of(Frame frame)
    {
        var found = new List<int>(Most * 2);
        foreach (var mention in frame.Mentions)
        {
            if (mention.Meaning.Kind == MeaningKind.Concept && Openers.Contains(mention.Meaning.Id))
                After(frame, mention, found);
        }
        return [.. found];
    }

    private static void After(Frame frame, Mention opener, List<int> into)
    {
        var taken = 0;
        var clause = frame.Tokens[opener.Start].Clause;
        for (var i = opener.End; i < frame.Tokens.Count && taken < Most && frame.Tokens[i].Clause == clause; i++)
        {
            if ((frame.Weights[i] < Telling && !IsForeign(frame, i)) || frame.Tokens[i].Number is not null || IsName(frame, i))
            {
                // What stands further on is said of it.
                if (taken > 0)
                    break;
                continue;
            }
            taken++;
            if (!into.Contains(i))
                into.Add(i);
        }
    }

    // "What is the weather in Baku?": a word of another subject counts little, and is asked for all the same.
    private static bool IsForeign(Frame frame, int token) =>
        frame.HasForeign && frame.Mentions.Any(m => m.Meaning.Kind == MeaningKind.Foreign && m.Covers(token));

    private static bool IsName(Frame frame, int token)
    {
        foreach (var entity in frame.Entities)
        {
            if (entity.Covers(token))
                return true;
        }
        return false;
    }
}
