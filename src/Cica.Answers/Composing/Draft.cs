using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Composing;

/// <summary>An answer in the making: lines, what they rest on, and what a follow-up may lean on.</summary>
internal sealed class Draft(Sentences words, DateOnly asOf)
{
    private const string NotKnown = "not-known";

    private readonly List<string> lines = [];
    private readonly List<string> facts = [];
    private readonly List<Citation> citations = [];
    private readonly List<string> notes = [];
    private readonly List<string> suggestions = [];

    public Sentences Words => words;

    public DateOnly AsOf => asOf;

    public List<Entity> Told { get; } = [];

    public Fact? Main { get; private set; }

    public Outcome Outcome { get; set; } = Outcome.Answer;

    public IReadOnlyList<string> Facts => facts;

    public IReadOnlyList<Citation> Citations => citations;

    public IReadOnlyList<string> Suggestions => suggestions;

    public IReadOnlyList<string> Lines => notes.Count == 0 ? lines : [.. lines, .. notes];

    /// <summary>How many letters the lines have.</summary>
    public int Length => LengthOf(lines) + LengthOf(notes);

    public Draft Line(string text)
    {
        if (text.Length > 0 && !lines.Contains(text))
            lines.Add(text);
        return this;
    }

    public Draft Suggest(string key, params ReadOnlySpan<(string Slot, string Value)> slots)
    {
        var text = words.Text(key, slots);
        if (suggestions.Count < 3 && !suggestions.Contains(text))
            suggestions.Add(text);
        return this;
    }

    /// <summary>Rests the answer on a fact without telling it.</summary>
    public Draft Cite(Fact fact)
    {
        Main ??= fact;
        if (facts.Contains(fact.Id))
            return this;
        facts.Add(fact.Id);
        AddCitations(fact.Sources);
        return this;
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

    public Draft Cite(Article article)
    {
        facts.Add(article.Id);
        AddCitations(article.Sources);
        return this;
    }

    public Draft Cite(EventEntry entry)
    {
        facts.Add(entry.Id);
        AddCitations(entry.Sources);
        return this;
    }

    /// <summary>"Source: publisher, “title”, date, ¶ 21" for the best two.</summary>
    public string? SourceLine()
    {
        if (citations.Count == 0)
            return null;
        return words.Text("source.line", ("sources", string.Join("; ", citations.Take(2).Select(words.Cite))));
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

    private void AddCitations(IReadOnlyList<Citation> sources)
    {
        foreach (var citation in sources)
        {
            if (!citations.Contains(citation))
                citations.Add(citation);
        }
    }
}
