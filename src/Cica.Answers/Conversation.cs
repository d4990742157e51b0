using Cica.Knowledge.Model;

namespace Cica.Answers;

/// <summary>
/// What a follow-up may lean on: the last turn, as a value that is handed in and out. Who keeps it, and for how long, is the
/// host's affair (ten minutes).
/// </summary>
public sealed record Conversation
{
    private const int MostEarlier = 4;

    /// <summary>The language of the last question.</summary>
    public required string Language { get; init; }

    /// <summary>The topic that answered.</summary>
    internal string Topic { get; init; } = "";

    /// <summary>Concepts the last question named, its kind of question left out.</summary>
    internal IReadOnlyList<string> Concepts { get; init; } = [];

    /// <summary>Whether it asked for the first or the last of them.</summary>
    internal IReadOnlyList<string> Orders { get; init; } = [];

    /// <summary>Entities the last question named, and those it carried over.</summary>
    internal IReadOnlyList<Entity> Asked { get; init; } = [];

    /// <summary>What the last answer was: the chair, the meeting, the person, …</summary>
    internal IReadOnlyList<Entity> Told { get; init; } = [];

    /// <summary>What the turns before it spoke of, the latest first: "who joined there?" may mean a meeting that the last turn did not name.</summary>
    internal IReadOnlyList<Entity> Earlier { get; init; } = [];

    /// <summary>How many of those the last turn itself named, beside what it was about.</summary>
    internal int OwnEarlier { get; init; }

    /// <summary>All that was spoken of, the latest first.</summary>
    internal IEnumerable<Entity> Spoken => Told.Concat(Asked).Concat(Earlier);

    /// <summary>The meeting at which it was decided, or happened; of an earlier turn, where the last told of none.</summary>
    internal Entity? Occasion { get; init; }

    /// <summary>The fact the last answer stood on, where it was one.</summary>
    internal Fact? Fact { get; init; }

    /// <summary>The time in which that was so, or in whose year it happened; of an earlier turn, where the last told of none. "Then" is in it.</summary>
    internal (DateOnly First, DateOnly Last)? Period { get; init; }

    /// <summary>
    /// The same last turn, said by somebody with whom this was spoken of before it. A turn that stands alone is the same for all; what was
    /// said before it is each one's own.
    /// </summary>
    public Conversation After(Conversation? before) => this with
    {
        Earlier =
        [
            .. Earlier.Take(OwnEarlier)
                .Concat(before is null ? [] : before.Told.Concat(before.Asked).Concat(before.Earlier).Where(e => e.Kind != EntityKind.Organisation && !Asked.Contains(e) && !Told.Contains(e)))
                .Distinct().Take(MostEarlier),
        ],
    };

    /// <summary>What it asked for.</summary>
    internal int Ask { get; init; }

    /// <summary>What was asked of another organisation since, and declined: "and in CICA?" asks the same.</summary>
    internal Elsewhere? Elsewhere { get; init; }

    /// <summary>Something was spoken of.</summary>
    internal bool HasSpoken => Topic.Length > 0;

    /// <summary>The time the last question named.</summary>
    internal (DateOnly First, DateOnly Last)? Time { get; init; }
}

/// <summary>A question that was declined because it was asked of another organisation.</summary>
/// <param name="Concepts">The concepts it named.</param>
/// <param name="Ask">What it asked for.</param>
/// <param name="Of">That organisation.</param>
internal sealed record Elsewhere(IReadOnlyList<string> Concepts, int Ask, Entity? Of);
