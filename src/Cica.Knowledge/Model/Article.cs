namespace Cica.Knowledge.Model;

/// <summary>Curated short prose for what is no single statement: a reason, a history, a view.</summary>
public sealed record Article
{
    /// <summary>Its key in the data.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required Localized Title { get; init; }

    /// <summary>Its text.</summary>
    public required Localized Text { get; init; }

    /// <summary>Questions it answers, by language.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Questions { get; init; }

    /// <summary><see cref="FactStatus.Opinion"/> for a view.</summary>
    public FactStatus Status { get; init; }

    /// <summary>Whose view it is.</summary>
    public Entity? Author { get; init; }

    /// <summary>When what it tells became known.</summary>
    public PartialDate? From { get; init; }

    /// <summary>Entities it concerns.</summary>
    public IReadOnlyList<Entity> About { get; init; } = [];

    /// <summary>What it rests on; never empty.</summary>
    public required IReadOnlyList<Citation> Sources { get; init; }

    /// <summary>Where it stands in the data.</summary>
    public required Place Place { get; init; }
}
