using Cica.Answers.Remembering;
using Cica.Knowledge.Checking;
using Cica.Knowledge.Querying;

namespace Cica.Learning.Lessons;

/// <summary>A wording that was taken out, and the fact or article that it asks for.</summary>
internal sealed record HeldOutWording(string Text, string Statement);

/// <summary>
/// The facts without one wording of every list of three or more, in each language. What was taken out is a question that the
/// facts answer, but that no wording of theirs equals: as a stranger would ask.
/// </summary>
internal sealed class HeldOut
{
    private const int FewestWordings = 3;
    private readonly List<HeldOutWording> wordings = [];

    public HeldOut(KnowledgeSnapshot all)
    {
        Rest = new KnowledgeSnapshot(new KnowledgeDraft(
            all.Sources,
            [],
            [.. all.Entities.Values],
            [.. all.Facts.Select(f => f with { Questions = Without(f.Id, f.Questions) })],
            [.. all.Articles.Select(a => a with { Questions = Without(a.Id, a.Questions) })],
            all.Events,
            all.Languages));
    }

    /// <summary>The facts with what remains.</summary>
    public KnowledgeSnapshot Rest { get; }

    /// <summary>What was taken out.</summary>
    public IReadOnlyList<HeldOutWording> Wordings => wordings;

    private Dictionary<string, IReadOnlyList<string>> Without(string statement, IReadOnlyDictionary<string, IReadOnlyList<string>> questions) =>
        questions.ToDictionary(q => q.Key, q => Without(statement, q.Key, q.Value));

    // Which one depends on the list alone, so that a fact more or less leaves the others as they were.
    private IReadOnlyList<string> Without(string statement, string language, IReadOnlyList<string> list)
    {
        if (list.Count < FewestWordings)
            return list;
        var taken = (int)(ShortHash.Of($"{statement}/{language}") % (ulong)list.Count);
        wordings.Add(new HeldOutWording(list[taken], statement));
        return [.. list.Where((_, i) => i != taken)];
    }
}
