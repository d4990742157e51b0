using System.Collections.ObjectModel;

namespace Cica.Knowledge.Model;

/// <summary>How firm a statement is.</summary>
public enum FactStatus
{
    /// <summary>True in its period.</summary>
    InForce,

    /// <summary>Announced for a later time.</summary>
    Planned,

    /// <summary>Suggested, not decided.</summary>
    Proposed,

    /// <summary>No longer so.</summary>
    Ended,

    /// <summary>Sources disagree.</summary>
    Disputed,

    /// <summary>Somebody's view, told under the author's name.</summary>
    Opinion,
}

/// <summary>The value of a fact: exactly one of the members is set, or none.</summary>
public sealed record FactValue
{
    /// <summary>Another entity.</summary>
    public Entity? Entity { get; init; }

    /// <summary>A number.</summary>
    public decimal? Number { get; init; }

    /// <summary>A date.</summary>
    public PartialDate? Date { get; init; }

    /// <summary>Words.</summary>
    public Localized? Text { get; init; }
}

/// <summary>A dated, sourced statement: subject, property, value.</summary>
public sealed record Fact
{
    /// <summary>Its key in the data.</summary>
    public required string Id { get; init; }

    /// <summary>What it is about.</summary>
    public required Entity Subject { get; init; }

    /// <summary>What it says of the subject.</summary>
    public required Property Property { get; init; }

    /// <summary>The value, where the statement has one.</summary>
    public FactValue? Value { get; init; }

    /// <summary>First day it holds, or the day it happened.</summary>
    public PartialDate? From { get; init; }

    /// <summary>First day it no longer holds.</summary>
    public PartialDate? Until { get; init; }

    /// <summary>The latest time by which it already held, where <see cref="From"/> is unknown.</summary>
    public PartialDate? By { get; init; }

    /// <summary>When a running term was announced to end.</summary>
    public PartialDate? ExpectedEnd { get; init; }

    /// <summary>What to say once <see cref="ExpectedEnd"/> has passed without word.</summary>
    public Localized? ExpectedEndNote { get; init; }

    /// <summary>The last date on which a source shows it to hold; by default the date of the newest source; null where none is dated.</summary>
    public PartialDate? Confirmed { get; init; }

    /// <summary>How firm it is.</summary>
    public FactStatus Status { get; init; }

    /// <summary>Whose view or statement it is.</summary>
    public Entity? Author { get; init; }

    /// <summary>The office's title, where it matters.</summary>
    public Localized? Title { get; init; }

    /// <summary>The statement in words; null where the property's template makes it.</summary>
    public Localized? Say { get; init; }

    /// <summary>The statement as told from inside its period, without its end.</summary>
    public Localized? While { get; init; }

    /// <summary>Where sources disagree: which one is followed, and why.</summary>
    public Localized? Conflict { get; init; }

    /// <summary>Other entities it concerns.</summary>
    public IReadOnlyList<Entity> About { get; init; } = [];

    /// <summary>More words people ask for it with.</summary>
    public Localized? Keywords { get; init; }

    /// <summary>Questions it answers, by language: other ways to ask than its own words.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Questions { get; init; } = ReadOnlyDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>What it rests on, the best first; never empty.</summary>
    public required IReadOnlyList<Citation> Sources { get; init; }

    /// <summary>Where it stands in the data.</summary>
    public required Place Place { get; init; }

    /// <summary>The same fact: within one snapshot the key tells.</summary>
    public bool Equals(Fact? other) => ReferenceEquals(this, other) || (other is not null && Id == other.Id);

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}
