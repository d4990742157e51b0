using System.Runtime.InteropServices;
using Cica.Answers.Understanding;

namespace Cica.Answers.Finding;

/// <summary>
/// A number for everything by which texts are compared: words by their stem, roots, numbers, months, entities, concepts and
/// groups of synonyms. What is new is added while the index is built and unknown once it is frozen.
/// </summary>
internal sealed class Terms
{
    /// <summary>Not known.</summary>
    public const int None = -1;

    // Words that begin alike are forms of one ("coordinates", "coordination"); shorter beginnings meet by chance.
    private const int RootLength = 5;

    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> roots = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> entities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> concepts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> synonyms = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> numbers = [];
    private bool frozen;

    public int Count { get; private set; }

    public int Word(string stem) => Of(words, stem);

    public int Entity(string id) => Of(entities, id);

    // What is asked as compulsory is told as voluntary.
    public int Concept(string id) => Of(concepts, id == "compulsory" ? "voluntary" : id);

    public int Of(Token token) => token.Number is { } number ? Of(numbers, number) : Word(token.Stem);

    public int Of(Meaning meaning) => meaning.Kind switch
    {
        MeaningKind.Concept => Concept(meaning.Id),
        MeaningKind.Entity => Entity(meaning.Id),
        MeaningKind.Synonym => Of(synonyms, meaning.Id),
        // Below zero, to keep months apart from numbers.
        MeaningKind.Month => Of(numbers, -meaning.Number),
        MeaningKind.Number => Of(numbers, meaning.Number),
        _ => None,
    };

    /// <summary>The beginning of a long word.</summary>
    public int Root(string stem)
    {
        if (stem.Length <= RootLength)
            return None;
        if (roots.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(stem.AsSpan(0, RootLength), out var term))
            return term;
        return frozen ? None : Of(roots, stem[..RootLength]);
    }

    /// <summary>Takes up all the terms of a part, in the order in which it met them; returns what number each of them has here.</summary>
    public int[] Enter(Terms part)
    {
        var met = new (Dictionary<string, int>? Among, string Text, int Number)[part.Count];
        Tell(part.words, words);
        Tell(part.roots, roots);
        Tell(part.entities, entities);
        Tell(part.concepts, concepts);
        Tell(part.synonyms, synonyms);
        foreach (var (number, term) in part.numbers)
            met[term] = (null, "", number);
        return Array.ConvertAll(met, term => term.Among is { } among ? Of(among, term.Text) : Of(numbers, term.Number));

        void Tell(Dictionary<string, int> from, Dictionary<string, int> among)
        {
            foreach (var (text, term) in from)
                met[term] = (among, text, 0);
        }
    }

    public void Freeze() => frozen = true;

    private int Of<T>(Dictionary<T, int> terms, T key)
        where T : notnull
    {
        if (frozen)
            return terms.TryGetValue(key, out var known) ? known : None;
        ref var term = ref CollectionsMarshal.GetValueRefOrAddDefault(terms, key, out var exists);
        if (!exists)
            term = Count++;
        return term;
    }
}
