using System.Buffers;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Finding;

/// <summary>A statement found, and how well it fits.</summary>
internal readonly record struct Found(Statement Statement, double Score);

/// <summary>
/// Finds the statements that share most of a question's words, concepts and entities, rare ones counting more. Only the
/// postings of the rarest terms are walked, so that the work hardly grows with the number of facts.
/// </summary>
internal static class StatementFinder
{
    private const int MostPostings = 4000;
    private const int MostScored = 40;

    // Properties that people name by another concept.
    private static readonly System.Collections.Frozen.FrozenDictionary<string, string[]> PropertyConcepts = System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(
        new Dictionary<string, string[]>
        {
            ["initiative"] = ["proposed"],
            ["host"] = ["chair", "host"],
            ["founded"] = ["established"],
            ["motto"] = ["theme"],
            ["theme"] = ["theme"],
            ["opinion"] = ["view", "recommendation"],
            ["recommendation"] = ["view", "proposed"],
            ["status-now"] = ["status"],
            ["tasks"] = ["task"],
            ["meetings"] = ["meeting", "held"],
            ["outcome"] = ["adopt", "document"],
            ["decision"] = ["outcome", "adopt"],
            ["adopted"] = ["adopt"],
            ["signed"] = ["adopt", "signatory"],
            ["name"] = ["name-word", "ask.full"],
            ["rhythm"] = ["ask.howoften"],
            ["in-force"] = ["status", "adopt"],
            ["participants"] = ["attend-head"],
            ["seat"] = ["ask.where"],
            ["cbm-events"] = ["cbm-events"],
            ["rule"] = ["consensus", "voluntary", "compulsory"],
            ["principle"] = ["consensus", "voluntary", "compulsory"],
            ["head"] = ["chair", "secretary-general", "executive-director"],
            ["planned-date"] = ["planned"],
            ["goal"] = ["ask.why"],
            ["why"] = ["ask.why"],
            ["comparison"] = ["ask.compare", "difference"],
            ["amended"] = ["amend"],
            ["members"] = ["member"],
            ["proposed"] = ["proposed"],
        });

    // Told only to those who ask for just that.
    private static readonly System.Collections.Frozen.FrozenSet<string> Particular = System.Collections.Frozen.FrozenSet.ToFrozenSet(
        ["anniversary", "rhythm", "budget", "address", "website", "motto", "theme", "opinion", "recommendation", "applicant", "former-observer", "amended", "proposed", "co-coordinator",
            "deputy", "comparison", "planned-date", "status-now", "building", "legal-status", "drafted", "signed"]);

