using Cica.Answers.Understanding;
using Cica.Knowledge.Model;

namespace Cica.Answers.Finding;

/// <summary>What of a frame a reading made use of.</summary>
internal sealed class Used
{
    // A few dozen at most, and nearly all of them are asked for only where ConceptMark says that they may be there.
    private readonly List<string> concepts = new(32);
    private readonly List<Entity> entities = new(2);
    private readonly List<int> tokens = [];
    private ulong marks;
    private bool time;
    private bool ordinal;

    public Used Concepts(params ReadOnlySpan<string> ids)
    {
        concepts.AddRange(ids);
        foreach (var id in ids)
            marks |= ConceptMark.Of(id);
        return this;
    }

    public Used Entity(Entity? entity)
    {
        if (entity is not null)
            entities.Add(entity);
        return this;
    }

    public Used Token(int token)
    {
        tokens.Add(token);
        return this;
    }

    public Used Time()
    {
        time = true;
        return this;
    }

    public Used Ordinal()
    {
        ordinal = true;
        return this;
    }

    public bool Knows(string concept) => (marks & ConceptMark.Of(concept)) != 0 && concepts.Contains(concept);

    /// <summary>Another meaning of the token was used.</summary>
    public bool Explains(Frame frame, int token)
    {
        foreach (var mention in frame.Mentions)
        {
            if (mention.Covers(token) && (mention.Meaning.Kind == MeaningKind.Concept ? Knows(mention.Meaning.Id) : Knows(mention.Meaning.Entity)))
                return true;
        }
        return false;
    }

    public void Mark(Frame frame, Span<bool> explained)
    {
        foreach (var mention in frame.Mentions)
        {
            var hit = mention.Meaning.Kind switch
            {
                MeaningKind.Concept => Knows(mention.Meaning.Id) || (time && mention.Meaning.Id.StartsWith("time.", StringComparison.Ordinal)),
                MeaningKind.Entity => Knows(mention.Meaning.Entity),
                _ => false,
            };
            if (hit)
                explained[mention.Start..mention.End].Fill(true);
        }
        foreach (var token in tokens)
            explained[token] = true;
        if (time && frame.Time is { } reference)
        {
            foreach (var token in reference.Tokens)
                explained[token] = true;
        }
        if (ordinal)
        {
            foreach (var token in frame.OrdinalTokens)
                explained[token] = true;
        }
    }

    private bool Knows(Entity? entity) => entity is not null && entities.Contains(entity);
}
