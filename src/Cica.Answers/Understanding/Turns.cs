using Cica.Knowledge.Model;

namespace Cica.Answers.Understanding;

/// <summary>Turns of a question that a plain list of everything does not answer.</summary>
internal static class Turns
{
    private const int ShortestSuperlative = 6;

    private static readonly HashSet<string> Negations = new(
        ["not", "aren't", "arent", "isn't", "isnt", "don't", "dont", "doesn't", "doesnt", "never", "neither", "outside", "without", "except", "besides", "beyond", "apart", "не", "ни", "кроме", "вне", "без", "помимо"],
        StringComparer.Ordinal);

    private static readonly HashSet<string> Exceptions = new(["not", "outside", "besides", "except", "beyond", "apart", "excluding", "non", "не", "вне", "кроме", "помимо", "исключая"], StringComparer.Ordinal);

    private static readonly HashSet<string> NoSuperlatives = new(["request", "interest", "budapest", "bucharest", "forest", "protest", "contest", "suggest", "honest", "harvest"], StringComparer.Ordinal);

    /// <summary>"Which members are not in Asia?"</summary>
    public static bool IsNegated(Frame frame) => frame.Tokens.Any(t => Negations.Contains(t.Text));

    /// <summary>"Apart from Belarus", "not in Kazakhstan": what is named is not what is asked of.</summary>
    public static bool IsExcepted(Frame frame, Mention mention)
    {
        for (var i = Math.Max(0, mention.Start - 3); i < mention.Start; i++)
        {
            if (Exceptions.Contains(frame.Tokens[i].Text) && frame.Tokens[i].Clause == frame.Tokens[mention.Start].Clause)
                return true;
        }
        // "The military side aside, …"
        for (var i = mention.End; i < Math.Min(mention.End + 2, frame.Tokens.Count); i++)
        {
            if (frame.Tokens[i].Text is "aside" or "excluded" && frame.Tokens[i].Clause == frame.Tokens[mention.Start].Clause)
                return true;
        }
        return false;
    }

    /// <summary>The same, wherever it is named.</summary>
    public static bool IsExcepted(Frame frame, Entity? entity)
    {
        foreach (var mention in frame.Entities)
        {
            if (mention.Meaning.Entity == entity && IsExcepted(frame, mention))
                return true;
        }
        return false;
    }

    /// <summary>"Has CICA a seat at the United Nations?": what CICA is there, and not the other way round.</summary>
    public static bool IsWithin(Frame frame)
    {
        foreach (var mention in frame.Entities)
        {
            var at = mention.Start - 1;
            if (at > 0 && frame.Tokens[at].Text == "the")
                at--;
            if (mention.Meaning.Entity!.Kind == EntityKind.ExternalOrganisation && at > 0 && (frame.Tokens[at].Text is "at" or "in" or "within" or "при" or "в" || (frame.Tokens[at].Text is "with" && frame.Has("observer"))))
                return true;
        }
        return false;
    }

    /// <summary>"Where is she from?", "откуда он?": somebody's country, and no place.</summary>
    public static bool AsksOrigin(Frame frame) =>
        frame.Has("origin") || ((frame.Asks(Ask.Where | Ask.Who | Ask.Which | Ask.What) && frame.Tokens[^1].Text == "from") || frame.Tokens.Any(t => t.Text == "откуда"))
            && (frame.First(EntityKind.Person) is not null || frame.HasAny("follow.person", "follow.them"))
        || IsSomebodyFrom(frame);

    // "Is Gong Jianwei from Kazakhstan?", and nothing else.
    private static bool IsSomebodyFrom(Frame frame) =>
        frame.AsksOnlyYesNo && frame.First(EntityKind.Person) is not null && frame.Concepts.Keys.All(c => c.Contains('.'))
        && frame.Entities.Any(e => e.Meaning.Entity!.Kind is EntityKind.State or EntityKind.Place && e.Start > 0 && frame.Tokens[e.Start - 1].Text is "from" or "из");

    /// <summary>"Which was the largest?": unless it is the first or the last, which have an order.</summary>
    public static bool IsSuperlative(Frame frame)
    {
        if (frame.HasAny("order.first", "order.last", "longest"))
            return false;
        foreach (var token in frame.Tokens)
        {
            if (token.Text is "most" || token.Text.StartsWith("самы", StringComparison.Ordinal) || token.Text.Contains("ейш", StringComparison.Ordinal))
                return true;
            if (token.Text.Length >= ShortestSuperlative && token.Text.EndsWith("est", StringComparison.Ordinal) && !NoSuperlatives.Contains(token.Text))
                return true;
        }
        return false;
    }
}
