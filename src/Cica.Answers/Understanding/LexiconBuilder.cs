using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Understanding;

/// <summary>Fills the lexicon from the languages' words and the entities' names.</summary>
internal static class LexiconBuilder
{
    public static Lexicon Build(KnowledgeSnapshot knowledge)
    {
        var lexicon = new Lexicon();
        var everyday = knowledge.Languages.SelectMany(l => l.Fillers.Concat(l.Concepts.Where(c => c.Key.Contains('.')).SelectMany(c => c.Value)))
            .Where(w => !w.Contains(' ')).Select(Folding.Fold).ToHashSet(StringComparer.Ordinal);
        foreach (var language in knowledge.Languages)
        {
            foreach (var (concept, phrases) in language.Concepts)
            {
                var meaning = new Meaning(MeaningKind.Concept, concept);
                foreach (var phrase in phrases)
                    lexicon.Add(phrase, meaning);
            }
            var named = ConceptsByName(language);
            foreach (var group in language.Synonyms)
            {
                // Where the first word names a concept, its synonyms name it as well.
                var meanings = named[group[0]].Distinct()
                    .Select(c => new Meaning(MeaningKind.Concept, c, Loose: true)).Prepend(new Meaning(MeaningKind.Synonym, language.Code + ":" + group[0], Loose: true)).ToArray();
                foreach (var word in group)
                {
                    foreach (var meaning in meanings)
                        lexicon.Add(word, meaning);
                }
            }
            foreach (var word in language.Fillers)
                lexicon.Add(word, new Meaning(MeaningKind.Filler, "filler", Loose: word.Contains(' ')));
            foreach (var word in language.Foreign)
                lexicon.Add(word, new Meaning(MeaningKind.Foreign, "foreign"));
            foreach (var (word, number) in language.Numbers)
                lexicon.Add(word, new Meaning(MeaningKind.Number, "number", null, number));
            for (var month = 0; month < language.Months.Count; month++)
            {
                foreach (var word in language.Months[month])
                    lexicon.Add(word, new Meaning(MeaningKind.Month, "month", null, month + 1));
            }
        }
        var told = Told(knowledge);
        foreach (var entity in knowledge.Entities.Values)
        {
            var meaning = new Meaning(MeaningKind.Entity, entity.Id, entity);
            var isUntold = entity.Kind == EntityKind.Place && !told.Contains(entity);
            foreach (var (_, names) in entity.Names)
            {
                foreach (var name in names.Aliases.Concat(names.Forms).Prepend(names.Name))
                    Add(lexicon, name, meaning, everyday, isUntold, exact: names.Forms.Count > 0 && !names.Aliases.Contains(name));
                // A surname declines as it does in the full name.
                var surname = names.Name[(names.Name.LastIndexOf(' ') + 1)..];
                if (entity.Kind == EntityKind.Person && names.Aliases.Contains(surname))
                {
                    foreach (var form in names.Forms)
                        lexicon.AddExact(form[(form.LastIndexOf(' ') + 1)..], meaning);
                }
            }
        }
        return lexicon;
    }

    // The concepts that a word or phrase names, in their order; those that only direct a question are left out.
    private static ILookup<string, string> ConceptsByName(LanguageWords language) =>
        language.Concepts.Where(c => !c.Key.Contains('.')).SelectMany(c => c.Value, (c, phrase) => (Concept: c.Key, Phrase: phrase))
            .ToLookup(n => n.Phrase, n => n.Concept, StringComparer.OrdinalIgnoreCase);

    // An abbreviation or a name that is also an everyday word (US, WHO, Того) counts only in capitals; a short name only as it is
    // written, since its stem would meet other words (Мали, малый).
    private static void Add(Lexicon lexicon, string name, Meaning meaning, HashSet<string> everyday, bool isUntold, bool exact)
    {
        if (!name.Contains(' ') && everyday.Contains(Folding.Fold(name)))
            lexicon.Add("=" + name, meaning, isUntold);
        else if ((exact || name.Length <= 5) && !name.Contains(' ') && !name.Contains('-'))
            lexicon.AddExact(name, meaning, isUntold);
        else
            lexicon.Add(name, meaning, isUntold);
    }

    private static HashSet<Entity> Told(KnowledgeSnapshot knowledge) =>
    [
        .. knowledge.Facts.SelectMany(f => f.About.Append(f.Subject).Concat(f.Value?.Entity is { } value ? [value] : [])),
        .. knowledge.Articles.SelectMany(a => a.About),
    ];
}
