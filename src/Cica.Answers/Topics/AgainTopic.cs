using Cica.Answers.Finding;
using Cica.Answers.Following;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Topics;

/// <summary>"So not in Astana?", "wasn't that in 2018?", "really?": what was told a moment ago, once more.</summary>
internal sealed class AgainTopic : ITopic
{
    // A token of more says something of its own.
    private const double Slight = 0.3;

    private static readonly HashSet<string> Doubting = new(
        ["really", "sure", "certain", "so", "wasn't", "isn't", "weren't", "didn't", "wasnt", "isnt", "werent", "didnt", "not", "surely", "точно", "разве", "правда", "неужели", "уверен", "уверены", "уверена", "не", "ли", "значит", "верно", "серьезно", "нет"],
        StringComparer.Ordinal);

    public IEnumerable<Candidate> Read(Asking asking)
    {
        var frame = asking.Frame;
        if (!IsMeant(asking) || asking.Before is not { Fact: { } told } before)
            yield break;
        yield return new Candidate("again", 1, "once more: " + told.Id, draft =>
        {
            // A no to a denial may be read either way, and a count is neither.
            draft.Tell(told, Turns.IsNegated(frame) || frame.Asks(Ask.HowMany) ? null : Verdict.Word(draft, Verdict.Agrees(asking, told)));
            draft.Told.AddRange(before.Told);
            draft.Suggest("suggest.chair").Suggest("suggest.next-summit");
        }, "statement:" + told.Id, Settles: true);
    }

    /// <summary>It does no more than doubt what was told, or asks for the count that was told with it.</summary>
    public static bool IsMeant(Asking asking) =>
        asking.Frame is { IsFollowUp: true, IsOtherwise: false } frame && asking.Before is { Fact: { } told } before
        && (AsksByHowMany(asking, told) || (!Leaning.AsksAnew(frame) && Doubts(frame) && !SaysMore(frame, before)));

    // "By how many member states?", of events that were counted: the same sentence says both.
    private static bool AsksByHowMany(Asking asking, Fact told) =>
        Leaning.CountsBy(asking.Frame) && asking.Frame.Tokens[0].Text is "by" && told.Property.Id is not ("member-count" or "observer-count") && asking.Index.Of(told) is { HasNumber: true };

    /// <summary>"Are you sure?", which by itself is small talk.</summary>
    public static bool AsksWhetherSure(Frame frame) =>
        frame.Entities.Count == 0 && frame.Asks(Ask.YesNo) && frame.Has("talk.you") && frame.Tokens.Any(static t => t.Text is "sure" or "certain" or "уверен" or "уверена" or "уверены");

    private static bool Doubts(Frame frame) =>
        (Turns.IsNegated(frame) || frame.Tokens.Any(t => Doubting.Contains(t.Text))) && !frame.Tokens.Any(t => t.Text is "why" or "почему" or "зачем");

    // More than a name, a time, and what was asked before.
    private static bool SaysMore(Frame frame, Conversation before)
    {
        // "Has the Council been set up yet?", after something else was told, doubts nothing.
        if (frame.Entities.Exists(e => e.Meaning.Entity is { } named && named.Kind is not (EntityKind.State or EntityKind.Place or EntityKind.Person or EntityKind.Organisation) && !before.Spoken.Contains(named)))
            return true;
        for (var i = 0; i < frame.Tokens.Count; i++)
        {
            if (frame.Weights[i] <= Slight || Doubting.Contains(frame.Tokens[i].Text) || (frame.Time?.Tokens.Contains(i) ?? false) || frame.OrdinalTokens.Contains(i))
                continue;
            if (!frame.Mentions.Any(m => m.Covers(i) && (m.Meaning.Kind is MeaningKind.Entity || (m.Meaning.Kind == MeaningKind.Concept && (m.Meaning.Id.Contains('.') || before.Concepts.Contains(m.Meaning.Id) || FollowUpWords.Weak.Contains(m.Meaning.Id))))))
                return true;
        }
        return false;
    }
}
