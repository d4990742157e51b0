using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Composing;

/// <summary>An answer in the making: lines, what they rest on, and what a follow-up may lean on.</summary>
internal sealed class Draft(Sentences words, DateOnly asOf)
{
    private const string NotKnown = "not-known";
    private const int MostSuggested = 3;

    private readonly List<string> lines = [];
    private readonly List<string> facts = [];
    private readonly List<IReadOnlyList<Citation>> sources = [];
    private readonly List<string> notes = [];
    private readonly List<string> suggested = [];
    private List<Citation>? citations;

    public Sentences Words => words;

    public DateOnly AsOf => asOf;

    public List<Entity> Told { get; } = [];

    public Fact? Main { get; private set; }

    public Outcome Outcome { get; set; } = Outcome.Answer;

    public List<string> Facts => facts;

    // Of all the drafts of a question one is read to the end.
    public IReadOnlyList<Citation> Citations => citations ??= Cited();

    public IReadOnlyList<string> Suggestions => [.. suggested.Select(key => words.Text(key)).Distinct().Take(MostSuggested)];

    public IReadOnlyList<string> Lines => notes.Count == 0 ? lines : [.. lines, .. notes];

    /// <summary>How many letters the lines have.</summary>
    public int Length => LengthOf(lines) + LengthOf(notes);

    public Draft Line(string text)
    {
        if (text.Length > 0 && !lines.Contains(text))
            lines.Add(text);
        return this;
    }

    public Draft Suggest(string key)
    {
        suggested.Add(key);
        return this;
    }

    /// <summary>Rests the answer on a fact without telling it.</summary>
    public Draft Cite(Fact fact)
    {
        Main ??= fact;
        if (facts.Contains(fact.Id))
            return this;
        return Cite(fact.Id, fact.Sources);
    }

    /// <summary>Tells a fact, with what must be said along with it: an end that has passed, old evidence, disagreeing sources.</summary>
    public Draft Tell(Fact fact, string? lead = null, bool caveats = true)
    {
        var sentence = words.Tell(fact, asOf);
        if (fact.Overdue(asOf) && !fact.Property.Happening)
            sentence = words.Text("caveat.last-word", ("date", LastWord(fact)), ("statement", sentence));
        Line(lead is null || fact.Property.Id == NotKnown ? sentence : lead + " " + sentence);
        Cite(fact);
        // That no source tells it is no answer, however well it is sourced.
        if (fact == Main && fact.Property.Id == NotKnown)
            Outcome = Outcome.Unknown;
        if (caveats)
            Caveats(fact);
        return this;
    }

    public Draft Caveats(Fact fact)
    {
        if (fact.Overdue(asOf))
            Note(fact.ExpectedEndNote?[words.Code] ?? words.Text("caveat.end-passed", ("date", words.Dates.Of(fact.ExpectedEnd!.Value))));
        else if (!fact.Property.Happening && fact.Until is null && fact.Status == FactStatus.InForce && IsState(fact) && fact.Confirmed is { } seen && seen.Last.AddYears(1) < asOf)
            Note(words.Text("caveat.confirmed", ("date", LastWord(fact))));
        else if (fact.Status == FactStatus.Planned && fact.Property.Id == "planned-date" && fact.Value?.Date is { } planned && planned.Last < asOf && fact.Until is null)
            Note(words.Text("caveat.plan-passed"));
        if (fact.Status == FactStatus.Proposed && fact.Confirmed is { } known && known.Last.AddYears(1) < asOf)
            Note(words.Text("caveat.confirmed", ("date", LastWord(fact))));
        if (fact.Conflict is { } conflict && fact.Sources.All(s => s.Source.Date is not { } published || published.First <= asOf))
            Note(conflict[words.Code]);
        return this;
    }

    public Draft Note(string text)
    {
        if (!notes.Contains(text))
            notes.Add(text);
        return this;
    }

    public Draft Cite(Article article) => Cite(article.Id, article.Sources);

    public Draft Cite(EventEntry entry) => Cite(entry.Id, entry.Sources);

    /// <summary>"Source: publisher, “title”, date, ¶ 21" for the best two.</summary>
    public string? SourceLine()
    {
        if (Citations.Count == 0)
            return null;
        return words.Text("source.line", ("sources", string.Join("; ", Citations.Take(2).Select(words.Cite))));
    }

    private Draft Cite(string id, IReadOnlyList<Citation> from)
    {
        facts.Add(id);
        sources.Add(from);
        citations = null;
        return this;
    }

    private List<Citation> Cited()
    {
        var all = new List<Citation>(4);
        foreach (var from in sources)
        {
            foreach (var citation in from)
            {
                if (!all.Contains(citation))
                    all.Add(citation);
            }
        }
        return all;
    }

    private static int LengthOf(List<string> texts)
    {
        var length = 0;
        foreach (var text in texts)
            length += text.Length;
        return length;
    }

    private string LastWord(Fact fact) => words.Dates.Plain(fact.Confirmed ?? fact.From ?? PartialDate.Of(asOf));

    // A state of affairs that may change without notice, as opposed to something that simply is so.
    private static bool IsState(Fact fact) => fact.Property.Id is "chair" or "head" or "deputy" or "member" or "observer" or "partner" or "applicant" or "member-count"
        or "observer-state-count" or "observer-organisation-count" or "coordinator" or "co-coordinator" or "seat" or "status-now" or "in-force" or "priority-area-count";
}
