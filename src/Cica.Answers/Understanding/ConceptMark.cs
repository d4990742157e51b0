namespace Cica.Answers.Understanding;

/// <summary>
/// One bit of 64 for a concept. Topics ask a question for hundreds of concepts, of which it holds a handful: where the bit is not
/// set among those of the handful, the concept is not there, and nothing need be looked up.
/// </summary>
internal static class ConceptMark
{
    public static ulong Of(string concept) => 1UL << ((concept.Length * 31) + (concept[0] * 7) + (concept[^1] * 13) + (concept[concept.Length / 2] * 3));

    /// <summary>The bits of all of them.</summary>
    public static ulong Of(ReadOnlySpan<string> concepts)
    {
        var marks = 0UL;
        foreach (var concept in concepts)
            marks |= Of(concept);
        return marks;
    }
}
