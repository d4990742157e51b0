using Cica.Knowledge.Model;

namespace Cica.Knowledge.Checking;

/// <summary>
/// A name that two entities share is a trap unless it is declared, which makes the bot tell of both. Questions are read with the
/// names of all languages at once, so a name in one language may clash with one in another.
/// </summary>
internal static class AliasesWithTwoMeanings
{
    public static IEnumerable<Problem> Find(KnowledgeDraft draft)
    {
        var shipped = draft.Languages.Select(l => l.Code).ToArray();
        var declared = draft.Languages.SelectMany(l => l.Ambiguous).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var owners = new Dictionary<string, Entity>(StringComparer.OrdinalIgnoreCase);
        foreach (var entity in draft.Entities)
        {
            foreach (var (language, names) in entity.Names.OrderBy(n => n.Key, StringComparer.Ordinal))
            {
                foreach (var alias in names.Aliases.Prepend(names.Name))
                {
                    if (owners.TryAdd(alias, entity) || owners[alias] == entity || declared.Contains(alias))
                        continue;
                    var file = shipped.Contains(language) ? language : "en";
                    yield return new Problem(
                        entity.Place,
                        $"'{alias}' means both '{entity.Id}' and '{owners[alias].Id}' ({owners[alias].Place}); drop one, or declare it under 'ambiguous' in languages/{file}.yaml");
                }
            }
        }
    }
}
