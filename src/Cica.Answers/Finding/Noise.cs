using Cica.Answers.Following;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;

namespace Cica.Answers.Finding;

/// <summary>
/// What goes on from nothing: letters at random, numbers that count nothing of ours, a question of another world. What was said
/// before would only lend it an answer.
/// </summary>
internal static class Noise
{
    // What reads more like another subject than this, and in words of its own, is no follow-up; though it says "and" or "it", or
    // something of ours, if more than that.
    private const double Strange = 0.87;
    private const double Stranger = 0.95;

    // A word of its own.
    private const double Word = 1;

    // Nothing of ours is counted in more, but for people and years.
    private const int MostCounted = 999;

    /// <summary>Whether it is noise after whatever was said.</summary>
    public static bool Is(Asking asking)
    {
        var frame = asking.Frame;
        if (frame.Time is not null || frame.Ordinal is not null || frame.Entities.Exists(static e => e.Meaning.Entity!.Kind is not (EntityKind.Place or EntityKind.State)))
            return false;
        var (foreign, unread, numbers, all) = (0.0, 0.0, 0, 0.0);
        for (var i = 0; i < frame.Tokens.Count; i++)
        {
            var (token, weight) = (frame.Tokens[i], frame.Weights[i]);
            var isUncountable = token.Number is 0 or > MostCounted;
            all += weight;
            numbers += token.Number is not null && weight > 0 ? 1 : 0;
            // A word that had to be corrected to be a name may well be none.
            if (isUncountable || !frame.Mentions.Exists(m => m.Covers(i)) || (token.Correction is not null && frame.Entities.Exists(e => e.Covers(i))))
                foreign += weight;
            if (isUncountable || (token.Number is null && asking.TokenTerms[i] < 0 && !frame.Mentions.Exists(m => m.Covers(i))))
                unread += weight;
        }
        var speaks = frame.Concepts.Keys.Any(static c => !c.Contains('.') && !FollowUpWords.Weak.Contains(c));
        if (foreign >= Word && asking.Scope.Outside > (speaks || Leaning.SaysSo(frame) ? Stranger : Strange))
            return true;
        if (speaks || frame.Entities.Count > 0)
            return false;
        // "Greetings from grandma", "7777", "17 * 23".
        return !Leaning.SaysSo(frame) && ((unread >= Word && unread == all && frame.Ask == Ask.None) || (numbers > 1 && numbers == all && !frame.Has("ask.either") && (frame.Ask & ~Ask.What) == Ask.None));
    }
}
