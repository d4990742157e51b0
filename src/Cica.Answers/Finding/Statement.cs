using Cica.Answers.Understanding;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Finding;

/// <summary>A statement that can be found by its words: a fact or an article. What a question needs of it is read once, at the start.</summary>
internal sealed class Statement
{
    // What is longer than this shares words by chance.
    private const double UsualTerms = 45;

    // So many lines of memory hold those of most.
    private const int UsualLines = 4;

    public Statement(Fact fact)
    {
        Fact = fact;
        (Id, Key, Status, Author) = (fact.Id, "statement:" + fact.Id, fact.Status, fact.Author);
        ToldFrom = (fact.From ?? fact.By)?.First ?? DateOnly.MinValue;
        // That something is not known may be told once somebody has looked.
        if (fact.Property.Id == "not-known" && fact.Confirmed is { } looked && looked.First > ToldFrom)
            ToldFrom = looked.First;
        Core = fact.Value?.Entity is { } value ? [fact.Subject, value] : [fact.Subject];
        AskedBy = PropertyWords.Of(fact.Property.Id);
        AskedMarks = ConceptMark.Of(AskedBy);
        IsParticular = PropertyWords.IsParticular(fact.Property.Id);
        Defines = fact.Property.Id is "what" or "role";
        GivesReason = fact.Property.Id is "why" or "goal";
        OverFrom = fact.Property.Happening ? null : fact.OverFrom();
    }

    public Statement(Article article)
    {
        Article = article;
        (Id, Key, Status, Author) = (article.Id, "statement:" + article.Id, article.Status, article.Author);
        ToldFrom = article.From?.First ?? DateOnly.MinValue;
        Core = [.. article.About];
    }

    public Fact? Fact { get; }

    public Article? Article { get; }

    /// <summary>Its number in the index.</summary>
    public required int Number { get; init; }

    public string Id { get; }

    /// <summary>The key of a reading that tells it.</summary>
    public string Key { get; }

    public FactStatus Status { get; }

    public Entity? Author { get; }

    /// <summary>The first day on which it may be told.</summary>
    public DateOnly ToldFrom { get; }

    /// <summary>Entities it is about first of all: the subject, the value.</summary>
    public Entity[] Core { get; }

    /// <summary>The terms of those.</summary>
    public int[] CoreTerms { get; private set; } = [];

    /// <summary>What kind of thing its subject is, if it has one.</summary>
    public EntityKind? SubjectKind { get; private set; }

    /// <summary>It is about a person first of all.</summary>
    public bool IsOfPerson { get; private set; }

    /// <summary>The term of whoever says so.</summary>
    public int AuthorTerm { get; private set; } = Finding.Terms.None;

    /// <summary>The concepts by which a fact's property is asked for.</summary>
    public string[] AskedBy { get; } = [];

    /// <summary>Their marks.</summary>
    public ulong AskedMarks { get; }

    /// <summary>Told only to those who ask for its property.</summary>
    public bool IsParticular { get; }

    /// <summary>It says what something is.</summary>
    public bool Defines { get; }

    /// <summary>It gives a reason.</summary>
    public bool GivesReason { get; }

    /// <summary>From this day on it is over, where it is a state that ends.</summary>
    public DateOnly? OverFrom { get; }

    /// <summary>Distinct terms it holds, sorted.</summary>
    public int[] Terms { get; private set; } = [];

    /// <summary>Distinct terms that it or one of its wordings holds, sorted.</summary>
    public int[] Spoken { get; set; } = [];

    /// <summary>How much longer than usual it is: the logarithm to base 2.</summary>
    public float Excess { get; private set; }

    /// <summary>The ids of all entities it names.</summary>
    public string[] Entities { get; private set; } = [];

    /// <summary>The terms of the places it names.</summary>
    public int[] Places { get; private set; } = [];

    /// <summary>Those of the persons, states, organisations and bodies it names.</summary>
    public int[] Actors { get; private set; } = [];

    /// <summary>It holds a number that is no year.</summary>
    public bool HasNumber { get; private set; }

    /// <summary>It holds a year, or the day on which something happened.</summary>
    public bool TellsTime { get; private set; }

    /// <summary>It is read next.</summary>
    public void Fetch()
    {
        Ahead.Fetch(Terms, UsualLines);
        Ahead.Fetch(CoreTerms, 1);
        Ahead.Fetch(Actors, 1);
        Ahead.Fetch(Places, 1);
    }

    /// <summary>Notes what it says.</summary>
    public void Hold(IEnumerable<int> held, IReadOnlyCollection<Entity> entities, Terms terms, bool hasNumber, bool hasYear)
    {
        Terms = [.. held.Order()];
        Excess = (float)Math.Max(0, Math.Log2(Terms.Length / UsualTerms));
        Entities = [.. entities.Select(e => e.Id)];
        CoreTerms = [.. Core.Select(e => terms.Entity(e.Id))];
        SubjectKind = Core.Length > 0 ? Core[0].Kind : null;
        IsOfPerson = Core.Any(e => e.Kind == EntityKind.Person);
        AuthorTerm = Author is null ? Finding.Terms.None : terms.Entity(Author.Id);
        Places = [.. entities.Where(e => e.Kind == EntityKind.Place).Select(e => terms.Entity(e.Id))];
        Actors = [.. entities.Where(e => e.Kind is EntityKind.Person or EntityKind.State or EntityKind.ExternalOrganisation or EntityKind.Body).Select(e => terms.Entity(e.Id))];
        HasNumber = hasNumber;
        TellsTime = hasYear || Fact is { Property.Happening: true, From: not null };
    }
}
