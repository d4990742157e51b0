using Cica.Knowledge.Model;

namespace Cica.Knowledge.Checking;

/// <summary>Everything read and linked, before it is checked as a whole.</summary>
internal sealed record KnowledgeDraft(
    IReadOnlyList<Source> Sources,
    IReadOnlyList<Property> Properties,
    IReadOnlyList<Entity> Entities,
    IReadOnlyList<Fact> Facts,
    IReadOnlyList<Article> Articles,
    IReadOnlyList<EventEntry> Events,
    IReadOnlyList<LanguageWords> Languages);
