using Cica.Knowledge.Model;

namespace Cica.Knowledge.Checking;

/// <summary>A name that two entities share is a trap unless it is declared, which makes the bot ask back.</summary>
internal static class AliasesWithTwoMeanings
{
    public static IEnumerable<Problem> Find(KnowledgeDraft draft)
    {
        foreach (var language in draft.Languages)
        {
            var declared = language.Ambiguous.ToHashSet(StringComparer.OrdinalIgnoreCase);
            var owners = new Dictionary<string, Entity>(StringComparer.OrdinalIgnoreCase);
            foreach (var entity in draft.Entities)
            {
                if (!entity.Names.TryGetValue(language.Code, out var names))
                    continue;
                foreach (var alias in names.Aliases.Prepend(names.Name).Distinct(StringComparer.OrdinalIgnoreCase))
                {
                    if (owners.TryAdd(alias, entity) || declared.Contains(alias))
                        continue;
                    yield return new Problem(
                        entity.Place,
                        $"'{alias}' means both '{entity.Id}' and '{owners[alias].Id}' ({owners[alias].Place}); drop one, or declare it under 'ambiguous' in languages/{language.Code}.yaml");
                }
            }
        }
    }
}
