using Cica.Knowledge.Model;

namespace Cica.Answers.Understanding;

/// <summary>How a meaning counts where two ways of asking are compared.</summary>
/// <param name="Counts">It is something said; what only directs the question is not.</param>
/// <param name="Weight">How much what it names counts.</param>
/// <param name="Asks">The kind of answer it asks for, if it is such a word.</param>
/// <param name="Orders">It says which of a row is meant.</param>
internal readonly record struct Role(bool Counts, float Weight, Ask Asks, bool Orders)
{
    private static readonly string[] Orderings = ["order.first", "order.last", "order.next", "order.previous", "order.before", "order.after", "order.outside"];

    private static readonly (string Concept, Ask Kind)[] Kinds =
    [
        ("ask.who", Ask.Who), ("ask.what", Ask.What), ("ask.when", Ask.When), ("ask.since", Ask.When), ("ask.where", Ask.Where), ("ask.howmany", Ask.HowMany),
        ("ask.which", Ask.Which), ("ask.why", Ask.Why), ("ask.how", Ask.How), ("ask.howlong", Ask.HowLong), ("ask.list", Ask.List), ("ask.howoften", Ask.HowOften),
    ];

    public static Role Of(MeaningKind kind, string id, Entity? entity) => new(IsSaid(kind, id), WeightOf(kind, id, entity), kind == MeaningKind.Concept ? AskOf(id) : Ask.None, kind == MeaningKind.Concept && Orderings.Contains(id));

    private static bool IsSaid(MeaningKind kind, string id) => kind switch
    {
        MeaningKind.Filler or MeaningKind.Foreign => false,
        MeaningKind.Concept => !id.StartsWith("ask.", StringComparison.Ordinal) && !IsTalk(id),
        _ => true,
    };

    private static float WeightOf(MeaningKind kind, string id, Entity? entity) => kind switch
    {
        MeaningKind.Entity => entity!.Kind == EntityKind.Organisation ? 0.05f : 1.5f,
        MeaningKind.Concept when id is "cica-noun" or "region" or "order.current" or "count-word" => 0.15f,
        MeaningKind.Concept when IsTalk(id) => 0.1f,
        MeaningKind.Concept or MeaningKind.Synonym => 1.1f,
        _ => 1.2f,
    };

    private static bool IsTalk(string id) => id.StartsWith("talk.", StringComparison.Ordinal) || id.StartsWith("follow.", StringComparison.Ordinal);

    private static Ask AskOf(string id)
    {
        foreach (var (concept, kind) in Kinds)
        {
            if (concept == id)
                return kind;
        }
        return Ask.None;
    }
}
