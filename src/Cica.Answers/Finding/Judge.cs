using Cica.Answers.Composing;
using Cica.Answers.Following;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Finding;

/// <summary>An answer that could be given.</summary>
internal sealed record Option(Asking Asking, Candidate Candidate, Draft Draft);

/// <summary>Weighs the answers that could be given against each other. Weights are learnt by tests/Cica.Learning.</summary>
internal static class Judge
{
    private const float WordByWord = 0.85f;
    private const float Straight = 0.8f;
    private const float Same = 0.9f;
    private const float Nearer = 0.1f;
    private const float Related = 0.3f;
    private const float Foreign = 0.75f;
    private const float SurelyForeign = 0.95f;
    private const double Doubt = 0.55;
    private const double Disbelief = 0.4;

    /// <summary>Which weights an option is judged by.</summary>
    public static JudgedAs WayOf(Candidate candidate) =>
        candidate.Topic switch { "statement" => JudgedAs.Statement, "meeting-detail" => JudgedAs.Detail, _ => JudgedAs.Computed };

    /// <summary>The same, by the question as well.</summary>
    public static JudgedAs WayOf(Option option) =>
        WayOf(option.Candidate) is JudgedAs.Statement && option.Asking.Frame.IsFollowUp ? JudgedAs.Continuation : WayOf(option.Candidate);

    /// <summary>What the learnt likelihood is multiplied by: less than 1 where it is doubted.</summary>
    public static double Trust(Option option, ReadOnlySpan<float> evidence)
    {
        // Where a topic computes an answer to the whole question, a single statement must be asked for nearly word by word,
        // and what is over, or not known at all, gives way to what is.
        var surpassed = evidence[(int)Evidence.WholeRival] > 0 && WayOf(option.Candidate) != JudgedAs.Computed;
        var settled = evidence[(int)Evidence.Settled] > 0 && !option.Candidate.Settles;
        // Nor is what an outsider asks of itself answered by what is told of CICA.
        var elsewhere = evidence[(int)Evidence.Outsider] > 0 && evidence[(int)Evidence.EntityMissing] > 0;
        // What reads like another subject's question must be asked for just as the facts tell it.
        var others = evidence[(int)Evidence.Outsider] > 0 && evidence[(int)Evidence.Outside] > SurelyForeign && !option.Asking.Frame.MeansCica;
        var alike = !others && (evidence[(int)Evidence.Alike] >= WordByWord || evidence[(int)Evidence.Nearest] >= Same);
        var strange = evidence[(int)Evidence.Outside] > Foreign;
        var lent = option.Asking.Frame.Inherited.Count + option.Asking.Frame.InheritedConcepts.Count > 0;
        var leans = option.Asking.Frame.IsFollowUp && (lent || (Leaning.SaysSo(option.Asking.Frame) && evidence[(int)Evidence.Outsider] == 0));
        if ((strange && !leans && !alike) || (option.Asking.IsUnread && evidence[(int)Evidence.Alike] < WordByWord))
            return Disbelief;
        // What can only be of what was said before is not answered by what knows nothing of that.
        var astray = option.Asking.Frame.PointsBack && WayOf(option.Candidate) != JudgedAs.Computed
            && (option.Asking.Frame.Inherited.Count > 0 ? evidence[(int)Evidence.LentMissing] >= 1 : evidence[(int)Evidence.Coherent] < Related && option.Asking.Before?.Fact is not null);
        // Nor is what was so at another time an answer to what was so then.
        var elsewhen = evidence[(int)Evidence.OtherTime] > 0 && WayOf(option.Candidate) != JudgedAs.Computed && option.Asking.Frame.Time is { MonthOnly: false } && evidence[(int)Evidence.NumberMissing] > 0;
        if (settled || elsewhere || astray || elsewhen)
            return Doubt;
        var plain = evidence[(int)Evidence.Alike] >= WordByWord || (evidence[(int)Evidence.Nearest] >= Straight && evidence[(int)Evidence.Nearest] > evidence[(int)Evidence.RivalNear] + Nearer);
        return surpassed && (!plain || IsOver(option) || option.Draft.Outcome == Outcome.Unknown) ? Doubt : 1;
    }

    /// <summary>How likely it is that an option is the right answer, 0 to 1.</summary>
    public static double Confidence(Option option, ReadOnlySpan<float> evidence)
    {
        var sum = Weights.Sum(option.Asking.Weights.Of(WayOf(option)), evidence);
        return Trust(option, evidence) / (1 + Math.Exp(-sum));
    }

    /// <summary>How likely each option is, in their order.</summary>
    public static List<(Option Option, double Confidence)> All(List<Option> options, List<string>? trace)
    {
        var judged = new List<(Option, double)>(options.Count);
        Span<float> evidence = stackalloc float[EvidenceReader.Evidences];
        foreach (var option in options)
        {
            EvidenceReader.Read(option, options, evidence);
            var confidence = Confidence(option, evidence);
            trace?.Add($"candidate {confidence:0.00} {option.Candidate.Topic}: {option.Candidate.Why}");
            judged.Add((option, confidence));
        }
        return judged;
    }

    /// <summary>The most likely option, the first of equal ones; null where there is none.</summary>
    public static (Option? Best, double Confidence) Likeliest(List<(Option Option, double Confidence)> judged)
    {
        (Option? Best, double Confidence) likeliest = (null, 0);
        foreach (var (option, confidence) in judged)
        {
            if (likeliest.Best is null || confidence > likeliest.Confidence)
                likeliest = (option, confidence);
        }
        return likeliest;
    }

    private static bool IsOver(Option option) =>
        option.Asking.Frame.Time is null && option.Draft.Main is { Property.Happening: false } fact && fact.EndedBy(option.Asking.AsOf);
}
