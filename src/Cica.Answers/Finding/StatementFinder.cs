using System.Buffers;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Finding;

/// <summary>A statement found, and how well it fits.</summary>
/// <param name="Statement">The fact or article.</param>
/// <param name="Score">Its fit, to be compared with that of others only.</param>
/// <param name="Share">The share of the question that stands in it, 0 to 1.</param>
internal readonly record struct Found(Statement Statement, double Score, double Share);

/// <summary>
/// Finds the statements that share most of a question's words, concepts and entities, or that have a wording like it. Only the
/// postings of the rarest terms are walked, so that the work hardly grows with the number of facts.
/// </summary>
internal static class StatementFinder
{
    private const int MostPostings = 4000;
    private const int MostScored = 40;
    private const int MostAlike = 20;

    /// <summary>The best statements, best first; only those that concern <paramref name="only"/>, if given.</summary>
    public static List<Found> Best(Asking asking, Entity? only, Used? used, int count)
    {
        var found = new List<Found>(MostScored + MostAlike);
        Weigh(asking, only, used, (statement, features) => found.Add(new Found(statement, Fit.Score(asking.Weights, features) + Continues(asking, statement), features[(int)Feature.Share])));
        found.Sort(static (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Statement.Terms.Length.CompareTo(b.Statement.Terms.Length));
        if (found.Count > count)
            found.RemoveRange(count, found.Count - count);
        return found;
    }

    /// <summary>Gives every candidate with what speaks for and against it.</summary>
    public static void Weigh(Asking asking, Entity? only, Used? used, Action<Statement, ReadOnlySpan<float>> take)
    {
        var weights = Weights(asking);
        var candidates = Candidates(asking, only, weights);
        if (only is null)
        {
            foreach (var likeness in asking.Likenesses.Take(MostAlike))
            {
                if (!candidates.Contains(likeness.Statement))
                    candidates.Add(likeness.Statement);
            }
            foreach (var near in asking.Pointing.Nearest)
            {
                if (!candidates.Contains(near))
                    candidates.Add(near);
            }
        }
        Span<float> features = stackalloc float[Fit.Features];
        var grader = new Grader(asking, used, weights);
        foreach (var number in candidates)
        {
            var statement = asking.Index.Statements[number];
            if (!MayBeTold(statement, asking.AsOf))
                continue;
            features.Clear();
            grader.Read(statement, features);
            Fit.Read(asking, statement, features);
            take(statement, features);
        }
    }

    /// <summary>The statements that share the question's most telling terms.</summary>
    public static List<int> Sharing(Asking asking) => Candidates(asking, null, Weights(asking));

    // In a conversation, what was spoken of before is meant rather than something new.
    private static double Continues(Asking asking, Statement statement)
    {
        if (!asking.Frame.IsFollowUp || asking.Before?.Fact is not { } before)
            return 0;
        return statement.Fact == before ? 0.1 : statement.Core.Length > 0 && statement.Core[0] == before.Subject ? 0.04 : 0;
    }

    private static List<int> Candidates(Asking asking, Entity? only, double[] weights)
    {
        var index = asking.Index;
        var frame = asking.Frame;
        if (only is not null)
        {
            var own = index.Terms.Entity(only.Id);
            return own < 0 ? [] : [.. index.Postings(own).Where(n => index.Statements[n].Fact is not null).Take(300)];
        }
        var terms = new List<(int Term, double Weight)>(16);
        for (var i = 0; i < frame.Tokens.Count; i++)
        {
            if (weights[i] >= 0.1 && asking.TokenTerms[i] is >= 0 and var word)
                terms.Add((word, weights[i]));
        }
        foreach (var term in asking.MentionTerms)
        {
            if (term >= 0)
                terms.Add((term, 1));
        }
        foreach (var term in Grader.Inherited(asking))
            terms.Add((term, 1));
        terms.Sort((a, b) => index.Postings(a.Term).Length.CompareTo(index.Postings(b.Term).Length));
        var scores = ArrayPool<float>.Shared.Rent(index.Statements.Count);
        Array.Clear(scores, 0, index.Statements.Count);
        var touched = new List<int>(256);
        var walked = 0;
        foreach (var (term, weight) in terms)
        {
            var postings = index.Postings(term);
            if (walked > 0 && walked + postings.Length > MostPostings)
                break;
            walked += postings.Length;
            var gain = (float)(index.Rarity(term) * weight);
            foreach (var number in postings)
            {
                if (scores[number] == 0)
                    touched.Add(number);
                scores[number] += gain;
            }
        }
        if (touched.Count > MostScored)
        {
            touched.Sort((a, b) => scores[b].CompareTo(scores[a]));
            touched.RemoveRange(MostScored, touched.Count - MostScored);
        }
        ArrayPool<float>.Shared.Return(scores);
        return touched;
    }

    /// <summary>What each token counts: its weight, more for rare words.</summary>
    private static double[] Weights(Asking asking)
    {
        var frame = asking.Frame;
        var weights = new double[frame.Tokens.Count];
        for (var i = 0; i < weights.Length; i++)
        {
            if (frame.Weights[i] == 0)
            {
                // A filler hardly counts, but may decide between equals.
                weights[i] = frame.Tokens[i].Text.Length > 3 ? 0.03 : 0;
                continue;
            }
            var rarest = 0.0;
            var word = asking.TokenTerms[i];
            if (word >= 0)
                rarest = asking.Index.Rarity(word);
            var known = word >= 0;
            for (var m = 0; m < asking.MentionTerms.Length; m++)
            {
                var term = asking.MentionTerms[m];
                if (term < 0 || !frame.Mentions[m].Covers(i))
                    continue;
                var rarity = asking.Index.Rarity(term);
                rarest = known ? Math.Min(rarest, rarity) : rarity;
                known = true;
            }
            weights[i] = frame.Weights[i] * (known ? 0.35 + Math.Min(rarest, 7) / 7 : 1.4);
        }
        return weights;
    }

    private static bool MayBeTold(Statement statement, DateOnly asOf) =>
        statement.Fact is { } fact ? fact.Begun(asOf) && !(fact.Property.Id == "not-known" && fact.Confirmed is { } known && known.First > asOf) : statement.Article!.From is not { } from || from.First <= asOf;
}
