using Cica.Answers.Following;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Finding;

/// <summary>What makes an answer doubtful, however well it fits: read last, from what was read of it before.</summary>
internal static class Doubts
{
    private const float WordByWord = 0.85f;
    private const float Straight = 0.8f;
    private const float Same = 0.9f;
    private const float Nearer = 0.1f;
    private const float Related = 0.3f;
    private const float Foreign = 0.75f;
    private const float SurelyForeign = 0.95f;

    // What is doubted is by itself no answer.
    private const double Doubted = 0.45;
    private const double Disbelieved = 0.35;

    // The share of a question that a fact and its wordings may leave unsaid, and still be what was asked for.
    private const float MostNeverSaid = 0.3f;

    /// <summary>
    /// What the learnt likelihood is multiplied by. That is not left to learning: what a topic settles stays settled, and what reads like
    /// another subject's question, or could not be read, is not answered, however well a statement fits.
    /// </summary>
    public static double Trust(ReadOnlySpan<float> evidence) =>
        evidence[(int)Evidence.Strange] > 0 || evidence[(int)Evidence.Unread] > 0 ? Disbelieved
        : evidence[(int)Evidence.Overruled] > 0 || evidence[(int)Evidence.Elsewhere] > 0 ? Doubted
        : 1;

    /// <summary>It says that something else is not known than what is asked for, of which the facts never speak.</summary>
    public static bool IsOfSomethingElse(Option option, List<Option> all)
    {
        if (option.Draft.Outcome != Outcome.Unknown)
            return false;
        Span<float> evidence = stackalloc float[EvidenceReader.Evidences];
        EvidenceReader.Read(option, all, evidence);
        return evidence[(int)Evidence.Never] > MostNeverSaid;
    }

    /// <summary>Adds what makes an option doubtful.</summary>
    public static void Read(Option option, Span<float> evidence)
    {
        var (asking, candidate) = (option.Asking, option.Candidate);
        var frame = asking.Frame;
        if (!candidate.IsComputed)
        {
            Set(evidence, Evidence.Surpassed, evidence[(int)Evidence.WholeRival] > 0 && (!IsPlain(evidence) || IsOver(option) || option.Draft.Outcome == Outcome.Unknown));
            Set(evidence, Evidence.Astray, frame.PointsBack && (frame.Inherited.Count > 0 ? evidence[(int)Evidence.LentMissing] >= 1 : evidence[(int)Evidence.Coherent] < Related && asking.Before?.Fact is not null));
            Set(evidence, Evidence.Elsewhen, evidence[(int)Evidence.OtherTime] > 0 && frame.Time is { MonthOnly: false } && evidence[(int)Evidence.NumberMissing] > 0);
        }
        Set(evidence, Evidence.Overruled, evidence[(int)Evidence.Settled] > 0 && !candidate.Settles);
        Set(evidence, Evidence.Elsewhere, (evidence[(int)Evidence.Outsider] > 0 && evidence[(int)Evidence.EntityMissing] > 0) || IsFigureOfState(frame) || IsViewOfLeader(option));
        Set(evidence, Evidence.Strange, evidence[(int)Evidence.Outside] > Foreign && !Leans(asking, evidence) && !IsAlike(asking, evidence));
        Set(evidence, Evidence.Unread, asking.IsUnread && evidence[(int)Evidence.Alike] < WordByWord);
    }

    // "And Türkiye's GDP?": shares are known of all together.
    private static bool IsFigureOfState(Frame frame) =>
        !frame.MeansCica && (frame.HasPlainly("gdp-share") || frame.HasPlainly("population-share")) && frame.AllEntities.Any(e => e.Kind == EntityKind.State);

    // "What does the prime minister of Canada think of CICA?": what Canada is to CICA is no answer.
    private static bool IsViewOfLeader(Option option) =>
        option.Candidate.Topic == "membership" && option.Asking.Frame.HasPlainly("view") && option.Asking.Frame.HasAny("president-word", "ministers-word");

    private static void Set(Span<float> evidence, Evidence one, bool holds) => evidence[(int)one] = holds ? 1 : 0;

    // Asked for nearly word by word, or more straightly than what a topic computes.
    private static bool IsPlain(ReadOnlySpan<float> evidence) =>
        evidence[(int)Evidence.Alike] >= WordByWord || (evidence[(int)Evidence.Nearest] >= Straight && evidence[(int)Evidence.Nearest] > evidence[(int)Evidence.RivalNear] + Nearer);

    // What reads like another subject's question must be asked for just as the facts tell it.
    private static bool IsAlike(Asking asking, ReadOnlySpan<float> evidence)
    {
        var others = evidence[(int)Evidence.Outsider] > 0 && evidence[(int)Evidence.Outside] > SurelyForeign && !asking.Frame.MeansCica;
        return !others && (evidence[(int)Evidence.Alike] >= WordByWord || evidence[(int)Evidence.Nearest] >= Same);
    }

    private static bool Leans(Asking asking, ReadOnlySpan<float> evidence)
    {
        var lent = asking.Frame.Inherited.Count + asking.Frame.InheritedConcepts.Count > 0;
        return asking.Frame.IsFollowUp && (lent || (Leaning.SaysSo(asking.Frame) && evidence[(int)Evidence.Outsider] == 0));
    }

    private static bool IsOver(Option option) =>
        option.Asking.Frame.Time is null && option.Draft.Main is { Property.Happening: false } fact && fact.EndedBy(option.Asking.AsOf);
}
