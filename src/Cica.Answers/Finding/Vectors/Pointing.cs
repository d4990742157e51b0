using System.Runtime.InteropServices;

namespace Cica.Answers.Finding.Vectors;

/// <summary>Where one question points among the statements.</summary>
internal sealed class Pointing
{
    /// <summary>How many statements are near at most.</summary>
    public const int MostNear = 24;

    private readonly StatementVectors vectors;
    private readonly short[] question;

    // The ranking and the judge ask for the same statements again; each has many wordings to compare.
    private readonly List<int> known = new(MostNear * 4);
    private readonly List<float> near = new(MostNear * 4);

    /// <param name="vectors">The statements.</param>
    /// <param name="clues">What the question says.</param>
    /// <param name="sharing">Of a large store: the statements that share a telling word with it.</param>
    public Pointing(StatementVectors vectors, List<uint> clues, IReadOnlyList<int> sharing)
    {
        this.vectors = vectors;
        question = vectors.Point(clues);
        Nearest = Nearby(sharing);
        for (var i = 0; i < Nearest.Length; i++)
        {
            if (i + 1 < Nearest.Length)
                vectors.Fetch(Nearest[i + 1]);
            Best = i == 0 ? Near(Nearest[i]) : Math.Max(Best, Near(Nearest[i]));
        }
    }

    /// <summary>The statements whose middle is nearest, the nearest first.</summary>
    public int[] Nearest { get; }

    /// <summary>How near the nearest of all wordings is.</summary>
    public float Best { get; }

    /// <summary>How near the middle of a statement's wordings is, -1 to 1.</summary>
    public float Centre(int statement) => vectors.Centre(question, statement);

    /// <summary>How near the nearest of its wordings is, -1 to 1.</summary>
    public float Near(int statement)
    {
        var at = CollectionsMarshal.AsSpan(known).IndexOf(statement);
        if (at >= 0)
            return near[at];
        known.Add(statement);
        near.Add(vectors.Nearest(question, statement));
        return near[^1];
    }

    private int[] Nearby(IReadOnlyList<int> sharing)
    {
        var count = vectors.ComparesAll ? vectors.Count : sharing.Count;
        Span<float> centres = stackalloc float[count];
        if (vectors.ComparesAll)
            vectors.Centres(question, centres);
        else
        {
            for (var i = 0; i < count; i++)
                centres[i] = Centre(sharing[i]);
        }
        // Those that reach the mark are few more than are wanted; they are put in order, of equal ones the earlier first.
        Span<(float Farness, int At)> reaching = stackalloc (float, int)[count];
        var found = 0;
        var mark = Cut.Below(centres, 1, MostNear);
        for (var i = Cut.Next(mark, centres, 0); i < count; i = Cut.Next(mark, centres, i + 1))
            reaching[found++] = (-centres[i], i);
        reaching = reaching[..found];
        reaching.Sort();
        var nearest = new int[Math.Min(MostNear, count)];
        for (var i = 0; i < nearest.Length; i++)
            nearest[i] = vectors.ComparesAll ? reaching[i].At : sharing[reaching[i].At];
        return nearest;
    }
}
