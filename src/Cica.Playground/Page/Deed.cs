namespace Cica.Playground.Page;

/// <summary>What a person does on the page, as the browser tells it; which fields count depends on the deed.</summary>
internal sealed record Deed
{
    public long Person { get; init; }
    public long Place { get; init; }
    public string? Text { get; init; }
    public int? AnswerTo { get; init; }
    public int? Topic { get; init; }
    public int Message { get; init; }
    public string? Data { get; init; }
    public string? Payload { get; init; }
    public string? Offset { get; init; }
    public string? List { get; init; }
    public string? Result { get; init; }
    public string? Language { get; init; }
    public string? Change { get; init; }
    public double? Seconds { get; init; }
    public double? Until { get; init; }
}

/// <summary>An empty answer: it was done, and what came of it is told by the events.</summary>
internal sealed record Done;

/// <summary>Why it was not done: "impossible" for a person, "timeout" when the bot did not answer, "unknown".</summary>
internal sealed record NotDone(string Error, string? Detail = null);

/// <summary>What a tap brought.</summary>
internal sealed record TapView(string? Text, bool IsAlert, string? Url);

/// <summary>A list of inline results, kept under its name until one is chosen.</summary>
internal sealed record InlineView(string List, IReadOnlyList<InlineCard> Results, string NextOffset, string? ButtonText, string? ButtonPayload);

/// <summary>One inline result as a card.</summary>
internal sealed record InlineCard(string Id, string Type, string Title, string? Description, string Text);
