using Cica.Knowledge.Model;

namespace Cica.Answers.Understanding;

/// <summary>How much each token counts when an answer must explain the question: names most, fillers nothing, what is said beside the question little.</summary>
internal static class TokenWeights
{
    // A sentence of fewer words may only have been torn off.
    private const int FewestAside = 3;

    /// <summary>One weight for each token.</summary>
    public static double[] Of(List<Token> tokens, List<Mention> mentions)
    {
        var weights = new double[tokens.Count];
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Number is null && tokens[i].Text.Length == 1 && tokens[i].Text[0] < '\u3000')
                continue;
            weights[i] = tokens[i].Number is null ? 1.6 : 1;
        }
        foreach (var mention in mentions)
        {
            for (var i = mention.Start; i < mention.End; i++)
            {
                var weight = mention.Meaning.Kind switch
                {
                    MeaningKind.Filler => 0,
                    MeaningKind.Synonym => 1.0 / mention.Length,
                    MeaningKind.Foreign => 3.5,
                    MeaningKind.Entity when mention.Meaning.Entity!.Kind == EntityKind.Organisation => 0,
                    MeaningKind.Entity when mention.Meaning.Entity!.Kind == EntityKind.ExternalOrganisation => 2.5 / mention.Length,
                    MeaningKind.Entity => 1.5 / mention.Length,
                    MeaningKind.Concept when mention.Meaning.Id.StartsWith("ask.", StringComparison.Ordinal) || mention.Meaning.Id.StartsWith("follow.", StringComparison.Ordinal)
                        || mention.Meaning.Id.StartsWith("talk.", StringComparison.Ordinal) || mention.Meaning.Id is "cica-noun" or "region" or "order.current" => 0,
                    MeaningKind.Concept => 1.0 / mention.Length,
                    _ => 1,
                };
                if (weight < weights[i])
                    weights[i] = weight;
                if (mention.Meaning.Kind == MeaningKind.Foreign && !mentions.Any(m => m.Covers(i) && m.Meaning.Kind != MeaningKind.Foreign))
                    weights[i] = weight;
            }
        }
        for (var i = 1; i < tokens.Count; i++)
        {
            if (tokens[i - 1].Number is not null && QuestionReader.IsOrdinalSuffix(tokens[i]))
                weights[i] = 0;
        }
        Lighten(tokens, mentions, weights);
        return weights;
    }

    // "Folks, exam tomorrow, how many …": unknown words count little in a clause that says nothing of our world beside one that does.
    private static void Lighten(List<Token> tokens, List<Mention> mentions, double[] weights)
    {
        Aside(tokens, mentions, weights);
        var telling = new HashSet<int>();
        foreach (var mention in mentions)
        {
            if (mention.Meaning.Kind is MeaningKind.Entity || (mention.Meaning.Kind == MeaningKind.Concept && !mention.Meaning.Id.Contains('.')))
                telling.Add(tokens[mention.Start].Clause);
        }
        for (var i = 0; i < tokens.Count; i++)
        {
            if (weights[i] != 1.6)
                continue;
            if (telling.Count > 0 && !telling.Contains(tokens[i].Clause))
                weights[i] = 0.15;
            else if (tokens[i].Text.EndsWith("ly", StringComparison.Ordinal) && tokens[i].Text.Length > 5)
                weights[i] = 0.5;
            else if (!tokens[i].Capitalised && tokens[i].Text[0] is >= 'а' and <= 'я' && IsAdjective(tokens[i].Text))
                weights[i] = 1;
        }
    }

    // "What does CICA stand for? It is for a paper of class 10": what asks nothing and names nothing, beside a sentence that does both, is no part of it.
    private static void Aside(List<Token> tokens, List<Mention> mentions, double[] weights)
    {
        if (tokens.Count == 0 || tokens[^1].Sentence == tokens[0].Sentence)
            return;
        bool Asks(int sentence) => mentions.Any(m => m.Meaning.Kind == MeaningKind.Concept && m.Meaning.Id.StartsWith("ask.", StringComparison.Ordinal) && tokens[m.Start].Sentence == sentence);
        bool Names(int sentence) => mentions.Any(m => m.Meaning.Kind == MeaningKind.Entity && tokens[m.Start].Sentence == sentence);
        bool Tells(int sentence) => mentions.Any(m => m.Meaning.Kind == MeaningKind.Concept && !m.Meaning.Id.Contains('.') && tokens[m.Start].Sentence == sentence);
        var whole = Enumerable.Range(tokens[0].Sentence, tokens[^1].Sentence - tokens[0].Sentence + 1).Any(s => Asks(s) && (Names(s) || Tells(s)));
        for (var i = 0; whole && i < tokens.Count; i++)
        {
            if (!Asks(tokens[i].Sentence) && !Names(tokens[i].Sentence) && tokens.Count(t => t.Sentence == tokens[i].Sentence) >= FewestAside)
                weights[i] = Math.Min(weights[i], 0.15);
        }
    }

    private static bool IsAdjective(string word) => word.Length > 5 && (word[^2..] is "ый" or "ий" or "ая" or "яя" or "ое" or "ее" or "ые" or "ие" or "ых" or "их" or "ую" or "ой" || word[^3..] is "ого" or "его" or "ому" or "ыми" or "ими");
}
