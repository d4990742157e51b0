namespace Cica.Answers.Finding.Vectors;

/// <summary>Where the ways of asking for each statement point, and their middle. Built once with the index.</summary>
internal sealed class StatementVectors
{
    // So many statements are compared with every question; of a larger store, only those that share a telling word.
    private const int MostCompared = 4096;

    private readonly WordVectors words;
    private readonly List<short[]> wordings = [];
    private readonly List<int> starts = [0];
    private short[] all = [];
    private short[] centres = [];

    public StatementVectors(WordVectors words) => this.words = words;

    /// <summary>How many statements there are.</summary>
    public int Count => starts.Count - 1;

    /// <summary>All of them are compared with every question.</summary>
    public bool ComparesAll => Count <= MostCompared;

    /// <summary>Adds the next statement by where its wordings point.</summary>
    public void Add(IEnumerable<short[]> directions)
    {
        wordings.AddRange(directions);
        starts.Add(wordings.Count);
    }

    /// <summary>Ends the building.</summary>
    public void Freeze()
    {
        var size = words.Dimension;
        all = new short[wordings.Count * size];
        for (var i = 0; i < wordings.Count; i++)
            wordings[i].CopyTo(all, i * size);
        wordings.Clear();
        centres = new short[Count * size];
        Span<float> centre = stackalloc float[size];
        for (var statement = 0; statement < Count; statement++)
        {
            centre.Clear();
            for (var i = starts[statement]; i < starts[statement + 1]; i++)
                FixedPoint.Add(all.AsSpan(i * size, size), centre);
            WordVectors.Normalise(centre);
            FixedPoint.Round(centre, centres.AsSpan(statement * size, size));
        }
    }

    /// <summary>Where a question points.</summary>
    public short[] Point(List<uint> clues)
    {
        Span<float> sum = stackalloc float[words.Dimension];
        words.Sum(clues, sum);
        var direction = new short[words.Dimension];
        FixedPoint.Round(sum, direction);
        return direction;
    }

    /// <summary>How near a question is to the middle of a statement's wordings, -1 to 1.</summary>
    public float Centre(ReadOnlySpan<short> question, int statement) =>
        FixedPoint.Cosine(question, centres.AsSpan(statement * words.Dimension, words.Dimension));

    /// <summary>How near the middles of two statements' wordings are to each other, -1 to 1.</summary>
    public float Between(int one, int other) => Centre(centres.AsSpan(one * words.Dimension, words.Dimension), other);

    /// <summary>The same for all statements.</summary>
    public void Centres(ReadOnlySpan<short> question, Span<float> into) => FixedPoint.Cosines(question, centres, into);

    /// <summary>How near it is to the nearest of them, -1 to 1.</summary>
    public float Nearest(ReadOnlySpan<short> question, int statement) => FixedPoint.Greatest(question, Wordings(statement));

    /// <summary>Its wordings are read next.</summary>
    public void Fetch(int statement) => Ahead.Fetch(Wordings(statement));

    private ReadOnlySpan<short> Wordings(int statement) => all.AsSpan((starts[statement] * words.Dimension)..(starts[statement + 1] * words.Dimension));
}
