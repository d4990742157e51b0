using Cica.Knowledge.Model;

namespace Cica.Answers.Understanding;

/// <summary>What kind of thing a word or phrase can mean.</summary>
internal enum MeaningKind
{
    /// <summary>A concept of the vocabulary: a property, a kind of question, an order, …</summary>
    Concept,

    /// <summary>A group of words used for the same thing.</summary>
    Synonym,

    /// <summary>An entity by one of its names.</summary>
    Entity,

    /// <summary>A month; the number tells which.</summary>
    Month,

    /// <summary>A number or ordinal in words.</summary>
    Number,

    /// <summary>A word that carries no meaning of its own.</summary>
    Filler,

    /// <summary>A word of another subject.</summary>
    Foreign,
}

/// <summary>One thing a word or phrase can mean.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Id">The concept, entity or group.</param>
/// <param name="Entity">The entity, for names.</param>
/// <param name="Number">The number or month.</param>
/// <param name="Loose">From the thesaurus or a turn of phrase: it never hides what the words mean by themselves.</param>
internal sealed record Meaning(MeaningKind Kind, string Id, Entity? Entity = null, int Number = 0, bool Loose = false)
{
    /// <summary>How it counts where two ways of asking are compared.</summary>
    public Role Role { get; } = Role.Of(Kind, Id, Entity);
}

/// <summary>A meaning found in a question: from which token, over how many.</summary>
internal readonly record struct Mention(int Start, int Length, Meaning Meaning)
{
    public int End => Start + Length;

    public bool Covers(int token) => token >= Start && token < End;
}
