using System.Collections.Frozen;
using Cica.Knowledge.Checking;
using Cica.Knowledge.Model;

namespace Cica.Knowledge.Querying;

/// <summary>
/// Everything known at one moment: immutable, indexed once, safe to read from any number of threads, and replaced only as a
/// whole. A question keeps the snapshot it began with.
/// </summary>
public sealed class KnowledgeSnapshot
{
    private readonly FrozenDictionary<(string Subject, string Property), Fact[]> bySubjectAndProperty;
    private readonly FrozenDictionary<(string Property, string Value), Fact[]> byPropertyAndValue;
    private readonly FrozenDictionary<string, Fact[]> bySubject;
    private readonly FrozenDictionary<string, Fact[]> byProperty;
    private readonly FrozenDictionary<string, Entity[]> bySeries;

    internal KnowledgeSnapshot(KnowledgeDraft draft)
    {
        Sources = [.. draft.Sources];
        Entities = draft.Entities.ToFrozenDictionary(e => e.Id);
        Facts = [.. draft.Facts];
        FactById = draft.Facts.ToFrozenDictionary(f => f.Id);
        Articles = [.. draft.Articles];
        Events = [.. draft.Events];
        Languages = [.. draft.Languages];
        bySubjectAndProperty = draft.Facts.GroupBy(f => (f.Subject.Id, f.Property.Id)).ToFrozenDictionary(g => g.Key, InTime);
        byPropertyAndValue = draft.Facts.Where(f => f.Value?.Entity is not null)
            .GroupBy(f => (f.Property.Id, f.Value!.Entity!.Id)).ToFrozenDictionary(g => g.Key, InTime);
        bySubject = draft.Facts.GroupBy(f => f.Subject.Id).ToFrozenDictionary(g => g.Key, InTime);
        byProperty = draft.Facts.GroupBy(f => f.Property.Id).ToFrozenDictionary(g => g.Key, InTime);
        bySeries = draft.Entities.Where(e => e.Series is not null).GroupBy(e => e.Series!)
            .ToFrozenDictionary(g => g.Key, g => g.OrderBy(e => DateOf(e)).ThenBy(e => e.Number).ToArray());
    }

    /// <summary>The bibliography.</summary>
    public IReadOnlyList<Source> Sources { get; }

    /// <summary>All entities by id.</summary>
    public FrozenDictionary<string, Entity> Entities { get; }

    /// <summary>All facts in file order.</summary>
    public IReadOnlyList<Fact> Facts { get; }

    /// <summary>All facts by id.</summary>
    public FrozenDictionary<string, Fact> FactById { get; }

    /// <summary>All articles.</summary>
    public IReadOnlyList<Article> Articles { get; }

    /// <summary>All events.</summary>
    public IReadOnlyList<EventEntry> Events { get; }

    /// <summary>The shipped languages.</summary>
    public IReadOnlyList<LanguageWords> Languages { get; }

    /// <summary>What is said of a subject under a property, oldest first.</summary>
    public ReadOnlySpan<Fact> Of(string subject, string property) =>
        bySubjectAndProperty.TryGetValue((subject, property), out var facts) ? facts : [];

    /// <summary>Everything said of a subject, oldest first.</summary>
    public ReadOnlySpan<Fact> Of(string subject) => bySubject.TryGetValue(subject, out var facts) ? facts : [];

    /// <summary>Every statement under a property, oldest first.</summary>
    public ReadOnlySpan<Fact> WithProperty(string property) => byProperty.TryGetValue(property, out var facts) ? facts : [];

    /// <summary>Every statement under a property with that value, oldest first.</summary>
    public ReadOnlySpan<Fact> WithValue(string property, string value) =>
        byPropertyAndValue.TryGetValue((property, value), out var facts) ? facts : [];

    /// <summary>The meetings of a series in the order of their dates.</summary>
    public ReadOnlySpan<Entity> Series(string series) => bySeries.TryGetValue(series, out var meetings) ? meetings : [];

    /// <summary>When a meeting begins: from its own fact; unknown dates come last.</summary>
    private DateOnly DateOf(Entity meeting)
    {
        foreach (var fact in Of(meeting.Id, "held"))
        {
            if (fact.From is { } from)
                return from.First;
        }
        foreach (var fact in Of(meeting.Id, "planned-date"))
        {
            if (fact.Value?.Date is { } planned)
                return planned.First;
        }
        return DateOnly.MaxValue;
    }

    private static Fact[] InTime(IEnumerable<Fact> facts) =>
        [.. facts.OrderBy(f => (f.From ?? f.By)?.First ?? DateOnly.MinValue).ThenBy(f => f.Id, StringComparer.Ordinal)];
}
