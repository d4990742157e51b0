using Cica.Answers.Understanding;
using Cica.Knowledge.Model;

namespace Cica.Answers.Following;

/// <summary>What the words of a follow-up stand for: "he", "it", "there", or nothing at all.</summary>
internal static class Pronouns
{
    // Russian says "he" of a council as well.
    private static readonly HashSet<string> Him = new(["он", "его", "ему", "него", "нем", "ним", "нему"], StringComparer.Ordinal);
    private static readonly HashSet<string> Her = new(["она", "ее", "ей", "нее", "ней"], StringComparer.Ordinal);

    /// <summary>It speaks of "him" or "her", and names nobody.</summary>
    public static bool SaysHe(Frame frame) =>
        frame.Entities.All(e => e.Meaning.Entity!.Kind != EntityKind.Person) && (frame.Has("follow.person") || frame.Tokens.Any(static t => t.Text is "он" or "она"));

    /// <summary>Whom "he" or what "it" stands for; null where it says neither.</summary>
    public static Entity? Meant(Frame frame, Conversation before)
    {
        if (frame.Has("follow.person") && before.Spoken.FirstOrDefault(e => e.Kind == EntityKind.Person) is { } person)
            return person;
        if (frame.Language == "ru" && GenderSaid(frame) is { } said
            && before.Told.Concat(before.Asked).FirstOrDefault(e => e.Kind == EntityKind.Person || Things.IsThing(e)) is { Kind: EntityKind.Person } one && one.Gender == said)
            return one;
        if (frame.Has("follow.meeting") && before.Spoken.Append(before.Occasion).OfType<Entity>().FirstOrDefault(e => e.Kind == EntityKind.Meeting) is { } meeting)
            return meeting;
        if (frame.Has("follow.thing") || (frame.Has("follow.them") && frame.HasAny(FollowUpWords.OfThings)))
        {
            var spoken = before.Asked.Concat(before.Told).Concat(before.Earlier).ToArray();
            return spoken.FirstOrDefault(e => Things.IsAskedOf(e, frame)) ?? spoken.FirstOrDefault(Things.IsThing);
        }
        return null;
    }

    private static Gender? GenderSaid(Frame frame)
    {
        foreach (var token in frame.Tokens)
        {
            if (Him.Contains(token.Text))
                return Gender.Masculine;
            if (Her.Contains(token.Text))
                return Gender.Feminine;
        }
        return null;
    }

    /// <summary>What a question that names nothing is asked of.</summary>
    public static Entity? AskedOf(Frame frame, Conversation before)
    {
        var pronoun = frame.Has("follow.it");
        // "How many members does it have?" is asked of CICA, whichever state was spoken of.
        var counts = frame.Asks(Ask.HowMany | Ask.List | Ask.Which) && frame.HasAny(FollowUpWords.Kinds);
        // "Who is at the head?": of the body that was asked of, and not of the meeting that approved it.
        if (frame.Has("head") && !frame.Has("order.current") && before.Told.Concat(before.Asked).FirstOrDefault(Things.IsBody) is { } body)
            return body;
        return before.Told.FirstOrDefault(e => Things.IsAskedOf(e, frame)) ?? before.Told.FirstOrDefault(e => Things.IsThing(e) || (pronoun && !counts && e.Kind is EntityKind.Person or EntityKind.State))
            // "When was it approved?", "when approved?"
            ?? before.Asked.FirstOrDefault(e => pronoun ? !counts : Things.IsThing(e))
            ?? ((pronoun || frame.HasAny(FollowUpWords.OfThings)) && !counts ? before.Earlier.FirstOrDefault(Things.IsThing) : null);
    }

    /// <summary>"So not a full member?": of the one that was spoken of.</summary>
    public static bool IsOfOne(Frame frame) => frame.Entities.Count == 0 && !frame.Asks(Ask.HowMany | Ask.List | Ask.Which) && (frame.HasAny("claim.strict", "order.current", "order.ever") || frame.Asks(Ask.YesNo))
        && frame.Tokens.Any(t => t.Text is "member" or "observer" or "partner" or "член" or "членом" or "наблюдатель" or "наблюдателем" or "партнер" or "партнером" or "участник" or "участником");
}
