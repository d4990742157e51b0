using System.Collections.Frozen;

namespace Cica.Knowledge.Model;

/// <summary>What kind of thing an entity is.</summary>
public enum EntityKind
{
    /// <summary>CICA itself.</summary>
    Organisation,

    /// <summary>A state or territory.</summary>
    State,

    /// <summary>Any other organisation, ministry or institute.</summary>
    ExternalOrganisation,

    /// <summary>A governing or working organ of CICA.</summary>
    Organ,

    /// <summary>An advisory body or instrument of CICA.</summary>
    Body,

    /// <summary>A person.</summary>
    Person,

    /// <summary>A city or another place.</summary>
    Place,

    /// <summary>A summit, a ministerial or another meeting.</summary>
    Meeting,

    /// <summary>A document.</summary>
    Document,

    /// <summary>One of CICA's dimensions of cooperation.</summary>
    Dimension,

    /// <summary>A priority area of confidence building measures.</summary>
    Area,

    /// <summary>An idea or subject people ask about.</summary>
    Topic,
}

/// <summary>Russian grammatical gender, needed to make verbs agree; <see cref="Plural"/> for names such as США.</summary>
public enum Gender
{
    /// <summary>он</summary>
    Masculine,

    /// <summary>она</summary>
    Feminine,

    /// <summary>оно</summary>
    Neuter,

    /// <summary>они</summary>
    Plural,
}

/// <summary>The names of an entity in one language.</summary>
/// <param name="Name">The name to show.</param>
/// <param name="Forms">Case forms in the order genitive, dative, accusative, instrumental, prepositional; empty where the language has none.</param>
/// <param name="Aliases">Other names people use.</param>
public sealed record EntityNames(string Name, IReadOnlyList<string> Forms, IReadOnlyList<string> Aliases);

/// <summary>A thing that can be asked about: it has names; everything checkable about it is a <see cref="Fact"/>.</summary>
public sealed record Entity
{
    /// <summary>Its key in the data.</summary>
    public required string Id { get; init; }

    /// <summary>What kind of thing it is.</summary>
    public required EntityKind Kind { get; init; }

    /// <summary>Its names, by language code. Shipped languages are complete; others serve recognition only.</summary>
    public required FrozenDictionary<string, EntityNames> Names { get; init; }

    /// <summary>Grammatical gender in Russian.</summary>
    public Gender Gender { get; init; }

    /// <summary>For a state: its ISO 3166-1 code of two letters, where there is one.</summary>
    public string? Iso { get; init; }

    /// <summary>For a person: the state they are from, where a source says so. For a place: the state that is called by its name ("Beijing took the chair").</summary>
    public string? State { get; init; }

    /// <summary>For a meeting: the series it belongs to ("summit", "ministerial", …).</summary>
    public string? Series { get; init; }

    /// <summary>For a meeting: its number in the series.</summary>
    public int? Number { get; init; }

    /// <summary>A state the store holds no facts about: known by name only, so that "is Nepal a member?" gets a plain no.</summary>
    public bool NameOnly { get; init; }

    /// <summary>Where it stands in the data.</summary>
    public required Place Place { get; init; }

    /// <summary>The name in a language, to show.</summary>
    public string NameIn(string language) => (Names.TryGetValue(language, out var names) ? names : Names["en"]).Name;

    /// <summary>A Russian case form: 0 genitive, 1 dative, 2 accusative, 3 instrumental, 4 prepositional; the name itself where no forms are given.</summary>
    public string Form(string language, int index)
    {
        var names = Names.TryGetValue(language, out var found) ? found : Names["en"];
        return index < names.Forms.Count ? names.Forms[index] : names.Name;
    }

    /// <summary>The same entity: within one snapshot the key tells.</summary>
    public bool Equals(Entity? other) => ReferenceEquals(this, other) || (other is not null && Id == other.Id);

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}
