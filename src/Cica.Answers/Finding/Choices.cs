using Cica.Knowledge.Model;

namespace Cica.Answers.Finding;

/// <summary>Where no reading is likely enough but some are close together: the questions they would answer, for the asker to choose from.</summary>
internal static class Choices
{
    private const int Most = 3;

    // A reading less likely than this is not worth asking about.
    private const double Likely = 0.3;

    // How near to the best another reading must be to be close to it.
    private const double Close = 0.7;

    /// <summary>A question of the facts' own for each of the close readings, the likeliest first; none if only one is likely.</summary>
    public static List<string> Among(IReadOnlyList<(Option Option, double Confidence)> judged, string language)
    {
        var choices = new List<string>(Most);
        var best = judged.Count == 0 ? 0 : judged.Max(j => j.Confidence);
        if (best < Likely)
            return choices;
        var facts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (option, confidence) in judged.OrderByDescending(j => j.Confidence))
        {
            if (confidence < best * Close || choices.Count == Most)
                break;
            // A reading that explains next to nothing of the question is not worth asking about either.
            if (option.Candidate.Score < Thresholds.Considered || option.Draft is not { Outcome: Outcome.Answer, Main: { } fact } || !facts.Add(fact.Id))
                continue;
            if (Wording(fact, language) is { } wording && !choices.Contains(wording))
                choices.Add(wording);
        }
        return choices;
    }

    private static string? Wording(Fact fact, string language) =>
        fact.Questions.TryGetValue(language, out var wordings) ? wordings.FirstOrDefault(w => w.EndsWith('?')) : null;
}