    /// <summary>The best statements, best first; only those that concern <paramref name="only"/>, if given.</summary>
    public static List<Found> Best(Asking asking, Entity? only, Used? used, int count)
    {
        var frame = asking.Frame;
        var weights = Weights(asking);
        var candidates = Candidates(asking, only, weights);
        var found = new List<Found>(candidates.Count);
        var marked = new bool[frame.Tokens.Count];
        used?.Mark(frame, marked);
        var grades = new double[frame.Tokens.Count];
        var inherited = Inherited(asking);
        foreach (var number in candidates)
        {
            var statement = asking.Index.Statements[number];
            if (!MayBeTold(statement, asking.AsOf))
                continue;
            for (var i = 0; i < grades.Length; i++)
                grades[i] = marked[i] ? 1 : 0;
            asking.Grade(statement, grades);
            var overlap = 0.0;
            if (frame.Time is { } time && statement.Fact is { From: not null } dated && dated.HoldsWithin(time.First, time.Last) && (!dated.Property.Happening || dated.BeganWithin(time.First, time.Last)))
            {
                // That something has been so ever since says little of one year, unless it is an office, a membership or a number.
                var telling = dated.Property.Happening || dated.Until is not null || dated.Property.Single || dated.Property.Id is "head" or "deputy" or "role" or "coordinator" or "co-coordinator" or "seat";
                foreach (var token in time.Tokens)
                    grades[token] = Math.Max(grades[token], telling ? 0.95 : 0.5);
                overlap = 0.06 * Overlap(dated, time, asking.AsOf);
            }
            var held = inherited.Count(t => Array.BinarySearch(statement.Terms, t) >= 0);
            var score = Share(grades, weights, inherited.Count * 0.8, held * 0.8) + overlap + Affinity(asking, statement, Likeness(asking, number));
            // Prose answers what it was written for; sharing words is not enough.
            if (statement.Article is not null)
                score = Math.Min(score, 0.56 + (0.7 * Likeness(asking, number)));
            found.Add(new Found(statement, score));
        }
        found.Sort(static (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Statement.Terms.Length.CompareTo(b.Statement.Terms.Length));
        if (found.Count > count)
            found.RemoveRange(count, found.Count - count);
        return found;
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
        foreach (var term in Inherited(asking))
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

    // How much of the time asked about the fact covers.
    private static double Overlap(Fact fact, TimeReference time, DateOnly asOf)
    {
        var first = fact.From!.Value.First > time.First ? fact.From.Value.First : time.First;
        var end = fact.Until?.First ?? (fact.Property.Happening ? fact.From.Value.Last : asOf);
        var last = end < time.Last ? end : time.Last;
        var all = time.Last.DayNumber - time.First.DayNumber + 1;
        return fact.Property.Happening ? 1 : Math.Clamp((last.DayNumber - first.DayNumber + 1) / (double)all, 0, 1);
    }

    // What a follow-up carries over counts like words of its own.
    private static List<int> Inherited(Asking asking)
    {
        var terms = new List<int>();
        foreach (var entity in asking.Frame.Inherited)
        {
            if (entity.Kind != EntityKind.Organisation && asking.Index.Terms.Entity(entity.Id) is >= 0 and var term)
                terms.Add(term);
        }
        foreach (var concept in asking.Frame.InheritedConcepts)
        {
            if (asking.Index.Terms.Concept(concept) is >= 0 and var term)
                terms.Add(term);
        }
        return terms;
    }

    private static double Share(double[] grades, double[] weights, double total, double covered)
    {
        for (var i = 0; i < weights.Length; i++)
        {
            total += weights[i];
            covered += weights[i] * grades[i];
        }
        return total < 0.3 ? 0 : covered / total;
    }

    private static bool MayBeTold(Statement statement, DateOnly asOf) =>
        statement.Fact is { } fact ? fact.Begun(asOf) : statement.Article!.From is not { } from || from.First <= asOf;

    /// <summary>Small preferences among statements that share the same words: the right subject, the right kind of answer.</summary>
    private static double Affinity(Asking asking, Statement statement, double likeness)
    {
        var frame = asking.Frame;
        var score = 0.0;
        var entities = frame.Entities.Count + frame.Inherited.Count;
        foreach (var entity in frame.AllEntities)
        {
            if (statement.Core.Length > 0 && statement.Core[0] == entity)
                score += 0.08 / entities;
            else if (statement.Core.Contains(entity))
                score += 0.05 / entities;
            else if (!statement.Entities.Contains(entity.Id))
                score -= 0.25 / entities;
        }
        // A statement on something that the question does not name is seldom meant.
        if (statement.Core.Length > 0 && statement.Core[0].Kind != EntityKind.Organisation && !frame.AllEntities.Contains(statement.Core[0]))
            score -= statement.Core[0].Kind is EntityKind.State or EntityKind.Person ? 0.04 : 0.1;
        if (frame.IsFollowUp && asking.Before is { } before)
            score += statement.Fact is not null && statement.Fact == before.Fact ? 0.1 : before.Fact is not null && statement.Core.Length > 0 && statement.Core[0] == before.Fact.Subject ? 0.04 : 0;
        // A long text shares words by chance.
        score -= 0.035 * Math.Max(0, Math.Log2(statement.Terms.Length / 45.0));
        if (statement.Status == FactStatus.Opinion && !frame.HasAny("view", "recommendation") && !(statement.Author is { } author && frame.AllEntities.Contains(author)))
            score -= 0.25;
        if (frame.HasAny("view", "recommendation") && (statement.Status == FactStatus.Opinion || statement.Fact is { Author: not null }))
            score += 0.1;
        if (frame.Has("president-word"))
            score += statement.Core.Any(e => e.Kind == EntityKind.Person) ? 0.05 : -0.08;
        if (statement.Fact is { } fact)
        {
            score += AnswersTheAsk(frame, statement);
            var property = fact.Property.Id;
            if (frame.Has(property) || (PropertyConcepts.TryGetValue(property, out var concepts) && concepts.Any(frame.Has)))
                score += 0.07;
            else if (Particular.Contains(property))
                score -= 0.08;
            if (frame.Asks(Ask.What | Ask.Who) && property is "what" or "role" && !frame.Asks(Ask.When | Ask.Where | Ask.HowMany | Ask.Why))
                score += 0.06;
            if (frame.Asks(Ask.Why) && property is "why" or "goal")
                score += 0.1;
            if (fact.EndedBy(asking.AsOf) && frame.Time is null && !fact.Property.Happening)
                score -= 0.05;
            if (fact.Status is FactStatus.Disputed)
                score -= 0.03;
        }
        else if (statement.Article is not null)
        {
            if (frame.Asks(Ask.Why | Ask.How))
                score += 0.06;
            if (!frame.Asks(Ask.Why | Ask.How | Ask.What | Ask.Compare) && !frame.HasAny("view", "recommendation", "follow.more"))
                score -= frame.Asks(Ask.Who | Ask.When | Ask.Where | Ask.HowMany | Ask.Which | Ask.List | Ask.YesNo) ? 0.28 : 0.12;
            score += 0.2 * likeness;
        }
        return score;
    }

    // A question for a number wants a statement with a number, one for a time a date, one for a place a place it did not name itself.
    private static double AnswersTheAsk(Frame frame, Statement statement)
    {
        var fact = statement.Fact!;
        if (frame.Asks(Ask.HowMany))
            return fact.Value?.Number is not null ? 0.07 : statement.HasNumber ? 0.04 : -0.25;
        if (frame.Asks(Ask.When | Ask.Since))
            return fact.Property.Happening && fact.From is not null ? 0.08 : statement.HasYear ? 0.03 : -0.15;
        if (frame.Asks(Ask.Where))
            return statement.Places.Any(p => !frame.AllEntities.Any(e => e.Id == p)) ? 0.06 : -0.12;
        if (frame.Asks(Ask.Who))
            return statement.Actors.Any(a => !frame.AllEntities.Any(e => e.Id == a)) ? 0.06 : -0.12;
        return 0;
    }

    // How like the question is to one of the statement's own.
    private static double Likeness(Asking asking, int statement)
    {
        foreach (var likeness in asking.Likenesses)
        {
            if (likeness.Statement == statement)
                return likeness.Score;
        }
        return 0;
    }
}
