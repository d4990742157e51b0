namespace Cica.Answers.Understanding;

/// <summary>The handful of concepts a question names, in the order of their naming, each with where it does.</summary>
internal sealed class ConceptTable
{
    private static readonly List<Mention> Nowhere = [];

    private readonly List<string> keys = new(8);
    private readonly List<List<Mention>> mentions = new(8);

    /// <summary>The concepts.</summary>
    public IReadOnlyList<string> Keys => keys;

    /// <summary>Their marks.</summary>
    public ulong Marks { get; private set; }

    public void Add(Mention mention)
    {
        var concept = mention.Meaning.Id;
        var at = IndexOf(concept);
        if (at < 0)
        {
            Marks |= ConceptMark.Of(concept);
            keys.Add(concept);
            mentions.Add([mention]);
        }
        else
        {
            mentions[at].Add(mention);
        }
    }

    public bool ContainsKey(string concept) => IndexOf(concept) >= 0;

    public bool TryGetValue(string concept, out List<Mention> where)
    {
        var at = IndexOf(concept);
        where = at < 0 ? Nowhere : mentions[at];
        return at >= 0;
    }

    private int IndexOf(string concept) => (Marks & ConceptMark.Of(concept)) == 0 ? -1 : keys.IndexOf(concept);
}
