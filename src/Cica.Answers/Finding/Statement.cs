using Cica.Knowledge.Model;

namespace Cica.Answers.Finding;

/// <summary>A statement that can be found by its words: a fact or an article. What a question needs of it is read once, at the start.</summary>
internal sealed class Statement
{
    // What is longer than this shares words by chance.
    private const double UsualTerms = 45;

    public Statement(Fact fact)
    {
        Fact = fact;
        (Id, Status, Author) = (fact.Id, fact.Status, fact.Author);
        ToldFrom = (fact.From ?? fact.By)?.First ?? DateOnly.MinValue;
        // That something is not known may be told once somebody has looked.
        if (fact.Property.Id == "not-known" && fact.Confirmed is { } looked && looked.First > ToldFrom)
            ToldFrom = looked.First;
        Core = fact.Value?.Entity is { } value ? [fact.Subject, value] : [fact.Subject];
        AskedBy = PropertyWords.Of(fact.Property.Id);
        IsParticular = PropertyWords.IsParticular(fact.Property.Id);
    }

    public Statement(Article article)
    {
        Article = article;
        (Id, Status, Author) = (article.Id, article.Status, article.Author);
        ToldFrom = article.From?.First ?? DateOnly.MinValue;
        Core = [.. article.About];
    }

    public Fact? Fact { get; }

    public Article? Article { get; }

    /// <summary>Its number in the index.</summary>
    public required int Number { get; init; }

    public string Id { get; }

    public FactStatus Status { get; }

    public Entity? Author { get; }

    /// <summary>The first day on which it may be told.</summary>
    public DateOnly ToldFrom { get; }

    /// <summary>Entities it is about first of all: the subject, the value.</summary>
    public Entity[] Core { get; }

    /// <summary>The concepts by which a fact's property is asked for.</summary>
    public string[] AskedBy { get; } = [];

    /// <summary>Told only to those who ask for its property.</summary>
    public bool IsParticular { get; }

    /// <summary>Distinct terms it holds, sorted.</summary>
    public int[] Terms { get; private set; } = [];

    /// <summary>How much longer than usual it is: the logarithm to base 2.</summary>
    public float Excess { get; private set; }

    /// <summary>The ids of all entities it names.</summary>
    public string[] Entities { get; private set; } = [];

    /// <summary>Places it names.</summary>
    public Entity[] Places { get; private set; } = [];

    /// <summary>Persons, states, organisations and bodies it names.</summary>
    public Entity[] Actors { get; private set; } = [];

    /// <summary>It holds a number that is no year.</summary>
    public bool HasNumber { get; private set; }

    /// <summary>It holds a year.</summary>
    public bool HasYear { get; private set; }

    /// <summary>Notes what it says.</summary>
    public void Hold(IEnumerable<int> terms, IReadOnlyCollection<Entity> entities, bool hasNumber, bool hasYear)
    {
        Terms = [.. terms.Order()];
        Excess = (float)Math.Max(0, Math.Log2(Terms.Length / UsualTerms));
        Entities = [.. entities.Select(e => e.Id)];
        Places = [.. entities.Where(e => e.Kind == EntityKind.Place)];
        Actors = [.. entities.Where(e => e.Kind is EntityKind.Person or EntityKind.State or EntityKind.ExternalOrganisation or EntityKind.Body)];
        (HasNumber, HasYear) = (hasNumber, hasYear);
    }
}
