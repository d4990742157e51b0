using Cica.Answers.Finding.Vectors;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Finding;

/// <summary>
/// Finds the statements that share most of a question's words, concepts and entities, or that have a wording like it. Only the
/// postings of the rarest terms are walked, so that the work hardly grows with the number of facts.
/// </summary>
internal static class StatementFinder
{
    private const int MostPostings = 4000;
    private const int MostScored = 16;
    private const int MostAlike = 20;
    private const int MostOfOne = 300;

    /// <summary>Takes a statement and what speaks for and against it.</summary>
    public delegate void Take(Statement statement, ReadOnlySpan<float> features);

    // The same, but for how near its wordings are.
    private delegate void TakeNearly(Statement statement, Span<float> features);

    /// <summary>The best statements, best first; only those that concern <paramref name="only"/>, if given.</summary>
    public static List<Found> Best(Asking asking, Entity? only, Used? used, int count)
    {
        var best = new List<Found>(count + 1);
        var most = Fit.MostForNearest(asking.Weights);
        Span<int> candidates = stackalloc int[Most(only)];
        candidates = candidates[..Candidates(asking, only, candidates)];
        // Those that point where the question does stand last and are the best, mostly: begun with them, the others soon fall behind.
        candidates.Reverse();
        Weigh(asking, used, candidates, (statement, features) =>
        {
            // Its wordings are many, so how near they are is read only of what that could bring among the best.
            if (best.Count == count && Fit.Score(asking.Weights, features) + most < best[^1].Score)
                return;
            features[(int)Feature.Nearest] = asking.Pointing.Near(statement.Number);
            var score = Fit.Score(asking.Weights, features);
            var at = best.Count;
            while (at > 0 && !IsBefore(best[at - 1], statement, score))
                at--;
            if (at == count)
                return;
            // What falls out lends what held its features.
            var held = best.Count == count ? best[^1].Features : new float[Fit.Features];
            if (best.Count == count)
                best.RemoveAt(count - 1);
            features.CopyTo(held);
            best.Insert(at, new Found(statement, score, features[(int)Feature.Share], held));
        });
        return best;
    }

    /// <summary>How well this one fits; null where it is not told yet.</summary>
    public static Found? One(Asking asking, Statement statement)
    {
        Found? found = null;
        Weigh(asking, null, [statement.Number], (_, features) =>
        {
            features[(int)Feature.Nearest] = asking.Pointing.Near(statement.Number);
            found = new Found(statement, Fit.Score(asking.Weights, features), features[(int)Feature.Share], features.ToArray());
        });
        return found;
    }

    /// <summary>Gives every candidate with what speaks for and against it.</summary>
    public static void Weigh(Asking asking, Take take)
    {
        Span<int> candidates = stackalloc int[Most(null)];
        Weigh(asking, null, candidates[..Candidates(asking, null, candidates)], (statement, features) =>
        {
            features[(int)Feature.Nearest] = asking.Pointing.Near(statement.Number);
            take(statement, features);
        });
    }

    private static void Weigh(Asking asking, Used? used, ReadOnlySpan<int> candidates, TakeNearly take)
    {
        Span<float> features = stackalloc float[Fit.Features];
        Span<ulong> held = stackalloc ulong[asking.Terms.Words];
        var grader = new Grader(asking, used);
        var places = asking.Index.Tables.Take();
        places.Enter(asking.Terms);
        foreach (var number in candidates)
            asking.Index.Statements[number].Fetch();
        foreach (var number in candidates)
        {
            var statement = asking.Index.Statements[number];
            if (statement.ToldFrom > asking.AsOf)
                continue;
            features.Clear();
            places.Mark(statement.Terms, held);
            grader.Read(statement, held, features);
            Fit.Read(asking, statement, held, features);
            take(statement, features);
        }
        places.Leave(asking.Terms);
        asking.Index.Tables.Return(places);
    }

    /// <summary>What each token counts: its weight, more for rare words.</summary>
    public static double[] TokenWeights(Asking asking)
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

    private static bool IsBefore(Found found, Statement other, double score) =>
        found.Score != score ? found.Score > score : found.Statement.Terms.Length < other.Terms.Length;

    private static int Of(Asking asking, Entity entity, Span<int> into)
    {
        var term = asking.Index.Terms.Entity(entity.Id);
        var count = 0;
        if (term < 0)
            return count;
        foreach (var number in asking.Index.Postings(term))
        {
            if (count < into.Length && asking.Index.Statements[number].Fact is not null)
                into[count++] = number;
        }
        return count;
    }

    private static int Most(Entity? only) => only is null ? MostScored + MostAlike + Pointing.MostNear : MostOfOne;

    private static int Candidates(Asking asking, Entity? only, Span<int> into)
    {
        if (only is not null)
            return Of(asking, only, into);
        var found = Sharing(asking, into[..MostScored]);
        foreach (var likeness in asking.Likenesses.AsSpan(0, Math.Min(MostAlike, asking.Likenesses.Length)))
            Add(into, likeness.Statement);
        foreach (var near in asking.Pointing.Nearest)
            Add(into, near);
        return found;

        void Add(Span<int> into, int number)
        {
            if (!into[..found].Contains(number))
                into[found++] = number;
        }
    }

    /// <summary>The statements that share the question's most telling terms.</summary>
    public static int[] Sharing(Asking asking)
    {
        Span<int> found = stackalloc int[MostScored];
        return found[..Sharing(asking, found)].ToArray();
    }

    private static int Sharing(Asking asking, Span<int> into)
    {
        var index = asking.Index;
        var weights = asking.TokenWeights;
        Span<(Walk Walk, int Order)> ordered = stackalloc (Walk, int)[weights.Length + asking.MentionTerms.Length + asking.InheritedTerms.Length];
        var count = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] >= 0.1)
                Add(ordered, asking.TokenTerms[i], weights[i]);
        }
        foreach (var term in asking.MentionTerms)
            Add(ordered, term, 1);
        foreach (var term in asking.InheritedTerms)
            Add(ordered, term, 1);
        ordered = ordered[..count];
        ordered.Sort(static (a, b) => a.Walk.Length != b.Walk.Length ? a.Walk.Length.CompareTo(b.Walk.Length) : a.Order.CompareTo(b.Order));
        Span<Walk> walks = stackalloc Walk[count];
        for (var i = 0; i < count; i++)
            walks[i] = ordered[i].Walk;
        var board = index.Boards.Take();
        var found = board.TakeHighest(index.Holders, walks[..ScoreBoard.Affordable(walks, MostPostings)], into);
        index.Boards.Return(board);
        return found;

        void Add(Span<(Walk Walk, int Order)> ordered, int term, double weight)
        {
            if (term >= 0)
                ordered[count] = (new Walk(term, (float)(index.Rarity(term) * weight), index.Postings(term).Length), count++);
        }
    }
}
