using Cica.Answers.Understanding;

namespace Cica.Answers.Following;

/// <summary>Completes a question that turns back to CICA, after one about another organisation was declined.</summary>
internal static class Homewards
{
    /// <summary>It may turn back, whatever was declined before.</summary>
    public static bool MayTurn(Frame frame) => IsBareTurn(frame) || MeansParty(frame);

    /// <summary>"And in CICA?" asks here what was asked there; "what has CICA signed with it?" means that organisation.</summary>
    public static void Turn(Frame frame, Elsewhere elsewhere)
    {
        if (IsBareTurn(frame) && (frame.Ask & ~Ask.YesNo & ~(Ask)elsewhere.Ask) == Ask.None)
        {
            frame.InheritedConcepts.UnionWith(elsewhere.Concepts);
            frame.Ask = (Ask)elsewhere.Ask;
        }
        else if (elsewhere.Of is { } organisation && MeansParty(frame))
            frame.Inherited.Add(organisation);
    }

    private static bool MeansParty(Frame frame) => frame.MeansCica && frame.Entities.Count == 0 && PointsAtParty(frame);

    // "With it", "к ней"; "its" is CICA's own.
    private static bool PointsAtParty(Frame frame)
    {
        for (var i = 1; i < frame.Tokens.Count; i++)
        {
            if (frame.Tokens[i].Text is "it" or "them" or "that" or "ней" or "ним" or "ними" or "нею" or "этой" or "этим" && frame.Tokens[i - 1].Text is "with" or "to" or "from" or "с" or "со" or "к" or "от" or "между")
                return true;
        }
        return false;
    }

    // "And in CICA?", "and who is CICA's?": no more than that.
    private static bool IsBareTurn(Frame frame) =>
        frame.NamesCica && Leaning.SaysSo(frame) && frame.Entities.Count == 0 && frame.Time is null
        && frame.Concepts.Keys.All(c => c.Contains('.') || FollowUpWords.Weak.Contains(c)) && frame.Weights.Sum() <= Leaning.Bare;
}
