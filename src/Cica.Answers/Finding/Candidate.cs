using Cica.Answers.Composing;
using Cica.Knowledge.Model;

namespace Cica.Answers.Finding;

/// <summary>A reading of a question: how well it fits, and how to tell it.</summary>
/// <param name="Topic">Which topic read it.</param>
/// <param name="Score">How much of the question it explains, with small preferences added.</param>
/// <param name="Why">What was read.</param>
/// <param name="Compose">Writes the answer.</param>
/// <param name="Key">What it is about, so that two readings of one thing are not taken for rivals.</param>
/// <param name="Settles">Where it explains all of the question, no single statement can be meant.</param>
internal sealed record Candidate(string Topic, double Score, string Why, Action<Draft> Compose, string Key, bool Settles = false)
{
    /// <summary>The statement it is, where that is all that was read.</summary>
    public Found? Found { get; init; }

    /// <summary>What it was found beside in a row: that is named, and need not be told.</summary>
    public Entity? Beside { get; init; }

    /// <summary>For the trace: what was read, put into words only where they are wanted.</summary>
    public string Reading => Found is { } found ? $"{found.Statement.Id} {found.Score:0.00}" : Why;

    /// <summary>It is a single statement.</summary>
    public bool IsStatement => Topic == "statement";

    /// <summary>A topic computes it: it is neither a single statement nor a detail of a meeting.</summary>
    public bool IsComputed => Topic is not "statement" and not "meeting-detail";
}

/// <summary>A subject the bot can talk about: reads a frame its own way, or not at all.</summary>
internal interface ITopic
{
    /// <summary>Its readings of the question.</summary>
    IEnumerable<Candidate> Read(Asking asking);
}
