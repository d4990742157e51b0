using Cica.Answers.Composing;

namespace Cica.Answers.Finding;

/// <summary>An answer that could be given.</summary>
internal sealed record Option(Asking Asking, Candidate Candidate, Draft Draft);

/// <summary>Weighs the answers that could be given against each other. What counts how much is learnt by tests/Cica.Learning.</summary>
internal static class Judge
{
    // So likely at least is what was found by counting along a row, or by going back to what was told.
    private const double Counted = 0.75;

    /// <summary>How likely what this speaks for is right, 0 to 1.</summary>
    public static double Confidence(Network network, ReadOnlySpan<float> evidence) => Doubts.Trust(evidence) * network.Likelihood(evidence);

    /// <summary>How likely each option is, in their order.</summary>
    public static List<(Option Option, double Confidence)> All(List<Option> options, List<string>? trace)
    {
        var judged = new List<(Option, double)>(options.Count);
        Span<float> evidence = stackalloc float[EvidenceReader.Evidences];
        foreach (var option in options)
        {
            EvidenceReader.Read(option, options, evidence);
            var confidence = Confidence(option.Asking.Weights.Judge, evidence);
            // What was found by its place in a row, or told a moment ago, shares no words with the question, and is it all the same.
            if (option.Candidate is { Settles: true } and ({ Beside: not null } or { Topic: "again" }) && evidence[(int)Evidence.Whole] > 0 && evidence[(int)Evidence.Overruled] == 0)
                confidence = Math.Max(confidence, Counted);
            trace?.Add($"candidate {confidence:0.00} {option.Candidate.Topic}: {option.Candidate.Reading}");
            judged.Add((option, confidence));
        }
        return judged;
    }

    /// <summary>One of them is at least so likely.</summary>
    public static bool IsSure(List<Option> options, double sure) => options.Count > 0 && Likeliest(All(options, null)).Confidence >= sure;

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
}
