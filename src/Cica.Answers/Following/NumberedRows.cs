using Cica.Answers.Understanding;
using Cica.Knowledge.Model;

namespace Cica.Answers.Following;

/// <summary>Rows of meetings, offices and members that are numbered, and what of them a follow-up names by no more than its number.</summary>
internal static class NumberedRows
{
    /// <summary>The row that was spoken of, by its name or by one of its meetings; null for none.</summary>
    public static string? Of(Conversation before) =>
        before.Fact?.Property.Id == "member-count" || (before.Topic == "membership" && before.Fact?.Property.Id == "member" && before.Asked.All(e => e.Kind != EntityKind.Meeting))
            ? "member"
            : before.Concepts.FirstOrDefault(FollowUpWords.Rows.Contains) ?? before.Spoken.Select(e => e.Series).FirstOrDefault(FollowUpWords.Rows.Contains);

    /// <summary>"Third?", "no, I mean the fourth": the number, and where it stands; null where something else is said.</summary>
    public static (int Number, int Token)? Ordinal(Frame frame)
    {
        if (frame.Entities.Count > 0)
            return null;
        (int, int)? found = null;
        for (var i = 0; i < frame.Tokens.Count; i++)
        {
            // "The 2012 one": no ordinal.
            if (frame.Tokens[i].Text is "one" or "ones" || FrameReader.SaysAtFirst(frame.Tokens, i))
                continue;
            var number = frame.Tokens[i].Number ?? NumberAt(frame, i);
            // "Two years": a count.
            if (number is not null && FrameReader.IsCardinal(frame.Tokens[i]) && i + 1 < frame.Tokens.Count)
                return null;
            if (number is >= 1 and <= 30 && found is null && frame.Weights[i] > 0.5)
                found = (number.Value, i);
            else if (frame.Weights[i] > 0.9 && !QuestionReader.IsOrdinalSuffix(frame.Tokens[i]) && !SaysLittle(frame, i))
                return null;
        }
        return found;
    }

    // "And what did they sign at the second?": the verb does not say the second of what.
    private static bool SaysLittle(Frame frame, int token)
    {
        foreach (var mention in frame.Mentions)
        {
            if (mention.Covers(token) && mention.Meaning.Kind == MeaningKind.Concept && (FollowUpWords.Weak.Contains(mention.Meaning.Id) || FollowUpWords.OfMeetings.Contains(mention.Meaning.Id)))
                return true;
        }
        return false;
    }

    private static int? NumberAt(Frame frame, int token)
    {
        foreach (var mention in frame.Mentions)
        {
            if (mention.Start == token && mention.Length == 1 && mention.Meaning.Kind == MeaningKind.Number)
                return mention.Meaning.Number;
        }
        return null;
    }
}
